import { BOT_USER, TEAM } from './slack-stand-ins.ts';

/** People of the workspace, as Slack knows them and the emulator does not. */
export const PEOPLE = {
  member: { locale: 'zh-CN', team_id: TEAM, is_restricted: false },
  guest: { locale: 'zh-CN', team_id: TEAM, is_restricted: true },
  foreigner: { locale: 'zh-CN', team_id: 'T0ELSEWHERE', is_stranger: true },
  englishman: { locale: 'en-GB', team_id: TEAM, is_restricted: false },
} as const;
export type PersonName = keyof typeof PEOPLE;

/** What the app asked of the Web API. */
export interface Call {
  method: string;
  /** The host that was asked, and the token that it was shown. */
  host: string;
  token: string | null;
  arguments: Readonly<Record<string, unknown>>;
}

/** What the rest of Slack is like, where the emulator has no word for it. */
export interface Surroundings {
  /** Over what Slack says of the channel, which is the workspace's own. */
  channelFields: object;
  /** Who is in the channel. */
  members: readonly PersonName[];
  /** What Slack answers to a method, in place of what it would; of a function, what that gives, if anything. */
  answers: Readonly<Record<string, Instead>>;
  /** Files that were sent, by id. */
  files: Readonly<Record<string, File>>;
}

/** @returns `undefined` to let Slack answer as it would */
type Answering = (given: Call['arguments']) => Response | Promise<Response> | undefined;
type Instead = Answering | { ok: boolean; error?: string; needed?: string };

interface File {
  name: string;
  /** What is in it. */
  text: string | Uint8Array<ArrayBuffer>;
  /** What Slack says of it, where that is not so. */
  fields?: object;
  /** What it is served as. */
  contentType?: string;
}

const OWN_CHANNEL = { is_shared: false, is_ext_shared: false, is_org_shared: false, is_pending_ext_shared: false };

/**
 * A thin stand-in before the emulator, which knows neither locale nor guests nor shared channels, has everybody in every
 * channel, and lacks suggested prompts and files: what it answers is completed on the way. Every call is told to `hear`.
 */
export function completed(
  { answers, channelFields, files, members }: Surroundings,
  ids: Readonly<Record<string, string | undefined>>,
  hear: (call: Call) => void,
): typeof fetch {
  const ownAnswers: Readonly<Record<string, (given: Call['arguments'], url: URL) => object>> = {
    'files.info': ({ file }, url) => fileInfo(files, String(file), url),
    'assistant.threads.setSuggestedPrompts': () => ({ ok: true }),
    'conversations.members': () => ({ ok: true, members: [...members.map((name) => ids[name]), BOT_USER] }),
  };
  return async (input, init) => {
    const url = new URL(String(input));
    const method = url.pathname.split('/').at(-1) ?? '';
    const given = argumentsOf(init?.body);
    const token = new Headers(init?.headers).get('authorization');
    hear({ method, host: url.host, token, arguments: given });
    const answer = answerOf(answers[method], given);
    if (answer !== undefined) return answer;
    if (url.pathname.includes('/files-pri/')) return serve(files[method]);
    const own = ownAnswers[method]?.(given, url);
    if (own !== undefined) return Response.json(own);
    const response = await fetch(input, init);
    if (method === 'conversations.info') return withFields(response, 'channel', { ...OWN_CHANNEL, ...channelFields });
    if (method === 'users.info') return withFields(response, 'user', ({ name }) => PEOPLE[name as PersonName] ?? {});
    return response;
  };
}

function answerOf(instead: Instead | undefined, given: Call['arguments']): ReturnType<Answering> {
  if (typeof instead === 'function') return instead(given);
  return instead === undefined ? undefined : Response.json(instead);
}

/** Slack's client sends forms; what is nested stands in them as JSON. */
function argumentsOf(body: unknown): Record<string, unknown> {
  if (typeof body !== 'string') return {};
  const entries = [...new URLSearchParams(body)].map(([key, value]) => [key, parsed(value)] as const);
  return Object.fromEntries(entries);
}

function parsed(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function serve(file: File | undefined): Response {
  if (file === undefined) return new Response('', { status: 404 });
  return new Response(file.text, { headers: { 'content-type': file.contentType ?? 'application/octet-stream' } });
}

function fileInfo(files: Surroundings['files'], id: string, { origin }: URL): object {
  const file = files[id];
  if (file === undefined) return { ok: false, error: 'file_not_found' };
  return { ok: true, file: fileOf(id, file, origin) };
}

/** A file as Slack's events tell of it. */
export const fileOf = (id: string, { name, text, fields }: File, origin: string): object => ({
  id,
  name,
  size: Buffer.byteLength(text),
  url_private_download: `${origin}/files-pri/${id}`,
  ...fields,
});

type Fields = object | ((of: { name?: string }) => object);

async function withFields(response: Response, key: string, fields: Fields): Promise<Response> {
  const json = (await response.json()) as Record<string, { name?: string } | undefined>;
  const of = json[key];
  if (of === undefined) return Response.json(json);
  return Response.json({ ...json, [key]: { ...of, ...(typeof fields === 'function' ? fields(of) : fields) } });
}
