import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Language } from '../assistant/index.ts';

/** What matters of a person: the language to answer in, and whether internal material may be shown to them. */
export interface Person {
  language: Language;
  /** A full member of this workspace: no guest, nobody of another organisation. */
  isInsider: boolean;
}

/** Of `users.info` (docs.slack.dev/reference/objects/user-object). */
const UserInfo = z.object({
  user: z.object({
    locale: z.string().optional(),
    team_id: z.string().optional(),
    deleted: z.boolean().default(false),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
    enterprise_user: z.object({ teams: z.array(z.string()).default([]) }).optional(),
  }),
});

/** Guests are made and unmade rarely; what was learned of a person holds this long. In milliseconds. */
const REMEMBERED_FOR = 5 * 60_000;
const MOST_REMEMBERED = 5000;

/** When Slack does not say who someone is, they get Chinese, and nothing internal. */
const UNKNOWN: Person = { language: 'zh', isInsider: false };

/** Looks people up in Slack and remembers them for a while. */
export class People {
  private readonly known = new Map<string, { person: Person; until: number }>();
  private readonly now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  /** Who a user is; never throws. `teamId` is the workspace that the app is installed in. */
  async get(client: webApi.WebClient, user: string, teamId: string | undefined): Promise<Person> {
    const remembered = this.known.get(user);
    if (remembered !== undefined && remembered.until > this.now()) return remembered.person;
    const info = await client.users.info({ user, include_locale: true }).catch(() => null);
    const parsed = UserInfo.safeParse(info);
    if (!parsed.success) return UNKNOWN;
    const person = toPerson(parsed.data.user, teamId);
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.set(user, { person, until: this.now() + REMEMBERED_FOR });
    return person;
  }
}

function toPerson(user: z.infer<typeof UserInfo>['user'], teamId: string | undefined): Person {
  const isGuest = user.is_restricted || user.is_ultra_restricted || user.is_stranger || user.deleted;
  const teams = [user.team_id, ...(user.enterprise_user?.teams ?? [])];
  const isOurs = teamId !== undefined && teams.includes(teamId);
  return { language: user.locale?.startsWith('en') === true ? 'en' : 'zh', isInsider: isOurs && !isGuest };
}
