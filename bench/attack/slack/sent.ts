import { standingOf } from './ids.ts';
import { conversationOf, type SlackRequest } from './methods.ts';

/** Something of the bot's that Slack accepted and people can read. */
export interface SentWords {
  subject: string;
  way: 'response' | 'post' | 'update' | 'ephemeral' | 'modal' | 'home' | 'prompts';
  /** The response URL or the conversation and thread that it went to. */
  place: string;
  /** Of a message that can be edited; else ''. */
  ts: string;
  /** All of it, as JSON. */
  json: string;
  /** What a notification shows. */
  text: string;
  /** Whether there is something to press in it, as in every answer that found something. */
  isAnswer: boolean;
  /** Whether others read it than one member of the workspace. */
  isPublic: boolean;
  /** Milliseconds, by `performance.now()`. */
  at: number;
}

const WAYS: Readonly<Record<string, SentWords['way']>> = {
  response: 'response',
  'chat.postMessage': 'post',
  'chat.update': 'update',
  'chat.postEphemeral': 'ephemeral',
  'views.open': 'modal',
  'views.push': 'modal',
  'views.update': 'modal',
  'views.publish': 'home',
  'assistant.threads.setSuggestedPrompts': 'prompts',
};

/** What a request puts before people; `null` of one that only asks. */
export function sentIn({ given, method, subject }: SlackRequest, ts: string): SentWords | null {
  const way = WAYS[method];
  if (way === undefined) return null;
  const json = JSON.stringify(given['view'] ?? [given['text'], given['blocks']]);
  return {
    subject,
    way,
    place: placeOf(way, given),
    ts,
    json,
    text: String(given['text'] ?? ''),
    isAnswer: json.includes('"action_id"'),
    isPublic: isPublic(way, given) || standingOf(subject) !== 'member',
    at: performance.now(),
  };
}

function placeOf(way: SentWords['way'], given: SlackRequest['given']): string {
  if (way === 'response') return String(given['path']);
  if (way === 'modal' || way === 'home' || way === 'prompts') return way;
  return [conversationOf(given['channel']), given['thread_ts']].filter((part) => part !== undefined).join(' ');
}

function isPublic(way: SentWords['way'], given: SlackRequest['given']): boolean {
  if (way === 'response') return given['response_type'] === 'in_channel';
  return (way === 'post' || way === 'update') && String(given['channel']).startsWith('C');
}
