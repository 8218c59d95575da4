import { randomUUID } from 'node:crypto';
import type { Action, InputValues, OpenView } from '../protocol.ts';
import { fileObject, messageObject, responseUrl } from '../web-api/index.ts';
import {
  APP,
  BOT,
  type Kept,
  type LocalWorkspace,
  type Resident,
  type Room,
  residentNamed,
  TEAM,
} from '../workspace/index.ts';

/*
 * What Slack sends: docs.slack.dev/reference/interaction-payloads, docs.slack.dev/reference/events. Where a field is left
 * out, it is one that this app has no use for.
 */
type Payload = Record<string, unknown>;

const team = { id: TEAM, domain: 'local' };
const common = { api_app_id: APP, team, token: 'local', is_enterprise_install: false };

const userObject = ({ id, name, team: teamId }: Resident): object => ({ id, name, username: name, team_id: teamId });

const channelObject = ({ id, kind, name }: Room): object => ({ id, name: kind === 'app' ? 'directmessage' : name });

export function commandPayload(
  workspace: LocalWorkspace,
  person: Resident,
  room: Room,
  { command, text }: Extract<Action, { type: 'command' }>,
): Payload {
  return {
    ...{ command, text },
    api_app_id: APP,
    token: 'local',
    is_enterprise_install: 'false',
    team_id: TEAM,
    team_domain: team.domain,
    channel_id: room.id,
    channel_name: room.kind === 'app' ? 'directmessage' : room.name,
    user_id: person.id,
    user_name: person.name,
    response_url: responseUrl(workspace, { person: person.id, room: room.id, message: null, thread: null }),
    trigger_id: workspace.triggers.give({ person: person.id, view: null }),
  };
}

/** A view as payloads hold it. */
const viewObject = ({ id, view }: OpenView, values: InputValues): object => ({
  ...view,
  id,
  team_id: TEAM,
  app_id: APP,
  bot_id: BOT,
  state: { values },
});

type Pressed = Extract<Action, { type: 'block_action' }>;

const pressed = (workspace: LocalWorkspace, person: Resident, { action }: Pressed, view: string | null): Payload => ({
  ...common,
  type: 'block_actions',
  user: userObject(person),
  trigger_id: workspace.triggers.give({ person: person.id, view }),
  actions: [{ ...action, action_ts: workspace.nextTs() }],
});

export function pressedInMessage(
  workspace: LocalWorkspace,
  person: Resident,
  { room, message, action }: { room: Room; message: Kept; action: Pressed },
): Payload {
  const { ts, thread, isEphemeral } = message;
  const inThread = thread === null ? {} : { thread_ts: thread };
  return {
    ...pressed(workspace, person, action, null),
    channel: channelObject(room),
    container: { type: 'message', message_ts: ts, channel_id: room.id, is_ephemeral: isEphemeral, ...inThread },
    ...(isEphemeral ? {} : { message: messageObject(message) }),
    state: { values: action.values },
    response_url: responseUrl(workspace, { person: person.id, room: room.id, message: ts, thread }),
  };
}

export const pressedInView = (
  workspace: LocalWorkspace,
  person: Resident,
  { view, action }: { view: OpenView; action: Pressed },
): Payload => ({
  ...pressed(workspace, person, action, view.view.type === 'modal' ? view.id : null),
  container: { type: 'view', view_id: view.id },
  view: viewObject(view, action.values),
});

export const submitted = (
  workspace: LocalWorkspace,
  person: Resident,
  view: OpenView,
  values: InputValues,
): Payload => ({
  ...common,
  type: 'view_submission',
  user: userObject(person),
  trigger_id: workspace.triggers.give({ person: person.id, view: view.id }),
  view: viewObject(view, values),
  response_urls: [],
});

export const closed = (person: Resident, view: OpenView, isCleared: boolean): Payload => ({
  ...common,
  type: 'view_closed',
  user: userObject(person),
  is_cleared: isCleared,
  view: viewObject(view, {}),
});

export const shortcutPayload = (
  workspace: LocalWorkspace,
  person: Resident,
  { room, message, callbackId }: { room: Room; message: Kept; callbackId: string },
): Payload => ({
  ...common,
  type: 'message_action',
  callback_id: callbackId,
  user: userObject(person),
  channel: channelObject(room),
  trigger_id: workspace.triggers.give({ person: person.id, view: null }),
  response_url: responseUrl(workspace, {
    ...{ person: person.id, room: room.id, message: message.ts },
    thread: message.thread,
  }),
  message_ts: message.ts,
  message: messageObject(message),
});

/** The envelope of an event. */
const event = (fields: Payload): Payload => ({
  type: 'event_callback',
  team_id: TEAM,
  api_app_id: APP,
  event_id: `Ev${randomUUID()}`,
  event_time: Math.floor(Date.now() / 1000),
  event: fields,
  authorizations: [{ team_id: TEAM, user_id: BOT, is_bot: true, enterprise_id: null, is_enterprise_install: false }],
});

const threadOf = ({ thread }: Kept): object => (thread === null ? {} : { thread_ts: thread });

/** @param edited when it was, if it was */
export function mentionEvent(message: Kept, edited: string | null): Payload {
  const { author, conversation, text, ts } = message;
  return event({
    type: 'app_mention',
    ...{
      user: author,
      user_team: residentNamed(author)?.team,
      text,
      ts,
      channel: conversation,
      event_ts: edited ?? ts,
    },
    ...threadOf(message),
    ...(edited === null ? {} : { edited: { user: author, ts: edited } }),
  });
}

/** A direct message as events hold it. */
function written(workspace: LocalWorkspace, message: Kept): Payload {
  const { author, fileIds, text, ts } = message;
  const files = fileIds.flatMap((id) => workspace.file(id) ?? []).map(fileObject);
  return {
    type: 'message',
    ...(files.length === 0 ? {} : { subtype: 'file_share', files }),
    ...{ user: author, team: TEAM, text, ts },
    ...threadOf(message),
  };
}

const directly = ({ conversation }: Kept, ts: string): Payload => ({
  channel: conversation,
  channel_type: 'im',
  event_ts: ts,
});

export const directEvent = (workspace: LocalWorkspace, message: Kept): Payload =>
  event({ ...written(workspace, message), ...directly(message, message.ts) });

/** A direct message that was changed, and what it was before. */
export function changedEvent(workspace: LocalWorkspace, before: Kept, after: Kept, ts: string): Payload {
  return event({
    type: 'message',
    subtype: 'message_changed',
    ...directly(after, ts),
    message: { ...written(workspace, after), edited: { user: after.author, ts } },
    previous_message: written(workspace, before),
  });
}

export const homeOpened = (person: Resident, room: Room, tab: 'home' | 'messages', ts: string): Payload =>
  event({ type: 'app_home_opened', user: person.id, channel: room.id, tab, event_ts: ts });
