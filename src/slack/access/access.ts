import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { refusalOf } from '../delivery/slack-fault.ts';
import { Channels } from './channels.ts';
import { type Admission, decide, type Facts, type Whereabouts } from './decide.ts';
import { People } from './people.ts';
import type { AccessPolicy } from './policy.ts';
import { UserGroups } from './user-groups.ts';

/** How long a question waits for what Slack says of people and places. In milliseconds. */
const BUDGET = 1500;

/** Time, as it passes here; tests have their own. */
export interface Clock {
  now: () => number;
  /** Ends after so many milliseconds. */
  wait: (ms: number) => Promise<unknown>;
}

/** A wait keeps no process alive that has nothing else to do. */
const CLOCK: Clock = { now: Date.now, wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()) };

/** Slack's codes name no person and no channel. */
function reasonOf(error: unknown): object {
  const { needed, slack } = refusalOf(error);
  return { error: slack, ...(needed === '' ? {} : { needed }) };
}

/** Direct messages with the bot that are remembered as such. */
const MOST_DIRECT = 5000;

/**
 * Who may use the bot, and what they may see of an answer where it would be read. Looks up what {@link decide} needs, and
 * remembers it for minutes.
 *
 * A person costs one `users.info`; a private answer in a channel also one `conversations.info`, one
 * `conversations.members`, and what {@link People} costs for who is in it. All are asked at once, and an answer waits a
 * second and a half at most: what is not known by then is decided as unknown, and the look-up goes on for the next
 * question.
 */
export class Access {
  private readonly policy: AccessPolicy;
  private readonly clock: Clock;
  private readonly people: People;
  private readonly channels: Channels;
  private readonly groups: UserGroups;
  /** Direct messages that people wrote to the bot in: a command typed there is no less direct. */
  private readonly direct = new Set<string>();

  /** @param log told of what Slack refuses to tell, by Slack's own word for it: a missing scope, say */
  constructor(policy: AccessPolicy, log: Logger, clock: Clock = CLOCK) {
    this.policy = policy;
    this.clock = clock;
    const memory = {
      now: clock.now,
      onFailure: (error: unknown) => log.warn(reasonOf(error), 'slack does not say'),
    };
    this.people = new People(memory);
    this.channels = new Channels(memory);
    this.groups = new UserGroups(memory);
  }

  /** Never throws: what goes wrong is decided as unknown. */
  async admit(client: webApi.WebClient, where: Whereabouts): Promise<Admission> {
    const place = this.asDirect(where);
    return decide(this.policy, await this.factsOf(client, place), place);
  }

  /** Reads who is in the workspace, again once that is ten minutes old, so that no question waits for it. Never throws. */
  prepare(client: webApi.WebClient): Promise<void> {
    return this.people.prepare(client);
  }

  /** Slack told that a channel came to be shared, or is no more, or that somebody joined it. */
  channelChanged(channel: string): void {
    this.channels.forget(channel);
  }

  /** Slack told that somebody's account changed: became a guest's, say. */
  personChanged(user: string): void {
    this.people.forget(user);
  }

  private async factsOf(client: webApi.WebClient, where: Whereabouts): Promise<Facts> {
    const timeout = this.clock.wait(BUDGET).then(() => null);
    const inTime = <Value>(value: Promise<Value | null>): Promise<Value | null> => Promise.race([value, timeout]);
    const channel = where.delivery === 'private' ? where.channel : null;
    const [person, info, members, groups] = await Promise.all([
      inTime(this.people.get(client, where.user)),
      inTime(channel === null ? Promise.resolve(null) : this.channels.get(client, channel)),
      inTime(channel === null ? Promise.resolve(null) : this.membersOf(client, channel)),
      inTime(this.groups.of(client, where.user, this.groupsThatMatter(where))),
    ]);
    return { person, channel: info, members, groups: groups ?? new Set() };
  }

  private async membersOf(client: webApi.WebClient, channel: string): Promise<Facts['members']> {
    const members = await this.channels.members(client, channel);
    if (members === null || members === 'crowded') return members;
    return (await this.people.all(client, members)) ?? 'crowded';
  }

  private groupsThatMatter({ delivery }: Whereabouts): string[] {
    const ofFolders = delivery === 'posted' ? [] : this.policy.folders.flatMap(({ groups }) => groups);
    return [...new Set([...(this.policy.groups ?? []), ...ofFolders])];
  }

  private asDirect(where: Whereabouts): Whereabouts {
    const key = `${where.user} ${where.channel}`;
    if (where.delivery === 'private') return this.direct.has(key) ? { ...where, delivery: 'direct' } : where;
    // Only a direct message's id begins so: a modal that names the channel it was opened over makes no channel direct.
    if (where.delivery === 'direct' && where.channel?.startsWith('D') === true) {
      if (this.direct.size >= MOST_DIRECT) this.direct.clear();
      this.direct.add(key);
    }
    return where;
  }
}
