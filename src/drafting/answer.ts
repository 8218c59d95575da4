import type { Citation, Genre, Role, Section, Span } from '../speech/index.ts';
import type { Correction } from './question/index.ts';

/** A passage that answers a question. */
export interface Hit {
  /** Id of the passage. */
  passage: string;
  /** The passage, whole. */
  text: string;
  /** The part of it that holds the evidence: whole sentences of `text`. */
  snippet: string;
  /** Where the question's words stand in `snippet`, in order, apart. */
  marks: Span[];
  /** BM25+ times how much of the question the passage covers. Comparable within one answer only. */
  score: number;
  citation: Citation;
  /** Nearly the same words in other places. */
  alsoIn: Citation[];
}

export interface PassagesAnswer {
  kind: 'passages';
  query: string;
  /** Words of the query that were read as others of the same sound. */
  corrections: Correction[];
  /** What the query names and the corpus, or these hits, do not say; left out where there is none. */
  missing?: string[];
  hits: Hit[];
  /** How many further hits there are behind these. */
  more: number;
}

/** A paragraph, whole. */
export interface PlacedParagraph {
  /** See `Passage.paragraph`. */
  paragraph: number;
  text: string;
  /** `heading` where it is nothing else. */
  kind: 'heading' | 'text';
  citation: Citation;
}

/** A passage in its place. */
export interface PlaceAnswer {
  kind: 'place';
  /** Id of the passage. */
  passage: string;
  /** Of the speech. */
  title: string;
  date: string | null;
  genre: Genre | null;
  /** The passage, whole. */
  text: string;
  /** The paragraph that the passage is all or a part of, and where it stands in that. */
  paragraph: { text: string; mark: Span };
  /** The paragraphs before and behind it, in their order. */
  before: PlacedParagraph[];
  after: PlacedParagraph[];
  /** The innermost section with a heading that it stands under. */
  section: { id: string; heading: string } | null;
  /** Of the passage. */
  citation: Citation;
}

/** A heading of a real speech, and where it stands. */
export interface Alternative {
  /** Id of its section. */
  id: string;
  heading: string;
  /** See {@link SkeletonSection.blanks}. */
  blanks: Span[];
  citation: Citation;
}

/** Why a section is in a composed skeleton. */
export interface Support {
  /** The sections that say the same, one a speech, the chosen one first. */
  sections: Alternative[];
  /** What they are about: the words that tell most. */
  terms: string[];
  /** How much of the nearby speeches it stands for, how well it answers the question, how near its speech is. 0..1. */
  coverage: number;
  answers: number;
  fit: number;
}

/** A heading or point of a skeleton, as a real speech has it. */
export interface SkeletonSection extends Pick<Section, 'kind' | 'level' | 'marker' | 'heading'> {
  /** Id of the section. */
  id: string;
  /** What is to be filled in: offsets into `heading`. */
  blanks: Span[];
  role: Role | null;
  /** Characters of the section with everything under it, white space aside. */
  characters: number;
  /** Cites the heading's words. */
  citation: Citation;
  /** Headings of other speeches for the same; only in the main sections of a composed skeleton. */
  alternatives: Alternative[];
  /** Only of the main sections of a composed skeleton. */
  support?: Support;
  sections: SkeletonSection[];
}

/** How a speech begins, or how it ends: paragraphs under no heading. */
export interface SkeletonStretch {
  role: Role;
  characters: number;
  citation: Citation;
}

export interface Skeleton {
  /** One speech's own, as it was delivered; or composed from the sections of several. */
  kind: 'delivered' | 'composed';
  /** Empty for a composed one. */
  title: string;
  date: string | null;
  sections: SkeletonSection[];
  /** Only of a delivered one. */
  stretches?: SkeletonStretch[];
}

/** Sibling headings of one speech that match in form (套件标题). */
export interface HeadingSet {
  /** What they share, with … for what differs; `null` where it is only their shape. */
  frame: string | null;
  headings: (Alternative & { marker: string })[];
}

export interface SkeletonsAnswer {
  kind: 'skeletons';
  query: string;
  /** Whether the speeches are about the question, or only of the genre that was asked for. */
  nearBy: 'topic' | 'genre';
  /** The delivered ones, the nearest first; then the composed one, if there is any. */
  skeletons: Skeleton[];
  sets: HeadingSet[];
}

/**
 * The kinds of phrasing, in the order they are told: what a pattern's wildcards took, the clauses that words stand in, other
 * ways to say a sentence, words used alike; then, for a topic, headings and sets of them, points' leads, parallel sets
 * (排比), frames (以…为…), words that stand together, number abbreviations (四个意识), four-character phrases, quotations, and
 * what speeches about it open with, lead over with and close with.
 */
export const PHRASE_KINDS = [
  'fillings',
  'clauses',
  'paraphrases',
  'near-synonyms',
  'headings',
  'heading-sets',
  'leads',
  'parallel',
  'frames',
  'collocations',
  'numbers',
  'four-characters',
  'sayings',
  'openings',
  'transitions',
  'closings',
] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

/** Words of the corpus in their context (key word in context, KWIC). */
export interface PhraseExample {
  left: string;
  match: string;
  right: string;
  /** Slices to `match`. */
  citation: Citation;
}

/** What an item says otherwise than the question did, and what shows that the two are used alike. */
export interface PhraseChange {
  from: string;
  to: string;
  /** Words that both stand with. */
  evidence: string[];
}

export interface PhraseItem {
  /** The words; or what stands for all of them, as 以…为…. */
  text: string;
  /** How often it stands in the corpus; for a topic, about the topic. */
  count: number;
  /** In how many speeches. */
  speeches: number;
  /** Of the examples, at least one, at most {@link MOST_CITATIONS}; each slices to its example's `match`. */
  citations: [Citation, ...Citation[]];
  /** As many, in the same order. */
  examples: PhraseExample[];
  /** It stands in nearly every speech: nothing that a drafter needs to be told. */
  isSetPhrase?: boolean;
  /** Collocations: logDice, 14 at most (Rychlý 2008). Near-synonyms: 0..1. */
  score?: number;
  changed?: PhraseChange[];
}

/** A phrasing that stands everywhere is cited this often. */
export const MOST_CITATIONS = 5;

export interface PhraseGroup {
  kind: PhraseKind;
  items: PhraseItem[];
  /** How many further items of the kind there are. */
  more: number;
}

export interface PhrasingAnswer {
  kind: 'phrasing';
  query: string;
  /** The section that was asked about, if one was. */
  section?: Alternative;
  groups: PhraseGroup[];
}

/** A piece of a quote and the piece of a source that stands in its place; one of them may be empty. */
export interface Difference {
  quote: string;
  source: string;
}

export interface SourceMatch {
  /** `exact`: the same letters and digits in the same order, punctuation and width of characters aside. */
  kind: 'exact' | 'near';
  /** 0..1; 1 for exact. See `similarityOf`. */
  similarity: number;
  /** The words of the corpus. */
  text: string;
  /** What the quote has otherwise, at its edges too; letters and digits alone; empty for exact. */
  differences: Difference[];
  /** The part of the quote that this is the source of; left out where it is the source of the whole. */
  part?: string;
  citation: Citation;
}

export interface SourcesAnswer {
  kind: 'sources';
  quote: string;
  matches: SourceMatch[];
  /** Parts of the quote that no match is the source of, in their order; left out where there are none. */
  unmatched?: string[];
}

/** A sentence of a text, and where it stands. */
export interface TracedSentence {
  /** The sentence. */
  quote: string;
  /** The best place, if there is one. */
  match: SourceMatch | null;
  /** It is a set phrase that stands in this many speeches, and none is its source. */
  everywhere?: number;
  /** In how many further places it stands. */
  more: number;
}

export interface TraceAnswer {
  kind: 'trace';
  /** In the order of the text. */
  sentences: TracedSentence[];
  /** How many sentences there are beyond the most that are looked up. */
  left: number;
}

/** A speech in a list of them. */
export interface SpeechListing {
  /** Id of the speech. */
  speech: string;
  title: string;
  date: string | null;
  genre: Genre | null;
  /** Of its title block, paragraph 0; empty where the title comes from elsewhere than the text. */
  citation: Citation;
}

export interface OverviewAnswer {
  kind: 'overview';
  /** How many passages there are in all. */
  passages: number;
  /** In the order of the corpus. */
  speeches: SpeechListing[];
}

/** Nothing in the corpus answers: a result, not a fault. */
export interface NothingFound {
  kind: 'nothing';
  asked: 'find' | 'passage' | 'outline' | 'speech-skeleton' | 'phrase' | 'source';
  query: string;
  /** The words that were looked for. */
  lookedFor: string[];
  /** Words near to these that the corpus does say; empty where it was not `find` that was asked. */
  nearest: string[];
  /** `phrase`: the pattern would match nearly everything: its rarest words stand so often, and may stand so often. */
  tooCommon?: { words: string[]; count: number; limit: number };
  /** `source`: the quote is a set phrase that stands in this many speeches, and none is its source. */
  everywhere?: number;
  /** The passages or sections that were named have changed or gone, or may not answer. */
  gone?: true;
}

/** What comes back for a request. Every item of every kind carries a citation, by its type. */
export type Answer =
  | PassagesAnswer
  | PlaceAnswer
  | SkeletonsAnswer
  | PhrasingAnswer
  | SourcesAnswer
  | TraceAnswer
  | OverviewAnswer
  | NothingFound;

/** The answer where what a request names is no longer there. */
export const gone = (asked: NothingFound['asked']): NothingFound => ({
  kind: 'nothing',
  asked,
  query: '',
  lookedFor: [],
  nearest: [],
  gone: true,
});
