import MiniSearch, { type Options } from 'minisearch';
import { indexTerms } from '../text/index.ts';
import { FIELDS, type Field } from './fields.ts';
import { type Likeness, likeTerms } from './likeness.ts';
import { fieldsOf, type PassageTexts } from './passage-texts.ts';
import { gathered, spread } from './spread.ts';
import { BM25, type TermHit, type TermQuery, type TermSearcher } from './term-searcher.ts';

/** What is put into MiniSearch for a passage. */
type Document = { id: number } & Record<Field, string>;

const options: Options<Document> = {
  fields: [...FIELDS],
  // Field lengths count what the tokenizer gives, so the analyser drops stop words here and nothing later changes terms.
  tokenize: (text) => indexTerms(text),
  processTerm: (term) => spread(term),
  searchOptions: { bm25: BM25 },
};

/** What {@link freeze} reads. */
export type MiniSearchJson = ReturnType<MiniSearch['toJSON']>;

/** Passages by their terms: MiniSearch, wrapped so that nothing else knows it. */
export class TermIndex implements TermSearcher {
  private readonly miniSearch: MiniSearch<Document>;

  private constructor(miniSearch: MiniSearch<Document>) {
    this.miniSearch = miniSearch;
  }

  /**
   * Indexes passages, numbered in their order. Loads jieba's dictionary.
   *
   * @param onPassage told after each how many there are by now
   */
  static ofPassages(passages: Iterable<PassageTexts>, onPassage: (done: number) => void = () => {}): TermIndex {
    const miniSearch = new MiniSearch<Document>({ ...options, tokenize: rememberingTokenizer() });
    let number = 0;
    for (const passage of passages) {
      miniSearch.add({ id: number++, ...fieldsOf(passage) });
      onPassage(number);
    }
    return new TermIndex(miniSearch);
  }

  /** What {@link TermIndex.toJSON} gave, or another MiniSearch whose terms are spread and whose ids are numbers. */
  static of(json: MiniSearchJson): TermIndex {
    return new TermIndex(MiniSearch.loadJS(json, options));
  }

  toJSON(): MiniSearchJson {
    return this.miniSearch.toJSON();
  }

  get passageCount(): number {
    return this.toJSON().nextId;
  }

  documentFrequency(term: string): number {
    return this.search({ terms: new Map([[term, 1]]), boosts: { whole: 1 } }).length;
  }

  vocabulary(): string[] {
    return this.toJSON().index.map(([key]) => gathered(key));
  }

  search({ terms, boosts, among, most, ...likeness }: TermQuery): TermHit[] {
    const asked = this.askedKeys(terms, likeness);
    const isAmong = among === undefined ? undefined : new Set(among);
    const results = this.miniSearch.search('', {
      tokenize: () => asked.map(({ key }) => key),
      processTerm: (key) => key,
      fields: Object.keys(boosts),
      boost: { ...boosts },
      boostTerm: (_, i) => asked[i]?.weight ?? 1,
      ...(isAmong === undefined ? {} : { filter: ({ id }) => isAmong.has(id) }),
    });
    // MiniSearch multiplies by the number of terms that matched; how many count for how much is decided later.
    const hits = results.map(({ id, score, queryTerms }): TermHit => {
      const keys = new Set(queryTerms);
      const matched = new Set(asked.filter(({ key }) => keys.has(key)).map(({ term }) => term));
      return { passage: id, score: score / queryTerms.length, matched: [...matched] };
    });
    return hits.sort((a, b) => b.score - a.score).slice(0, most);
  }

  private askedKeys(terms: TermQuery['terms'], likeness: Likeness): AskedKey[] {
    const asked = [...terms].flatMap(([term, weight]): AskedKey[] => [
      { key: spread(term), term, weight },
      ...Array.from(likeTerms(term, this.vocabulary(), likeness), ([like, share]) => ({
        key: spread(like),
        term,
        weight: weight * share,
      })),
    ]);
    return asked.filter(({ key }) => key !== '');
  }
}

/** What MiniSearch is asked for. */
interface AskedKey {
  key: string;
  /** The term of the question that it counts for. */
  term: string;
  weight: number;
}

/** Titles and headings come again with every passage under them: the terms of short lines are made once. */
const LONGEST_REMEMBERED = 80;

function rememberingTokenizer(): (text: string) => string[] {
  const known = new Map<string, string[]>();
  const termsOfLine = (line: string): string[] => {
    if (line.length > LONGEST_REMEMBERED) return indexTerms(line);
    const found = known.get(line) ?? indexTerms(line);
    known.set(line, found);
    return found;
  };
  return (text) => text.split('\n').flatMap(termsOfLine);
}
