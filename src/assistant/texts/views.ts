/** What stands in windows, on the Home tab and around a file: short labels, hints under inputs, faults in a form. */
export interface ViewTexts {
  /** Labels and titles of windows have at most 24 characters. */
  close: string;
  done: string;

  place: {
    title: string;
    before: string;
    after: string;
    /** Where the passage begins and ends in its paragraph, in words, for those who hear it. */
    begins: string;
    ends: string;
    rights: string;
    copy: string;
    copyHint: string;
    gone: string;
  };

  form: {
    title: string;
    submit: string;
    what: string;
    kinds: Record<'passages' | 'skeleton' | 'phrasing' | 'source', { name: string; answer: string }>;
    topic: string;
    /** An example for each kind. */
    topicHint: string;
    genre: string;
    anyGenre: string;
    years: string;
    yearsHint: string;
    /** Faults, each shown under its input. */
    nothingChosen: string;
    topicEmpty: string;
    yearsWrong: string;
  };

  home: {
    title: string;
    holds: (speeches: number, passages: number) => string;
    speeches: (count: number) => string;
    byGenre: string;
    byYear: string;
    year: (year: number) => string;
    earlier: (first: number, last: number) => string;
    unknownGenre: string;
    unknownDate: string;
    empty: string;
    fresh: string;
    nothingFresh: string;
    moreFresh: (count: number) => string;
    ask: string;
    /** Typed as behind `/draft`; each runs when its button is clicked. */
    examples: readonly { typed: string }[];
    places: readonly string[];
    rights: string;
    asOf: string;
  };

  trace: {
    title: (sentences: number) => string;
    columns: Record<'sentence' | 'match' | 'place' | 'rights' | 'differences', string>;
    found: (found: number, sentences: number) => string;
    notFound: string;
    setPhrase: (speeches: number) => string;
    otherPlaces: (count: number) => string;
    notListed: (count: number) => string;
    notLookedUp: (count: number) => string;
    empty: string;
  };

  file: {
    trace: string;
    /** Headings deeper than those shown, or beyond the most. */
    moreHeadings: (count: number) => string;
    noHeadings: string;
    noDoubts: string;
    moreDoubts: (count: number) => string;
  };
}
