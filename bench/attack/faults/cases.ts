import type { Workplace } from '../part.ts';
import { DIRECT_POST, FAULTS, type Fault } from '../slack/fault.ts';
import { fileOf, subjectOf } from '../slack/ids.ts';
import type { Told } from '../slack/requests.ts';

/** How a method of Slack's comes to be asked. */
interface MethodUse {
  /** As the plan of faults names it. */
  method: string;
  /** What is done before, when nothing goes wrong yet. */
  before?: (workplace: Workplace, subject: string) => Told;
  /** What makes the bot ask the method. */
  doing: (workplace: Workplace, subject: string) => Told;
  /** Of whom. */
  standing?: 'stranger';
  /** Whether this method is the last way to reach the person: what Slack refuses for good can't be told then. */
  isOnlyWay?: boolean;
}

const COMMAND = 'find 乡村振兴';
const BUTTON = { action_id: 'draft_unfold', value: 'unfold:0000.0' };
const FIRST_TS = '1700000000.000001';

const command: MethodUse['doing'] = ({ people }, subject) => people.command(subject, COMMAND);

/** Every method that an answer needs, and what makes the bot ask it. */
const USES: readonly MethodUse[] = [
  { method: 'response', doing: command },
  { method: 'users.info', doing: command },
  { method: 'conversations.info', doing: command },
  { method: 'conversations.members', doing: command },
  { method: 'chat.postMessage', doing: ({ people }, subject) => people.mention(subject, '乡村振兴') },
  { method: DIRECT_POST, doing: ({ people }, subject) => people.write(subject, '乡村振兴'), isOnlyWay: true },
  {
    method: 'chat.update',
    before: ({ people }, subject) => people.write(subject, '银杏台', [], FIRST_TS),
    doing: ({ people }, subject) => people.edit(subject, FIRST_TS, '银杏台', '乡村振兴'),
  },
  {
    method: 'chat.postEphemeral',
    standing: 'stranger',
    doing: ({ people }, subject) => people.mention(subject, '乡村振兴'),
  },
  { method: 'conversations.replies', doing: ({ people }, subject) => people.mentionBelow(subject) },
  { method: 'views.open', doing: ({ people }, subject) => people.command(subject, '') },
  { method: 'views.push', doing: ({ people }, subject) => people.pressInModal(subject, BUTTON, 1) },
  { method: 'views.update', doing: ({ people }, subject) => people.pressInModal(subject, BUTTON, 3) },
  { method: 'views.publish', doing: ({ people }, subject) => people.open(subject, 'home') },
  { method: 'assistant.threads.setSuggestedPrompts', doing: ({ people }, subject) => people.open(subject, 'messages') },
  { method: 'files.info', doing: ({ people }, subject) => people.press(subject, traceOf(subject)) },
  { method: 'file', doing: ({ people }, subject) => people.write(subject, '', [fileOf(subject)]) },
];

const traceOf = (subject: string) => ({ action_id: 'draft_trace', value: `trace:${fileOf(subject)}` });

/** One fault of one method, for one person. */
export interface FaultCase extends MethodUse {
  subject: string;
  faultName: string;
  fault: Fault;
  /** How many requests fail. */
  times: number;
}

/** What Slack refuses it refuses again; everything else happens once, and for `always` again and again. */
const timesOf = ({ kind }: Fault, isAlways: boolean): number =>
  kind === 'refuse' || isAlways ? Number.POSITIVE_INFINITY : 1;

/** Faults that last. */
const LASTING: ReadonlySet<string> = new Set(['hangs', 'drops the connection', '500', '200 with a page']);

/** The same faults of the same methods, each by another person. @param first number of the first person */
export function faultCases(faults: readonly string[], first: number): FaultCase[] {
  const kinds = faults.flatMap((name) => [
    { name, isAlways: false },
    ...(LASTING.has(name) ? [{ name, isAlways: true }] : []),
  ]);
  return kinds.flatMap(({ isAlways, name }, i) => {
    const fault = FAULTS[name];
    if (fault === undefined) throw new TypeError(`no fault ${name}`);
    return USES.map((use, j) => ({
      ...use,
      fault,
      faultName: isAlways ? `always ${name}` : name,
      subject: subjectOf(first + i * USES.length + j, use.standing),
      times: timesOf(fault, isAlways),
    }));
  });
}
