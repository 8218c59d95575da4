import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { type Memory, Remembered } from './remembered.ts';

const GroupUsers = z.object({ users: z.array(z.string()) });

const MINUTE = 60_000;
const TERM = { fresh: 5 * MINUTE, isAwaited: true, holds: 10 * MINUTE };
const MOST_GROUPS = 500;

/** Looks up who is in a user group, and remembers it for a while. Costs a `usergroups.users.list` (tier 2: 20 a minute). */
export class UserGroups {
  private readonly groups: Remembered<ReadonlySet<string>>;

  constructor(memory: Memory) {
    this.groups = new Remembered(TERM, MOST_GROUPS, memory);
  }

  /** Those of `groups` that `user` is known to be in; a group that Slack tells nothing of is none. Never rejects. */
  async of(client: webApi.WebClient, user: string, groups: readonly string[]): Promise<ReadonlySet<string>> {
    const usersOf = (group: string): Promise<ReadonlySet<string> | null> =>
      this.groups.get(group, async () => {
        const { users } = GroupUsers.parse(await client.usergroups.users.list({ usergroup: group }));
        return new Set(users);
      });
    const isIn = await Promise.all(groups.map(async (group) => (await usersOf(group))?.has(user) === true));
    return new Set(groups.filter((_, i) => isIn[i] === true));
  }
}
