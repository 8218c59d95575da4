import { cosine, norm, SAME, type SectionProfile, type SpeechIndex } from '../../indexing/index.ts';
import { contains, mainSections, type Section, type Speech } from '../../speech/index.ts';
import { normaliseDocumentText, terms } from '../../text/index.ts';
import { type SectionPlace, sectionWith } from '../filter.ts';
import type { Area } from './area.ts';
import { type Topic, topicOf } from './topic/index.ts';

/** A section of a speech. */
export type InSpeech = Omit<SectionPlace, 'ancestors'>;

/** A section that was asked about, with the sections that say the same: the part of a speech that is to be written. */
export interface SectionPart {
  asked: SectionPlace;
  /** The section itself, then one of each other speech, the likest first. */
  sections: InSpeech[];
  topic: Topic;
  /** What the topic was read from: the heading, or the section's telling terms. */
  words: string;
  area: Area;
}

/** Sections that say the same; those further down say it less and less. */
const MOST_ALIKE = 12;
/** Where fewer say the same, as in a corpus of few speeches on a matter, the likest so many are taken… */
const FEWEST_ALIKE = 4;
/** …down to this cosine: below it they share no more than the words of the trade. */
const LEAST = 0.07;
/** Telling terms that stand for a heading that says nothing (工作回顾). */
const TELLING = 4;
/** A word of so many passages tells nothing. 0..1. */
const COMMON = 0.2;

/**
 * The part of a speech that a section is.
 *
 * @param isKept the speeches whose sections may say the same
 * @returns `undefined` where the section has gone
 */
export function sectionPart(
  index: SpeechIndex,
  id: string,
  isKept: (speech: Speech) => boolean,
): SectionPart | undefined {
  const asked = sectionWith(index, id);
  if (asked === undefined) return undefined;
  const profile = profileOf(index, asked);
  const sections = [asked, ...sectionsLike(index, asked.speech, profile, isKept)];
  const words = tells(index, asked.section.heading) ? asked.section.heading : topTerms(profile, asked.section);
  // A section of function words and figures alone names nothing.
  const topic = terms(words).length === 0 ? { words: [] } : topicOf(words, index);
  return { asked, sections, topic, words, area: areaOfSections(index, sections) };
}

/** What a section is about; of one below the main sections, what it says of what the main section above it is about. */
function profileOf(index: SpeechIndex, { speech, section }: InSpeech): SectionProfile {
  const mains = mainSections(speech.sections);
  const at = mains.findIndex((main) => contains(main, section));
  const whole = index.profiles(speech)[at] ?? new Map<string, number>();
  if (mains[at] === section) return whole;
  const said = normaliseDocumentText(speech.text.slice(section.start, section.end));
  const own = [...whole].filter(([term]) => said.includes(term));
  const length = norm(own.map(([, weight]) => weight)) || 1;
  return new Map(own.map(([term, weight]) => [term, weight / length]));
}

/** The main section of each other speech that is most about the same, if it is enough. */
function sectionsLike(
  index: SpeechIndex,
  own: Speech,
  profile: SectionProfile,
  isKept: (speech: Speech) => boolean,
): InSpeech[] {
  const best = index.speeches.flatMap((speech) => {
    if (speech === own || !isKept(speech)) return [];
    const profiles = index.profiles(speech);
    const likest = mainSections(speech.sections)
      .map((section, i) => ({ speech, section, like: cosine(profile, profiles[i] ?? new Map()) }))
      .filter(({ like }) => like >= LEAST)
      .sort((a, b) => b.like - a.like);
    return likest.slice(0, 1);
  });
  best.sort((a, b) => b.like - a.like);
  return best
    .filter(({ like }, i) => like >= SAME || i < FEWEST_ALIKE)
    .slice(0, MOST_ALIKE)
    .map(({ speech, section }) => ({ speech, section }));
}

/** Whether a heading names a matter: any word of it that is not everywhere. */
const tells = (index: SpeechIndex, heading: string): boolean =>
  terms(heading).some((term) => term.length > 1 && index.documentFrequency(term) <= COMMON * index.passageCount);

/** The words that a section is told by; of one without a profile, those it has. */
function topTerms(profile: SectionProfile, { heading }: Section): string {
  const telling = [...profile.keys()].slice(0, TELLING);
  return telling.length === 0 ? heading : telling.join(' ');
}

function areaOfSections({ speeches }: SpeechIndex, sections: readonly InSpeech[]): Area {
  const numbers = new Map(speeches.map((speech, i) => [speech, i]));
  const spans = new Map(sections.map(({ speech, section }) => [numbers.get(speech) ?? -1, [section]] as const));
  const has: Area['has'] = ({ speech, start }) =>
    (spans.get(speech) ?? []).some((span) => start >= span.start && start < span.end);
  return { spans, has };
}
