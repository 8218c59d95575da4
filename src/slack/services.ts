import type { Logger } from 'pino';
import type { Assistant } from '../assistant/index.ts';
import type { People } from './people.ts';

/** What every listener works with. */
export interface Services {
  assistant: Assistant;
  people: People;
  log: Logger;
}
