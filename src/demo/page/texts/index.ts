/** What the page itself says, in the language of the person whose eyes it shows. */
import { en } from './en.ts';
import type { PageTexts } from './texts.ts';
import { zh } from './zh.ts';

export type { PageTexts } from './texts.ts';

const TEXTS: Record<'zh' | 'en', PageTexts> = { zh, en };

export const textsIn = (language: 'zh' | 'en'): PageTexts => TEXTS[language];
