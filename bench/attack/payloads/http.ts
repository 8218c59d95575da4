import { FORM, signedHeaders } from '../../../tests/support/slack-requests.ts';
import { SIGNING_SECRET } from '../../../tests/support/slack-stand-ins.ts';
import type { Random } from '../random.ts';
import { subjectOf } from '../slack/ids.ts';
import type { PeopleOfSlack, Told } from '../slack/requests.ts';
import { mutated } from './mutate.ts';
import { COMMANDS, HOSTILE_WORDS } from './words.ts';

/** A hostile request. */
export interface HostileRequest {
  kind: string;
  body: string | Uint8Array;
  headers: Record<string, string>;
  path?: string;
  method?: string;
}

const JSON_TYPE = 'application/json';

/** So many people write; the same one often enough to be known. */
const PEOPLE = 40;

/** Something that a person might do, as Slack tells it. */
export function ordinary(people: PeopleOfSlack, random: Random): Told {
  const subject = subjectOf(random.below(PEOPLE), random.one(['member', 'member', 'guest', 'stranger']));
  const button = { action_id: 'draft_x', value: random.one(['unfold:x.1', 'page:x~2', 'share-answer:x', 'trace:F1']) };
  const doings: [() => Told, ...(() => Told)[]] = [
    () => people.command(subject, 'find 乡村振兴'),
    () => people.mention(subject, '翠湖村'),
    () => people.mentionBelow(subject),
    () => people.write(subject, '干出来才算数'),
    () => people.edit(subject, '1.1', '前', '后'),
    () => people.open(subject, random.one(['home', 'messages'])),
    () => people.press(subject, button),
    () => people.pressInModal(subject, button, 1 + random.below(3)),
    () => people.shortcut(subject, 'draft_source', '干出来才算数'),
  ];
  return random.one(doings)();
}

type Maker = (people: PeopleOfSlack, random: Random) => Omit<HostileRequest, 'kind'>;

const signed = (body: string, type: string, headers: Record<string, string> = {}): Omit<HostileRequest, 'kind'> => ({
  body,
  headers: signedHeaders(body, type, { headers }),
});

/** Fields are gone or wrong in what stands in a told thing. */
function withWrongFields(told: Told, random: Random): string {
  const times = 1 + random.below(3);
  if (told.kind === 'events') return JSON.stringify(mutated(JSON.parse(told.body), random, times));
  const form = new URLSearchParams(told.body);
  if (told.kind === 'interactive') {
    const payload = mutated(JSON.parse(form.get('payload') ?? ''), random, times);
    return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  }
  const fields = Object.entries(Object(mutated(Object.fromEntries(form), random, times)) as object);
  const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  return new URLSearchParams(Object.fromEntries(fields.map(([key, value]) => [key, asText(value)]))).toString();
}

const NO_OBJECT = ['null', '[]', '0', '""', 'true', '{}', '[null]', '{"type":null}', '{"event":null}'] as const;
const NO_JSON = [
  '',
  '{',
  '{"type":',
  '\u0000',
  '\ufeff{}',
  `${'['.repeat(50_000)}`,
  '{"__proto__":{"x":1}}',
  'NaN',
] as const;
const NO_PAYLOAD = [
  'payload=',
  'payload=null',
  'payload=%7B',
  'payload=[]',
  'payload=0',
  'x=y',
  '&&&',
  'payload=%FF',
] as const;
const PATHS = [
  '/',
  '/slack/events/',
  '/healthz',
  '/../../etc/passwd',
  '/slack/install',
  '/%00',
  `/${'a'.repeat(3000)}`,
] as const;
const METHODS = ['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'] as const;
const TYPES = [
  '',
  'text/plain',
  'multipart/form-data; boundary=x',
  `${FORM}; charset=utf-16`,
  'application/xml',
] as const;

const unsigned: Maker = (people, random) => {
  const { body, contentType: type } = ordinary(people, random);
  const headers = signedHeaders(body, type, {});
  const now = String(Math.floor(Date.now() / 1000));
  return random.one<Omit<HostileRequest, 'kind'>>([
    { body, headers: { 'content-type': type } },
    { body, headers: { ...headers, 'x-slack-signature': 'v0=00' } },
    { body, headers: { ...headers, 'x-slack-signature': '' } },
    { body, headers: signedHeaders(body, type, { secret: `${SIGNING_SECRET}x` }) },
    { body, headers: signedHeaders(body, type, { timestamp: 1 }) },
    { body, headers: { ...headers, 'x-slack-request-timestamp': 'NaN' } },
    { body, headers: { ...headers, 'x-slack-request-timestamp': `${now}e3` } },
    { body: `${body} `, headers },
  ]);
};

/** Kinds of hostile requests, and how often each comes among a hundred. */
const KINDS: readonly (readonly [kind: string, share: number, Maker])[] = [
  [
    'signed, fields gone or wrong',
    45,
    (people, random) => {
      const told = ordinary(people, random);
      return signed(withWrongFields(told, random), told.contentType);
    },
  ],
  ['signed, JSON but no object of Slack', 8, (_, random) => signed(random.one(NO_OBJECT), JSON_TYPE)],
  ['signed, no JSON', 8, (_, random) => signed(random.one(NO_JSON), JSON_TYPE)],
  ['signed, form without its payload', 8, (_, random) => signed(random.one(NO_PAYLOAD), FORM)],
  [
    'signed, hostile words',
    8,
    (people, random) => {
      const words = `${random.one(COMMANDS)} ${random.pick(HOSTILE_WORDS)}`;
      const { body, contentType } = people.command(subjectOf(random.below(PEOPLE)), words);
      return signed(body, contentType);
    },
  ],
  ['signed, other content types', 4, (people, random) => signed(ordinary(people, random).body, random.one(TYPES))],
  [
    'signed, said to be a retry',
    4,
    (people, random) => {
      const told = ordinary(people, random);
      const retry = { 'x-slack-retry-num': random.one(['1', '-1', 'x']), 'x-slack-retry-reason': 'http_timeout' };
      return signed(told.body, told.contentType, retry);
    },
  ],
  ['bytes', 4, (_, random) => ({ body: random.bytes(1 + random.below(2000)), headers: { 'content-type': JSON_TYPE } })],
  ['not signed, or not well', 8, unsigned],
  [
    'other paths and methods',
    2,
    (_, random) => {
      const isPath = random.number() < 0.5;
      const where = isPath ? { path: random.one(PATHS) } : { method: random.one(METHODS) };
      return { body: '', headers: { 'content-type': JSON_TYPE }, ...where };
    },
  ],
  [
    '2 to 6 MB',
    1,
    (_, random) => {
      const body = JSON.stringify({
        type: 'event_callback',
        event: { text: 'x'.repeat((2 + random.below(5)) * 2 ** 20) },
      });
      return random.number() < 0.5 ? signed(body, JSON_TYPE) : { body, headers: { 'content-type': JSON_TYPE } };
    },
  ],
];

/** So many hostile requests, of every kind. */
export function* hostileRequests(people: PeopleOfSlack, random: Random, count: number): Generator<HostileRequest> {
  const chances = KINDS.flatMap(([kind, share, make]) => Array.from({ length: share }, () => ({ kind, make })));
  for (let i = 0; i < count; i++) {
    const chosen = random.pick(chances);
    if (chosen !== undefined) yield { kind: chosen.kind, ...chosen.make(people, random) };
  }
}
