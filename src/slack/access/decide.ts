import type { Language } from '../../assistant/index.ts';
import type { Audience } from '../../speech/index.ts';
import type { Channel } from './channels.ts';
import type { Account } from './people.ts';
import type { AccessPolicy, FolderRule } from './policy.ts';

/** What matters of a person. */
export interface Person {
  /** What they are called in Slack; empty where Slack does not say. */
  name: string;
  /** The language to answer in. */
  language: Language;
  /** A full member of the workspace that the app is installed in: no guest, nobody of another organisation. */
  isInsider: boolean;
}

/**
 * Where an answer would be read. `private`: ephemeral or modal in a channel; `direct`: direct message with the bot, Home
 * tab, modal opened from there; `posted`: whoever is or comes to be in the channel.
 */
export type Delivery = 'private' | 'direct' | 'posted';

export interface Whereabouts {
  delivery: Delivery;
  channel: string | null;
  user: string;
  /** The workspace that the app is installed in. */
  teamId: string | undefined;
  /** The workspace of the person as the payload names it. */
  userTeam?: string;
}

/** Whether a person may use the bot there, and what they may see of its answers. */
export type Admission =
  | {
      isAllowed: true;
      person: Person;
      audience: Audience;
      /** Why internal speeches are not visible, where they are not. */
      closed?: Withholding;
    }
  | { isAllowed: false; person: Person; reason: Refusal };

/**
 * Why internal speeches are not visible: the answer is for whoever is in the channel (`posted`); for a guest or somebody of
 * another organisation (`outsider`); in a channel shared with others (`shared`) or with `guests`, that the bot is not in
 * (`unseen`), with too many people to look at (`crowded`), or of which Slack tells nothing (`unanswered`); or for a person
 * of whom it tells nothing (`unidentified`).
 */
export type Withholding =
  | 'posted'
  | 'outsider'
  | 'shared'
  | 'guests'
  | 'unseen'
  | 'crowded'
  | 'unanswered'
  | 'unidentified';

/** What a person is refused for: their workspace, the channel, or that they are in none of the user groups. */
export type Refusal = 'workspace' | 'channel' | 'group';

/** What is known when it is decided; `null` for what Slack does not answer, or not in time. */
export interface Facts {
  person: Account | null;
  channel: Channel | null;
  /** Who is in the channel; `crowded`: more than are looked at. */
  members: readonly (Account | null)[] | 'crowded' | null;
  /** Those of the policy's user groups that the person is in. */
  groups: ReadonlySet<string>;
}

/** Decides who may see what: the one place. What is not known is decided as if it were against showing. */
export function decide(policy: AccessPolicy, facts: Facts, where: Whereabouts): Admission {
  const person = personOf(facts.person, where);
  const place = isOwnDirectMessage(facts.channel, where) ? { ...where, delivery: 'direct' as const } : where;
  const reason = refusalOf(policy, facts, place);
  if (reason !== null) return { isAllowed: false, person, reason };
  const closed = closedBy(facts, place, person.isInsider);
  const hidden = policy.folders.filter((rule) => !isOpenTo(rule, facts, place)).map(({ folder }) => folder);
  const admission = { isAllowed: true as const, person, audience: { internal: closed === null, hidden } };
  return closed === null ? admission : { ...admission, closed };
}

function personOf(account: Account | null, { teamId }: Whereabouts): Person {
  if (account === null) return { name: '', language: 'zh', isInsider: false };
  const isInsider = teamId !== undefined && account.teams.includes(teamId) && !account.isGuest;
  return { name: account.name, language: account.language, isInsider };
}

/** Slack tells the bot of its own direct messages alone. */
const isOwnDirectMessage = (channel: Channel | null, { delivery, user }: Whereabouts): boolean =>
  delivery === 'private' && channel?.kind === 'direct' && channel.partner === user;

function refusalOf(policy: AccessPolicy, facts: Facts, where: Whereabouts): Refusal | null {
  const { delivery, channel, teamId, userTeam } = where;
  const workspaces = policy.workspaces ?? (teamId === undefined ? [] : [teamId]);
  // Of whom Slack does not tell, the payload says at least the workspace, and Slack has signed it.
  const teams = facts.person?.teams ?? (userTeam === undefined ? [] : [userTeam]);
  if (!teams.some((team) => workspaces.includes(team))) return 'workspace';
  const isListed = policy.channels === null || (channel !== null && policy.channels.includes(channel));
  if (delivery !== 'direct' && !isListed) return 'channel';
  if (policy.groups !== null && !policy.groups.some((group) => facts.groups.has(group))) return 'group';
  return null;
}

/** Why internal speeches are not visible; `null` where they are. */
function closedBy(facts: Facts, { delivery, teamId }: Whereabouts, isInsider: boolean): Withholding | null {
  if (delivery === 'posted') return isInsider ? 'posted' : 'outsider';
  if (facts.person === null) return 'unidentified';
  if (!isInsider) return 'outsider';
  return delivery === 'direct' ? null : closedByChannel(facts, facts.person, teamId);
}

function closedByChannel({ channel, members }: Facts, person: Account, teamId: string | undefined): Withholding | null {
  if (channel === null) return 'unanswered';
  if (channel.kind !== 'channel') return 'unseen';
  if (channel.reach === 'outside') return 'shared';
  if (channel.reach === 'organisation' && person.enterprise === null) return 'shared';
  if (members === 'crowded') return 'crowded';
  if (members === null || members.includes(null)) return 'unanswered';
  const readers = members.filter((member) => member !== null).filter(({ isNoReader }) => !isNoReader);
  if (readers.some(({ isGuest }) => isGuest)) return 'guests';
  const isColleague = ({ enterprise, teams }: Account): boolean =>
    channel.reach === 'organisation'
      ? enterprise === person.enterprise
      : teamId !== undefined && teams.includes(teamId);
  return readers.every(isColleague) ? null : 'shared';
}

function isOpenTo(rule: FolderRule, facts: Facts, { delivery, channel, user }: Whereabouts): boolean {
  if (delivery !== 'direct' && channel !== null && rule.channels.includes(channel)) return true;
  if (delivery === 'posted') return false;
  return rule.people.includes(user) || rule.groups.some((group) => facts.groups.has(group));
}
