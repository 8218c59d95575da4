import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Language } from '../../assistant/index.ts';
import { type Memory, Remembered } from './remembered.ts';

/** What Slack says of an account. */
export interface Account {
  name: string;
  language: Language;
  /** Guests of one channel or several, strangers, people who have left: nobody whom the workspace trusts as its own. */
  isGuest: boolean;
  /** Reads nothing: an app, or an account that was closed. */
  isNoReader: boolean;
  teams: readonly string[];
  /** The organisation (Enterprise) that the account belongs to. */
  enterprise: string | null;
}

/** Of `users.info` and `users.list` (docs.slack.dev/reference/objects/user-object). */
const User = z.object({
  id: z.string().optional(),
  name: z.string().default(''),
  real_name: z.string().default(''),
  profile: z.object({ display_name: z.string().default('') }).optional(),
  locale: z.string().optional(),
  team_id: z.string().optional(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  // Not said is not denied: without it an account counts as a guest's.
  is_restricted: z.boolean().default(true),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  enterprise_user: z
    .object({ id: z.string().optional(), enterprise_id: z.string().optional(), teams: z.array(z.string()).default([]) })
    .optional(),
});
const UserInfo = z.object({ user: User });
const UserPage = z.object({
  members: z.array(z.unknown()),
  response_metadata: z.object({ next_cursor: z.string().default('') }).optional(),
});

const MINUTE = 60_000;

/** Guests are made and unmade rarely. */
const PERSON_TERM = { fresh: 5 * MINUTE, isAwaited: true, holds: 10 * MINUTE };
const MOST_PEOPLE = 5000;

/** Whoever is new stands in no old list and is asked for alone; only a member who became a guest, untold, is seen late. */
const DIRECTORY_TERM = { fresh: 9 * MINUTE, isAwaited: false, holds: 30 * MINUTE };
/** `users.list` may be asked 20 times a minute (tier 2) and gives at most 999 accounts a page. */
const PAGE = 999;
const MOST_PAGES = 15;

/** `users.info` may be asked 100 times a minute (tier 4): so many unknown people are asked for one by one. */
const MOST_ALONE = 40;
const AT_ONCE = 8;

type Directory = ReadonlyMap<string, Account>;
const DIRECTORY = 'directory';

/**
 * Looks people up in Slack and remembers them for a while. Never rejects: `null` stands for whom Slack does not know or
 * tell.
 *
 * One person costs a `users.info`. Many cost one each as long as they are few; else the whole workspace is read once
 * (`users.list`: 6 calls for 5,000 people), and only who is not in it is asked for alone.
 */
export class People {
  private readonly accounts: Remembered<Account>;
  private readonly directory: Remembered<Directory>;
  /** Of whom Slack told that they are no more what the directory says. */
  private readonly changed = new Set<string>();

  constructor(memory: Memory) {
    this.accounts = new Remembered(PERSON_TERM, MOST_PEOPLE, memory);
    this.directory = new Remembered(DIRECTORY_TERM, 1, memory);
  }

  get(client: webApi.WebClient, user: string): Promise<Account | null> {
    return this.accounts.get(user, async () => {
      const info = await client.users.info({ user, include_locale: true });
      const account = UserInfo.parse(info).user;
      if (!isAbout(account, user)) throw new AboutAnother();
      return toAccount(account);
    });
  }

  /** Slack told that an account is not what it was. */
  forget(user: string): void {
    this.accounts.forget(user);
    this.changed.add(user);
  }

  /** The accounts of many people; `null` as a whole where the list of the workspace leaves too many of them unknown. */
  async all(client: webApi.WebClient, users: readonly string[]): Promise<(Account | null)[] | null> {
    const isUnknown = (user: string): boolean => !this.accounts.has(user);
    const needsDirectory = this.directory.has(DIRECTORY) || users.filter(isUnknown).length > MOST_ALONE;
    const directory = needsDirectory ? await this.readDirectory(client) : null;
    const isListed = (user: string): boolean => directory?.has(user) === true && !this.changed.has(user);
    const alone = users.filter((user) => isUnknown(user) && !isListed(user));
    if (alone.length > MOST_ALONE) return directory === null ? users.map(() => null) : null;
    for (let i = 0; i < alone.length; i += AT_ONCE) {
      await Promise.all(alone.slice(i, i + AT_ONCE).map((user) => this.get(client, user)));
    }
    const accountOf = (user: string): Promise<Account | null> | Account | null =>
      this.accounts.has(user) || this.changed.has(user) ? this.get(client, user) : (directory?.get(user) ?? null);
    return Promise.all(users.map(accountOf));
  }

  /** Reads the workspace before the first question needs it. */
  async prepare(client: webApi.WebClient): Promise<void> {
    await this.readDirectory(client);
  }

  private readDirectory(client: webApi.WebClient): Promise<Directory | null> {
    return this.directory.get(DIRECTORY, async () => {
      const before = [...this.changed];
      const directory = await readDirectory(client);
      for (const user of before) this.changed.delete(user);
      return directory;
    });
  }
}

/** Slack answered about somebody else, or did not say about whom. */
class AboutAnother extends Error {
  override readonly name = 'AboutAnother';
}

/** Within an Enterprise a person has an id of the organisation beside that of the workspace. */
const isAbout = ({ enterprise_user, id }: z.infer<typeof User>, user: string): boolean =>
  id === user || enterprise_user?.id === user;

async function readDirectory(client: webApi.WebClient): Promise<Directory> {
  const directory = new Map<string, Account>();
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES && cursor !== ''; page++) {
    const answer = await client.users.list({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    const { members, response_metadata } = UserPage.parse(answer);
    for (const member of members) {
      const user = User.safeParse(member);
      if (user.success && user.data.id !== undefined) directory.set(user.data.id, toAccount(user.data));
    }
    cursor = response_metadata?.next_cursor ?? '';
  }
  return directory;
}

function toAccount(user: z.infer<typeof User>): Account {
  return {
    name: user.profile?.display_name || user.real_name || user.name,
    language: user.locale?.startsWith('en') === true ? 'en' : 'zh',
    isGuest: user.is_restricted || user.is_ultra_restricted || user.is_stranger || user.deleted,
    isNoReader: user.is_bot || user.deleted,
    teams: [...(user.team_id === undefined ? [] : [user.team_id]), ...(user.enterprise_user?.teams ?? [])],
    enterprise: user.enterprise_user?.enterprise_id ?? null,
  };
}
