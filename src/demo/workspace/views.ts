import { randomUUID } from 'node:crypto';
import type { OpenView, View } from '../protocol.ts';
import { fillInIds } from './fill-in-ids.ts';

/** Modals lie on one another three deep at most (docs.slack.dev/surfaces/modals). */
const DEEPEST = 3;

/** Who called what to show a view. */
export type Called = Pick<OpenView, 'method' | 'madeBy'>;

/** The modals that are open and the Home tabs, by person. */
export class Views {
  private readonly stacks = new Map<string, OpenView[]>();
  private readonly homes = new Map<string, OpenView>();

  stackOf(person: string): OpenView[] {
    return this.stacks.get(person) ?? [];
  }

  homeOf(person: string): OpenView | null {
    return this.homes.get(person) ?? null;
  }

  /** A view of a person by its id, the Home tab among them. */
  find(person: string, id: string): OpenView | undefined {
    return [...this.stackOf(person), ...[this.homeOf(person)].filter((home) => home !== null)].find(
      (view) => view.id === id,
    );
  }

  /** Whose modal it is. */
  ownerOf(id: string): string | undefined {
    return [...this.stacks].find(([, stack]) => stack.some((view) => view.id === id))?.[0];
  }

  open(person: string, view: View, called: Called): OpenView {
    const opened = made(view, called);
    this.stacks.set(person, [opened]);
    return opened;
  }

  /** @returns `null` where three lie on one another already, or there is none to lie on */
  push(person: string, view: View, called: Called): OpenView | null {
    const stack = this.stackOf(person);
    if (stack.length === 0 || stack.length >= DEEPEST) return null;
    const pushed = made(view, called);
    this.stacks.set(person, [...stack, pushed]);
    return pushed;
  }

  /** Puts a view in the place of another, under its id. */
  update(person: string, id: string, view: View, called: Called): OpenView {
    const updated = { ...made(view, called), id };
    this.replace(person, updated);
    return updated;
  }

  /** Says what is wrong with what was entered. */
  complain(person: string, id: string, errors: OpenView['errors']): void {
    const view = this.stackOf(person).find((one) => one.id === id);
    if (view !== undefined) this.replace(person, { ...view, errors });
  }

  /** Closes a modal and what lies on it. */
  close(person: string, id: string): void {
    const stack = this.stackOf(person);
    const at = stack.findIndex((view) => view.id === id);
    if (at >= 0) this.stacks.set(person, stack.slice(0, at));
  }

  clear(person: string): void {
    this.stacks.delete(person);
  }

  publish(person: string, view: View, called: Called): OpenView {
    const id = this.homeOf(person)?.id;
    const home = { ...made(view, called), ...(id === undefined ? {} : { id }) };
    this.homes.set(person, home);
    return home;
  }

  private replace(person: string, view: OpenView): void {
    this.stacks.set(
      person,
      this.stackOf(person).map((one) => (one.id === view.id ? view : one)),
    );
  }
}

const made = (view: View, { method, madeBy }: Called): OpenView => ({
  id: `V${randomUUID().slice(0, 8).toUpperCase()}`,
  view: { ...view, blocks: fillInIds(view.blocks) },
  method,
  errors: {},
  ...(madeBy === undefined ? {} : { madeBy }),
});
