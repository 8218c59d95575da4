/** texts/: what the local workspace says itself, in Chinese and English. What the bot says is in assistant/texts/. */
import type { Language } from '../../assistant/index.ts';
import { en } from './en.ts';
import type { DemoTexts } from './texts.ts';
import { zh } from './zh.ts';

export type { DemoTexts } from './texts.ts';

const CATALOGUE: Record<Language, DemoTexts> = { zh, en };

export const demoTextsIn = (language: Language): DemoTexts => CATALOGUE[language];
