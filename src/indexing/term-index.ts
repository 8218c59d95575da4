import MiniSearch, { type Options } from 'minisearch';
import type { Passage, Speech } from '../speech/index.ts';
import { indexTerms } from '../text/index.ts';
import { FIELDS, type Field } from './fields.ts';

/** A question to the inverted index: terms of the same analyser that made it, any of which may match. */
export interface TermQuery {
  /** How much a match of each term counts. */
  terms: ReadonlyMap<string, number>;
  /** How much a match in each field counts; fields left out are not searched. */
  boosts: Readonly<Partial<Record<Field, number>>>;
  /** Only these passages, by id. */
  filter?: (passage: string) => boolean;
}

export interface TermHit {
  /** Id of the passage. */
  passage: string;
  /** BM25+ (Lv and Zhai 2011), summed over terms and fields. */
  score: number;
  /** Terms of the question that the passage holds. */
  matched: readonly string[];
}

/** What is put into MiniSearch for a passage. */
type Document = { id: string } & Record<Field, string>;

/**
 * Found by measurement (docs/retrieval.md): passages are paragraphs, long ones say more and not the same at length, so
 * length counts for more and repetition saturates later than by default; no bonus for a term's mere presence.
 */
const BM25 = { k: 2.5, b: 0.85, d: 0.2 };

const options: Options<Document> = {
  fields: [...FIELDS],
  // Field lengths count what the tokenizer gives, so the analyser drops stop words here and nothing later changes terms.
  tokenize: (text) => indexTerms(text),
  processTerm: (term) => spread(term),
  searchOptions: { bm25: BM25 },
};

/**
 * A term as MiniSearch keeps it: each UTF-16 unit as three characters of 6, 5 and 5 bits. MiniSearch's radix tree looks
 * through the children of a node one by one, and Han terms would give its root thousands of them; this gives every node
 * 64 at the most. Building takes a quarter of the time and loading a third.
 */
function spread(term: string): string {
  let key = '';
  for (let i = 0; i < term.length; i++) {
    const unit = term.charCodeAt(i);
    key += String.fromCharCode(FIRST + (unit >> 10), FIRST + ((unit >> 5) & 31), FIRST + (unit & 31));
  }
  return key;
}

/** From here on 64 characters that JSON writes as they are, but for the backslash. */
const FIRST = 48;

/** Passages by their terms: MiniSearch, wrapped so that nothing else knows it. */
export class TermIndex {
  private readonly miniSearch: MiniSearch<Document>;

  private constructor(miniSearch: MiniSearch<Document>) {
    this.miniSearch = miniSearch;
  }

  /**
   * Indexes every passage of the speeches, and counts in how many passages each term stands. Loads jieba's dictionary.
   */
  static build(
    speeches: readonly Speech[],
    onSpeech: (done: number) => void = () => {},
  ): { termIndex: TermIndex; frequencies: Map<string, number> } {
    const frequencies = new Map<string, number>();
    const miniSearch = new MiniSearch<Document>({ ...options, tokenize: countingTokenizer(frequencies) });
    for (const [i, speech] of speeches.entries()) {
      for (const passage of speech.passages) miniSearch.add(toDocument(speech, passage));
      onSpeech(i + 1);
    }
    return { termIndex: new TermIndex(miniSearch), frequencies };
  }

  /** Reads what {@link TermIndex.serialise} wrote; anything else throws. */
  static deserialise(json: string): TermIndex {
    return new TermIndex(MiniSearch.loadJSON(json, options));
  }

  serialise(): string {
    return JSON.stringify(this.miniSearch);
  }

  /** All passages that hold any of the terms, best first. */
  search(query: TermQuery): TermHit[] {
    const { filter, terms } = query;
    const typed = new Map([...terms.keys()].map((term) => [spread(term), term]));
    const results = this.miniSearch.search('', {
      tokenize: () => [...terms.keys()],
      fields: Object.keys(query.boosts),
      boost: { ...query.boosts },
      boostTerm: (key) => terms.get(typed.get(key) ?? '') ?? 1,
      ...(filter === undefined ? {} : { filter: (result) => filter(String(result.id)) }),
    });
    // MiniSearch multiplies by the number of terms that matched; how many count for how much is decided later.
    const hits = results.map(({ id, score, queryTerms }) => {
      const matched = queryTerms.map((key) => typed.get(key) ?? key);
      return { passage: String(id), score: score / queryTerms.length, matched };
    });
    return hits.sort((a, b) => b.score - a.score);
  }
}

function toDocument(speech: Speech, passage: Passage): Document {
  const headings = passage.path.join('\n');
  const text = speech.text.slice(passage.start, passage.end);
  return { id: passage.id, whole: `${headings}\n${speech.title}\n${text}`, headings, title: speech.title };
}

/** Titles and headings come again with every passage under them: the terms of short lines are made once. */
const LONGEST_REMEMBERED = 80;

function countingTokenizer(frequencies: Map<string, number>): (text: string, field?: string) => string[] {
  const known = new Map<string, string[]>();
  const termsOfLine = (line: string): string[] => {
    if (line.length > LONGEST_REMEMBERED) return indexTerms(line);
    const found = known.get(line) ?? indexTerms(line);
    known.set(line, found);
    return found;
  };
  return (text, field) => {
    const terms = text.split('\n').flatMap(termsOfLine);
    if (field !== 'whole') return terms;
    for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    return terms;
  };
}
