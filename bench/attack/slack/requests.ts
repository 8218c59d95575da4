import { randomUUID } from 'node:crypto';
import { commandBody, eventBody, FORM } from '../../../tests/support/slack-requests.ts';
import { BOT_USER, TEAM } from '../../../tests/support/slack-stand-ins.ts';
import { channelOf, directOf, nextTrigger, userOf, viewOf } from './ids.ts';
import type { SlackStandIn } from './stand-in.ts';

/** Something that Slack tells the bot, for HTTP and for Socket Mode. */
export interface Told {
  /** `events` are delivered again until they are acknowledged; the others are not. */
  kind: 'events' | 'commands' | 'interactive';
  body: string;
  contentType: string;
  /** Where an answer to it shows: a response URL, or a conversation and its thread. */
  place: string;
}

const event = (fields: object, place: string): Told => ({
  kind: 'events',
  body: eventBody(fields),
  contentType: 'application/json',
  place,
});

const interactive = (payload: object, place: string): Told => ({
  kind: 'interactive',
  body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
  contentType: FORM,
  place,
});

let responses = 0;
const responsePath = (subject: string): string => `/response/${subject}/${++responses}`;

const common = (subject: string): object => ({
  api_app_id: 'A0ZHIBI',
  team: { id: TEAM, domain: 'office' },
  token: 'verification',
  user: { id: userOf(subject), username: subject, team_id: TEAM },
  trigger_id: nextTrigger(subject),
});

/** What people do, as Slack tells the bot; each in the conversations of the person that a subject names. */
export class PeopleOfSlack {
  private readonly slack: SlackStandIn;

  constructor(slack: SlackStandIn) {
    this.slack = slack;
  }

  /** Types `/draft TEXT`. @param counted the subject that the answer is counted for, where it is another */
  command(subject: string, text: string, counted = subject): Told {
    const path = responsePath(counted);
    const where = { user: userOf(subject), channel: channelOf(subject), triggerId: nextTrigger(subject) };
    const body = commandBody(text, { ...where, responseUrl: this.slack.origin + path });
    return { kind: 'commands', body, contentType: FORM, place: path };
  }

  /** Mentions the bot, outside of any thread. */
  mention(subject: string, text: string): Told {
    const ts = this.slack.nextTs();
    const channel = channelOf(subject);
    const words = `<@${BOT_USER}> ${text}`;
    const fields = { type: 'app_mention', user: userOf(subject), text: words, ts, event_ts: ts, channel };
    return event({ ...fields, user_team: TEAM }, `${channel} ${ts}`);
  }

  /** Mentions the bot in a thread without a word, so that it reads what the thread hangs under. */
  mentionBelow(subject: string): Told {
    const thread = this.slack.nextTs();
    const ts = this.slack.nextTs();
    const channel = channelOf(subject);
    const fields = { type: 'app_mention', user: userOf(subject), text: `<@${BOT_USER}>`, ts, event_ts: ts, channel };
    return event({ ...fields, thread_ts: thread, user_team: TEAM }, `${channel} ${thread}`);
  }

  /** Writes to the bot directly, with files or without. */
  write(subject: string, text: string, files: readonly string[] = [], ts = this.slack.nextTs()): Told {
    const channel = directOf(subject);
    const sent = files.map((id) => this.slack.fileFields(id));
    const sharing = sent.length === 0 ? {} : { subtype: 'file_share', files: sent };
    const fields = { type: 'message', channel, channel_type: 'im', user: userOf(subject), text, ts, event_ts: ts };
    return event({ ...fields, ...sharing }, channel);
  }

  /** Edits what was written at `ts`. */
  edit(subject: string, ts: string, before: string, after: string): Told {
    const channel = directOf(subject);
    const user = userOf(subject);
    const message = { type: 'message', user, text: after, ts, edited: { user, ts: this.slack.nextTs() } };
    const fields = { type: 'message', subtype: 'message_changed', channel, channel_type: 'im' };
    const changed = { message, previous_message: { text: before }, event_ts: this.slack.nextTs() };
    return event({ ...fields, ...changed }, channel);
  }

  /** Opens the Home tab, or the messages. */
  open(subject: string, tab: 'home' | 'messages'): Told {
    const fields = { type: 'app_home_opened', user: userOf(subject), channel: directOf(subject), tab };
    return event({ ...fields, event_ts: this.slack.nextTs() }, tab === 'home' ? 'home' : directOf(subject));
  }

  /** Presses a button of an answer that only the person sees. */
  press(subject: string, { action_id, value }: { action_id: string; value: string }): Told {
    const path = responsePath(subject);
    const channel = channelOf(subject);
    const container = { type: 'message', message_ts: '1.1', is_ephemeral: true, channel_id: channel };
    const actions = [{ type: 'button', block_id: 'b', action_ts: '1.1', action_id, value }];
    const where = { channel: { id: channel, name: 'drafting' }, container, response_url: this.slack.origin + path };
    return interactive({ ...common(subject), ...where, type: 'block_actions', actions }, path);
  }

  /** Presses a button in a modal that lies so deep. */
  pressInModal(subject: string, { action_id, value }: { action_id: string; value: string }, depth: number): Told {
    const metadata = JSON.stringify({ delivery: 'private', channel: channelOf(subject), depth });
    const view = { id: viewOf(subject), type: 'modal', private_metadata: metadata };
    const actions = [{ type: 'button', block_id: 'b', action_ts: '1.1', action_id, value }];
    const where = { container: { type: 'view', view_id: view.id }, view };
    return interactive({ ...common(subject), ...where, type: 'block_actions', actions }, 'modal');
  }

  /** Chooses a shortcut in the menu of a message. */
  shortcut(subject: string, callbackId: string, text: string): Told {
    const path = responsePath(subject);
    const message = { type: 'message', text, user: userOf(subject), ts: '1.1' };
    const where = { channel: { id: channelOf(subject), name: 'drafting' }, response_url: this.slack.origin + path };
    const chosen = { type: 'message_action', callback_id: callbackId, message_ts: '1.1', message };
    return interactive({ ...common(subject), ...where, ...chosen }, path);
  }
}

/** What is told over HTTP, as an envelope of Socket Mode. */
export function envelopeOf({ body, kind }: Told, id: string = randomUUID()): object {
  const type = { events: 'events_api', commands: 'slash_commands', interactive: 'interactive' }[kind];
  return { envelope_id: id, type, accepts_response_payload: kind !== 'events', payload: payloadOf({ body, kind }) };
}

function payloadOf({ body, kind }: Pick<Told, 'body' | 'kind'>): unknown {
  if (kind === 'events') return JSON.parse(body);
  const form = new URLSearchParams(body);
  return kind === 'commands' ? Object.fromEntries(form) : JSON.parse(form.get('payload') ?? 'null');
}
