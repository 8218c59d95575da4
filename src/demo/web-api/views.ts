import { z } from 'zod';
import type { OpenView } from '../protocol.ts';
import { mayUseApp, residentNamed } from '../workspace/index.ts';
import { checkedView } from './check.ts';
import { type Calling, id, type Method, method, Refused } from './method.ts';

const REFUSAL = {
  unknown: 'invalid_trigger_id',
  expired: 'expired_trigger_id',
  used: 'exchanged_trigger_id',
} as const;

/** @throws Refused for a trigger id that is no longer good, as it is after three seconds */
function triggered({ workspace }: Calling, trigger: string) {
  const used = workspace.triggers.use(trigger);
  if (typeof used === 'string') throw new Refused(REFUSAL[used]);
  return used;
}

const called = ({ cause, method: name }: Calling): Pick<OpenView, 'method' | 'madeBy'> => ({
  method: name,
  ...(cause === undefined ? {} : { madeBy: cause.listener }),
});

const answer = ({ id: view, view: shown }: OpenView): object => ({ view: { ...shown, id: view } });

const Triggered = z.object({ trigger_id: id, view: z.unknown() });

const open = method(null, Triggered, ({ trigger_id, view }, calling) => {
  const { workspace } = calling;
  const { person } = triggered(calling, trigger_id);
  const opened = workspace.views.open(person, checkedView(view, 'modal', calling), called(calling));
  workspace.showModals(person);
  return answer(opened);
});

const push = method(null, Triggered, ({ trigger_id, view }, calling) => {
  const { workspace } = calling;
  const { person } = triggered(calling, trigger_id);
  const pushed = workspace.views.push(person, checkedView(view, 'modal', calling), called(calling));
  if (pushed === null) throw new Refused('push_limit_reached');
  workspace.showModals(person);
  return answer(pushed);
});

const update = method(null, z.object({ view_id: id, view: z.unknown() }), ({ view_id, view }, calling) => {
  const { workspace } = calling;
  const person = workspace.views.ownerOf(view_id);
  if (person === undefined) throw new Refused('not_found');
  const updated = workspace.views.update(person, view_id, checkedView(view, 'modal', calling), called(calling));
  workspace.showModals(person);
  return answer(updated);
});

const publish = method(null, z.object({ user_id: id, view: z.unknown() }), ({ user_id: user, view }, calling) => {
  const { workspace } = calling;
  const resident = residentNamed(user);
  if (resident === undefined || !mayUseApp(resident)) throw new Refused('not_enabled');
  const home = workspace.views.publish(user, checkedView(view, 'home', calling), called(calling));
  workspace.showHome(user);
  return answer(home);
});

export const VIEWS: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
