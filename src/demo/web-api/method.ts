import { z } from 'zod';
import type { Scope } from '../../slack/index.ts';
import type { Cause } from '../cause.ts';
import type { LocalWorkspace } from '../workspace/index.ts';

/** What a method works with. */
export interface Calling {
  workspace: LocalWorkspace;
  method: string;
  /** What was sent, for who wants to see it. */
  payload: Record<string, unknown>;
  cause: Cause | undefined;
}

/** Slack's `ok: false`. */
export class Refused extends Error {
  readonly answer: { ok: false; error: string; [key: string]: unknown };

  constructor(error: string, details: Record<string, unknown> = {}) {
    super(error);
    this.answer = { ok: false, error, ...details };
  }
}

/** A method of the Web API. @throws Refused */
export interface Method {
  /** The scope that it needs, as docs.slack.dev/reference/methods has it; `null` for none. */
  scope: Scope | 'im:write' | null;
  run(given: Readonly<Record<string, unknown>>, calling: Calling): object;
}

/** A method with the arguments that it takes; what is wrong with them is `invalid_arguments`, as in Slack. */
export function method<Schema extends z.ZodObject>(
  scope: Method['scope'],
  schema: Schema,
  run: (given: z.infer<Schema>, calling: Calling) => object,
): Method {
  return {
    scope,
    run: (given, calling) => {
      const read = schema.safeParse(given);
      if (!read.success) {
        const messages = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
        throw new Refused('invalid_arguments', { response_metadata: { messages } });
      }
      return run(read.data, calling);
    },
  };
}

/** Slack's client sends forms: `true` for a yes, numbers in digits. */
export const flag = z.stringbool().default(false);
export const id = z.string().min(1);
