import MiniSearch, { type Options } from 'minisearch';
import type { Speech } from '../speech/index.ts';
import { terms } from '../text/index.ts';
import { FIELDS, type Field } from './fields.ts';

/** A question to the inverted index: terms of the same analyser that made it, any of which may match. */
export interface TermQuery {
  terms: readonly string[];
  /** How much a match in each field counts. */
  boosts: Readonly<Record<Field, number>>;
  /** Only these passages, by id. */
  filter?: (passage: string) => boolean;
  limit: number;
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

const options: Options<Document> = {
  fields: [...FIELDS],
  // Field lengths count what the tokenizer gives, so the analyser drops stop words here and nothing later changes terms.
  tokenize: (text) => terms(text),
  processTerm: (term) => term,
};

/** Passages by their terms: MiniSearch, wrapped so that nothing else knows it. */
export class TermIndex {
  private readonly miniSearch: MiniSearch<Document>;

  private constructor(miniSearch: MiniSearch<Document>) {
    this.miniSearch = miniSearch;
  }

  /** Indexes every passage of the speeches. Loads jieba's dictionary. */
  static build(speeches: readonly Speech[], onSpeech: (done: number) => void = () => {}): TermIndex {
    const remembered = rememberTerms();
    const miniSearch = new MiniSearch<Document>({ ...options, tokenize: remembered });
    for (const [i, speech] of speeches.entries()) {
      for (const passage of speech.passages) {
        miniSearch.add({
          id: passage.id,
          text: speech.text.slice(passage.start, passage.end),
          headings: passage.path.join('\n'),
          title: speech.title,
        });
      }
      onSpeech(i + 1);
    }
    return new TermIndex(miniSearch);
  }

  /** Reads what {@link TermIndex.serialise} wrote; anything else throws. */
  static deserialise(json: string): TermIndex {
    return new TermIndex(MiniSearch.loadJSON(json, options));
  }

  serialise(): string {
    return JSON.stringify(this.miniSearch);
  }

  /** The best passages for a question, best first. */
  search(query: TermQuery): TermHit[] {
    const { filter } = query;
    const results = this.miniSearch.search('', {
      tokenize: () => [...query.terms],
      boost: { ...query.boosts },
      ...(filter === undefined ? {} : { filter: (result) => filter(String(result.id)) }),
    });
    return results
      .slice(0, query.limit)
      .map((result) => ({ passage: String(result.id), score: result.score, matched: result.queryTerms }));
  }
}

/** Titles and headings come again with every passage under them: their terms are made once. */
function rememberTerms(): (text: string, field?: string) => string[] {
  const known = new Map<string, string[]>();
  return (text, field) => {
    if (field === 'text') return terms(text);
    const found = known.get(text) ?? terms(text);
    known.set(text, found);
    return found;
  };
}
