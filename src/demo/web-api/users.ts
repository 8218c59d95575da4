import { z } from 'zod';
import { RESIDENTS, type Resident, residentNamed, TEAM } from '../workspace/index.ts';
import { id, type Method, method, Refused } from './method.ts';

/** docs.slack.dev/reference/objects/user-object */
const userObject = ({ id: user, kind, language, name, team }: Resident): object => ({
  id: user,
  team_id: team,
  name,
  real_name: name,
  profile: { display_name: name, real_name: name },
  locale: language === 'en' ? 'en-GB' : 'zh-CN',
  deleted: false,
  is_bot: kind === 'bot',
  is_restricted: kind === 'guest',
  is_ultra_restricted: false,
  is_stranger: kind === 'external',
});

const info = method('users:read', z.object({ user: id }), ({ user }) => {
  const resident = residentNamed(user);
  if (resident === undefined) throw new Refused('user_not_found');
  return { user: userObject(resident) };
});

const list = method('users:read', z.object({}), () => ({
  members: RESIDENTS.filter(({ team }) => team === TEAM).map(userObject),
  response_metadata: { next_cursor: '' },
}));

/** The workspace has no user groups. */
const noGroup = method('usergroups:read', z.object({ usergroup: id }), () => {
  throw new Refused('no_such_subteam');
});
const groups = method('usergroups:read', z.object({}), () => ({ usergroups: [] }));

export const USERS: Readonly<Record<string, Method>> = {
  'users.info': info,
  'users.list': list,
  'usergroups.list': groups,
  'usergroups.users.list': noGroup,
};
