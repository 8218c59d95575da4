import MiniSearch, { type Options } from 'minisearch';
import type { Passage, Speech } from '../speech/index.ts';
import { indexTerms } from '../text/index.ts';
import { FIELDS, type Field } from './fields.ts';
import { spread } from './spread.ts';
import { BM25, type TermHit, type TermQuery, type TermSearcher } from './term-searcher.ts';

/** What is put into MiniSearch for a passage. */
type Document = { id: string } & Record<Field, string>;

const options: Options<Document> = {
  fields: [...FIELDS],
  // Field lengths count what the tokenizer gives, so the analyser drops stop words here and nothing later changes terms.
  tokenize: (text) => indexTerms(text),
  processTerm: (term) => spread(term),
  searchOptions: { bm25: BM25 },
};

/** Passages by their terms: MiniSearch, wrapped so that nothing else knows it. */
export class TermIndex implements TermSearcher {
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
    return hits.sort((a, b) => b.score - a.score).slice(0, query.most);
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
