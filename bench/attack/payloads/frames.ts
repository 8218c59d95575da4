import type { Random } from '../random.ts';
import { envelopeOf, type PeopleOfSlack } from '../slack/requests.ts';
import { frame, OPCODE } from '../slack/web-socket.ts';
import { ordinary } from './http.ts';
import { mutated } from './mutate.ts';

/** Something hostile over a web socket: bytes as they go out. */
export interface HostileFrame {
  kind: string;
  bytes: Uint8Array;
}

const text = (words: string): Buffer => frame(OPCODE.text, Buffer.from(words));

const NO_OBJECT = ['null', '[]', '0', '""', 'true', '{}', '[null]', '', '{', '\u0000'] as const;
/** Envelopes that lack what they are for. */
const HOLLOW: readonly [object, ...object[]] = [
  { type: 'events_api' },
  { type: 'events_api', envelope_id: 'e' },
  { type: 'events_api', envelope_id: 'e', payload: null },
  { type: 'events_api', envelope_id: 'e', payload: {} },
  { type: 'events_api', envelope_id: 'e', payload: { event: null } },
  { type: 'events_api', envelope_id: 'e', payload: { event: { type: 'error' } } },
  { type: 'slash_commands', envelope_id: 'e' },
  { type: 'slash_commands', envelope_id: 'e', payload: null },
  { type: 'interactive', envelope_id: 'e', payload: 'null' },
  { type: 'interactive', envelope_id: 'e', payload: [] },
  { type: null, envelope_id: 'e' },
  { type: 'error', envelope_id: 'e' },
  { type: 'close', envelope_id: 'e' },
  { type: 'slack_event', envelope_id: 'e' },
  { type: 'ws_message', envelope_id: 'e' },
  { type: 'authenticated' },
  { type: 'hello', num_connections: null },
  { envelope_id: { $: 1 }, type: 'events_api', payload: { event: { type: {} } } },
];

type Maker = (people: PeopleOfSlack, random: Random) => Uint8Array;

const KINDS: readonly (readonly [kind: string, share: number, Maker])[] = [
  [
    'frame: fields gone or wrong',
    60,
    (people, random) => {
      const envelope = envelopeOf(ordinary(people, random));
      return text(JSON.stringify(mutated(envelope, random, 1 + random.below(3))));
    },
  ],
  ['frame: hollow envelopes', 20, (_, random) => text(JSON.stringify(random.one(HOLLOW)))],
  ['frame: no object', 15, (_, random) => text(random.one(NO_OBJECT))],
  ['frame: binary', 4, (_, random) => frame(OPCODE.binary, random.bytes(random.below(500)))],
  ['frame: 4 MB of text', 1, () => text(JSON.stringify({ type: 'x'.repeat(4 * 2 ** 20) }))],
];

/** So many hostile frames that leave the connection open. */
export function* hostileFrames(people: PeopleOfSlack, random: Random, count: number): Generator<HostileFrame> {
  const chances = KINDS.flatMap(([kind, share, make]) => Array.from({ length: share }, () => ({ kind, make })));
  for (let i = 0; i < count; i++) {
    const chosen = random.pick(chances);
    if (chosen !== undefined) yield { kind: chosen.kind, bytes: chosen.make(people, random) };
  }
}

const RESERVED_BIT = 0xc0;
const UNFINISHED = 0x00;

/** What ends a connection, after which the client opens another: RFC 6455 forbids each, or Slack asks for it. */
export const BREAKING_FRAMES: readonly HostileFrame[] = [
  { kind: 'frame: asked to disconnect', bytes: text('{"type":"disconnect","reason":"refresh_requested"}') },
  { kind: 'frame: asked to disconnect, without a reason', bytes: text('{"type":"disconnect"}') },
  { kind: 'frame: no UTF-8', bytes: frame(OPCODE.text, Buffer.from([0xff, 0xfe, 0xc3])) },
  { kind: 'frame: a reserved bit', bytes: frame(OPCODE.text, Buffer.from('{}'), RESERVED_BIT) },
  { kind: 'frame: an unknown opcode', bytes: frame(7, Buffer.from('{}')) },
  { kind: 'frame: a long ping', bytes: frame(OPCODE.ping, Buffer.alloc(200)) },
  { kind: 'frame: a ping in pieces', bytes: frame(OPCODE.ping, Buffer.from('x'), UNFINISHED) },
  { kind: 'frame: closed with 1008', bytes: frame(OPCODE.close, Buffer.from([0x03, 0xf0])) },
  { kind: 'frame: closed with half a code', bytes: frame(OPCODE.close, Buffer.from([0x03])) },
  { kind: 'frame: no frame at all', bytes: Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n') },
];
