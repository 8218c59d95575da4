import { z } from 'zod';
import { BOT, BOT_ID, TEAM } from '../workspace/index.ts';
import { roomOf } from './chat.ts';
import { fileObject } from './files.ts';
import { id, type Method, method, Refused } from './method.ts';

const auth = method(null, z.object({}), () => ({
  url: 'https://slack.invalid/',
  team: 'local',
  user: 'zhibi',
  team_id: TEAM,
  user_id: BOT,
  bot_id: BOT_ID,
  is_enterprise_install: false,
}));

const fileInfo = method('files:read', z.object({ file: id }), ({ file }, { workspace }) => {
  const kept = workspace.file(file);
  if (kept === undefined) throw new Refused('file_not_found');
  return { file: fileObject(kept) };
});

/** docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts: four at most. */
const Prompts = z
  .array(z.object({ title: z.string().min(1), message: z.string().min(1) }))
  .min(1)
  .max(4);

const setSuggestedPrompts = method(
  'assistant:write',
  z.object({ channel_id: id, prompts: Prompts }),
  ({ channel_id: channel, prompts }, { workspace }) => {
    const room = roomOf(channel);
    if (room.kind !== 'app') throw new Refused('channel_not_found');
    workspace.suggest(room, prompts);
    return {};
  },
);

const setStatus = method(
  'assistant:write',
  z.object({ channel_id: id, thread_ts: id, status: z.string() }),
  ({ channel_id: channel, status, thread_ts: thread }, { workspace }) => {
    workspace.setStatus({ conversation: roomOf(channel).id, thread, text: status });
    return {};
  },
);

export const OTHERS: Readonly<Record<string, Method>> = {
  'auth.test': auth,
  'files.info': fileInfo,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
  'assistant.threads.setStatus': setStatus,
};
