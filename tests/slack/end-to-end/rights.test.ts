import { beforeAll, describe, expect, it } from 'vitest';
import type { SpeechIndex } from '../../../src/indexing/index.ts';
import { type AccessPolicy, DEFAULT_POLICY } from '../../../src/slack/index.ts';
import { memoryStore } from '../../../src/store/index.ts';
import { indexOf } from '../../support/corpus.ts';
import { fail } from '../../support/fake-slack.ts';
import { ALL_QUOTES, GUARDED_SPEECHES, HIDDEN, INTERNAL, NOT_ASKED, OPEN } from '../../support/guarded-speeches.ts';
import type { PersonName } from '../../support/slack-completed.ts';
import { type Left, sentFor } from '../../support/slack-sent.ts';
import { directly, type Ids, idsOver, inChannel, type Readers, type Surface } from '../../support/slack-surfaces.ts';
import { workspaceOver } from '../../support/slack-workspace.ts';

let index: SpeechIndex;
let ids: Ids;
const store = memoryStore();

beforeAll(async () => {
  index = await indexOf(GUARDED_SPEECHES);
  ids = await idsOver(index, store);
});

/** What is wrong with what left the app for one thing that a person did. */
function faults(
  { asks = 'internal', name, readers }: Surface,
  sent: readonly Left[],
  from: PersonName,
  mayRead: (readers: Readers) => boolean,
): string[] {
  const all = sent.map(({ words }) => words).join('\n');
  const leaks = sent.filter((one) => INTERNAL.test(one.words) && !mayRead(one.readers));
  const isRefused = from === 'foreigner';
  const shown = INTERNAL.test(all);
  const isDue = asks === 'internal' && !isRefused;
  return [
    ...(HIDDEN.test(all) ? ['a hidden word'] : []),
    ...leaks.map((leak) => `an internal word, ${leak.readers}`),
    ...(isRefused && OPEN.test(all) ? ['a word for somebody of another organisation'] : []),
    ...(isRefused && !/只供本单位/.test(all) ? ['no refusal'] : []),
    ...(isDue && mayRead(readers) && !shown ? ['nothing internal, where it may be'] : []),
    ...(from !== 'member' && NOT_ASKED.test(all) ? ['that there is something internal'] : []),
  ].map((fault) => `${name} by ${from}: ${fault}`);
}

/** Hides a folder of the corpus from everybody whom the test has. */
const POLICY: AccessPolicy = {
  ...DEFAULT_POLICY,
  folders: [{ folder: 'party/', groups: [], people: ['U0SOMEBODY'], channels: ['C0SOMEWHERE'] }],
};
const FILES = { F0QUOTES: { name: '摘抄.txt', text: `某次会上的讲话\n同志们：\n${ALL_QUOTES}\n` } };
const PEOPLE: readonly PersonName[] = ['member', 'guest', 'foreigner'];

type Given = NonNullable<Parameters<typeof workspaceOver>[1]>;

/** Everything that these people do, and what is wrong with what left the app. */
async function faultsOf(
  given: Given,
  surfaces: readonly Surface[],
  people: readonly PersonName[],
  isOpen: boolean,
): Promise<string[]> {
  const slack = await workspaceOver(index, { policy: POLICY, files: FILES, store, ...given });
  try {
    const found: string[] = [];
    for (const from of people) {
      const isMember = from === 'member';
      const mayRead = (readers: Readers): boolean =>
        isMember && (readers === 'direct' || (readers === 'private' && isOpen));
      for (const surface of surfaces)
        found.push(...faults(surface, await sentFor(slack, surface, from), from, mayRead));
    }
    const words = [OPEN, INTERNAL, HIDDEN, /乡村振兴|底账|xox[bp]/];
    const told = slack.logLines.filter((line) => words.some((word) => word.test(line)));
    return [...found, ...told.map(() => 'a word in the log')];
  } finally {
    await slack.stop();
  }
}

describe('whatever a person does in a channel', () => {
  const crowd = Response.json({ ok: true, members: [], response_metadata: { next_cursor: 'more' } });
  it.concurrent.each<[string, boolean, Given]>([
    ['of the workspace', true, {}],
    ['that is private', true, { channelFields: { is_private: true } }],
    ['that is shared with another organisation', false, { channelFields: { is_shared: true, is_ext_shared: true } }],
    ['that another organisation is invited to', false, { channelFields: { is_pending_ext_shared: true } }],
    ['that another workspace is asked to join', false, { channelFields: { pending_connected_team_ids: ['T0OTHER'] } }],
    ['of several workspaces', false, { channelFields: { is_shared: true, is_org_shared: true } }],
    ['with a guest in it', false, { members: ['member', 'guest'] }],
    ['with somebody of another organisation in it', false, { members: ['member', 'foreigner'] }],
    [
      'that Slack tells nothing of',
      false,
      { answers: { 'conversations.info': () => Response.json(fail('fatal_error')) } },
    ],
    [
      'whose people Slack does not tell',
      false,
      { answers: { 'conversations.members': () => Response.json(fail('fatal_error')) } },
    ],
    [
      'that the bot is not in',
      false,
      { answers: { 'conversations.info': () => Response.json(fail('channel_not_found')) } },
    ],
    ['with too many people', false, { answers: { 'conversations.members': () => crowd.clone() } }],
  ])('%s, nothing is shown to anybody who may not see it, and what may be seen is', async (_, isOpen, given) => {
    expect(await faultsOf(given, inChannel(ids), PEOPLE, isOpen)).toEqual([]);
  });
});

describe('whatever a person does in direct messages and on the Home tab', () => {
  it('is shown what is internal if they are a member, and never what is hidden', async () => {
    expect(await faultsOf({}, directly(ids), PEOPLE, true)).toEqual([]);
  });
});
