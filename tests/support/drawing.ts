import type { Drawing, Verb } from '../../src/slack/blocks/index.ts';
import { OFFERED_DIRECTLY, OFFERED_PRIVATELY } from '../../src/slack/delivery/outlet.ts';

export const EVERY_VERB: ReadonlySet<Verb> = new Set([...OFFERED_PRIVATELY, ...OFFERED_DIRECTLY]);

/** An answer where everything can be pressed, on its second page. */
export const WITH_BUTTONS: Drawing = {
  person: { name: '李文' },
  offers: EVERY_VERB,
  request: undefined,
  question: 'abcdefghijkl',
  page: 2,
};

/** An answer where nothing can be pressed. */
export const BARE: Drawing = { ...WITH_BUTTONS, offers: new Set(), question: null, page: 1 };
