import type { ViewTexts } from './views.ts';

const speeches = (count: number): string => (count === 1 ? '1 speech' : `${count} speeches`);
const sentences = (count: number): string => (count === 1 ? '1 sentence' : `${count} sentences`);

export const viewsEn: ViewTexts = {
  close: 'Close',
  done: 'Done',
  place: {
    title: 'The passage in its place',
    before: 'Before it',
    after: 'After it',
    begins: '[passage begins]',
    ends: '[passage ends]',
    rights: 'Rights',
    copy: 'Copy as text',
    copyHint:
      'Click into the box, select all and copy: citation and notices come along. Changes made here change nothing.',
    gone: 'The speech of this passage has changed or gone. Please ask again.',
  },
  form: {
    title: 'Ask the speeches',
    submit: 'Ask',
    what: 'What are you looking for?',
    kinds: {
      passages: { name: 'Passages', answer: 'with speech, section and paragraph' },
      skeleton: { name: 'A skeleton', answer: 'of the nearest speeches, and one composed' },
      phrasing: { name: 'Phrasing', answer: 'how the corpus says it, counted' },
      source: { name: 'A source', answer: 'which speech a sentence is from' },
    },
    topic: 'Topic, pattern or sentence',
    topicHint:
      'In Chinese, as the speeches are. Passages and skeletons take a topic, phrasing a topic or a pattern with * and ?, a source the whole sentence. You may add from: or except: and a word of the title.',
    genre: 'Genre',
    anyGenre: 'Any',
    years: 'Years',
    yearsHint: '2024 or 2018-2022; empty for all. Genre and years do not apply to a source.',
    nothingChosen: 'Choose what you are looking for.',
    topicEmpty: 'Type what to look for.',
    yearsWrong: 'Years are written 2024 or 2018-2022.',
  },
  home: {
    title: 'Zhibi',
    holds: (count, passages) =>
      `The corpus holds ${speeches(count)} with ${passages} ${passages === 1 ? 'passage' : 'passages'}. Every answer quotes them, word for word.`,
    speeches,
    byGenre: 'By genre',
    byYear: 'By year',
    year: (year) => String(year),
    earlier: (first, last) => (first === last ? String(first) : `${first}–${last}`),
    unknownGenre: 'genre unknown',
    unknownDate: 'date unknown',
    empty: 'The corpus holds no speech that you may see yet.',
    fresh: 'New in the last week',
    nothingFresh: 'Nothing new in the last week.',
    moreFresh: (count) => `${speeches(count)} more came in.`,
    ask: 'How to ask: click to try',
    examples: [
      { typed: 'find 引才 留才' },
      { typed: 'outline 安全生产动员会 sections:4' },
      { typed: 'phrase 以*为*' },
      { typed: 'phrase 加强基层治理' },
      { typed: 'find 营商环境 genre:work-report' },
    ],
    places: [
      'Type /draft in any channel: only you see the answer. Alone, /draft opens a form.',
      'Mention Zhibi in a thread, with the same words: everybody sees the answer, and internal material is left out.',
      'In a direct message, type a topic for passages, paste a sentence for its source, or drop a file to see how it was read.',
    ],
    rights:
      'Every item says what may be done with it: what is for reference only is not to be copied, what is internal not to be passed on.',
    asOf: 'As of',
  },
  trace: {
    title: (count) => `Traced: ${sentences(count)}`,
    columns: {
      sentence: 'Sentence',
      match: 'Result',
      place: 'Speech and paragraph',
      rights: 'Rights',
      differences: 'Differences',
    },
    found: (found, count) => `${found} of ${sentences(count)} have a source.`,
    notFound: 'not found',
    setPhrase: (count) => `set phrase of ${speeches(count)}`,
    otherPlaces: (count) => (count === 1 ? '1 more place' : `${count} more places`),
    notListed: (count) => `${sentences(count)} more looked up but not listed; ask for a part of the text.`,
    notLookedUp: (count) => `${sentences(count)} more not looked up; ask for a part of the text.`,
    empty: 'There is no sentence to look up: each needs at least four characters.',
  },
  file: {
    trace: 'Trace each sentence',
    moreHeadings: (count) => `${count} more ${count === 1 ? 'heading' : 'headings'} not listed.`,
    noHeadings: 'No headings were read.',
    noDoubts: 'No doubts.',
    moreDoubts: (count) => `${count} more ${count === 1 ? 'doubt' : 'doubts'}.`,
  },
};
