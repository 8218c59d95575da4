import { errorsEn } from './errors-en.ts';
import { plural } from './plural.ts';
import { setupEn } from './setup-en.ts';
import { terminalEn } from './terminal-en.ts';
import type { Texts } from './texts.ts';
import { viewsEn } from './views-en.ts';

export const en: Texts = {
  genres: {
    deployment: 'deployment',
    mobilisation: 'mobilisation',
    summary: 'summary',
    'opening-closing': 'opening or closing',
    'work-report': 'work report',
    forum: 'forum',
    'taking-office': 'taking office',
    'duty-report': 'duty report',
    'party-lecture': 'Party lecture',
    commemoration: 'commendation or commemoration',
    letter: 'letter or greeting',
  },
  levels: {
    central: 'central',
    province: 'province',
    city: 'city',
    county: 'county or district',
    township: 'township or subdistrict',
    village: 'village or community',
    enterprise: 'enterprise',
    school: 'school',
    hospital: 'hospital',
  },
  roles: {
    opening: 'opening',
    review: 'review',
    problems: 'problems',
    situation: 'situation',
    requirement: 'requirement',
    tasks: 'tasks',
    safeguards: 'safeguards',
    call: 'call',
  },
  restrictions: {
    none: 'no restriction stated',
    'reference-only': 'for reference only',
    internal: 'internal, not to be passed on',
  },
  phraseKinds: {
    fillings: 'Matches',
    clauses: 'Clauses',
    paraphrases: 'Said otherwise',
    'near-synonyms': 'Near-synonyms (as this corpus has them)',
    headings: 'Headings',
    'heading-sets': 'Sets of headings',
    leads: 'Leads of points',
    parallel: 'Parallel sets',
    frames: 'Frames',
    collocations: 'Collocations',
    numbers: 'Number abbreviations',
    'four-characters': 'Four-character phrases',
    sayings: 'Quoted sayings',
    openings: 'Openings',
    transitions: 'Transitions',
    closings: 'Closings',
  },
  errors: errorsEn,
  warnings: {
    'title-missing': () => 'No title found; the file name stands in for it.',
    'numbering-begins': ({ marker }) => `Numbering begins in the middle, with ${marker}.`,
    'numbering-skips': ({ before, marker }) => `Numbering skips: ${before} is followed by ${marker}.`,
    'numbering-repeats': ({ before, marker }) => `Numbering repeats: ${before} is followed by ${marker}.`,
    'numbering-restarts': ({ before, marker }) => `Numbering falls back: ${before} is followed by ${marker}.`,
    'front-matter-foreign': ({ keys }) => `The front matter has keys that are unknown here and were ignored: ${keys}.`,
    'breaks-lost': () =>
      'The line breaks seem to be lost. Paragraphs and headings were inferred from numbers, full stops and spaces.',
    'breaks-kept': () => 'Lines seem to be broken at a fixed width, and which of them form a paragraph is uncertain.',
    'notes-apart': ({ count }) =>
      `${count} footnotes, endnotes and comments were read for notices alone; they are no part of the text.`,
    'notices-unread': () =>
      'Pictures in headers or footers, or files inside this file, were not read: they may restrict its use.',
    'numbers-undrawn': ({ format }) => `Word numbers some paragraphs in a style that cannot be drawn here (${format}).`,
    'several-speeches': () =>
      'The file seems to hold more than one speech: another begins about here. Please split it into several files.',
    'columns-unsure': () => 'Pages seem to be set in columns whose order is uncertain.',
  },
  headings: {
    passages: (query) => `Passages: ${query}`,
    similar: 'Similar passages',
    skeletons: (query) => `Skeletons: ${query}`,
    phrasing: (query) => (query === '' ? 'Phrasing' : `Phrasing: ${query}`),
    sources: 'Sources',
    nothing: {
      find: (query) =>
        query === '' ? 'No passage in the corpus is like this one.' : `No passage in the corpus matches “${query}”.`,
      outline: (query) => `No speech in the corpus is near “${query}”.`,
      phrase: (query) =>
        query === '' ? 'No phrasing to list for this section.' : `Nothing in the corpus is phrased like “${query}”.`,
      source: () => 'No source for this sentence in the corpus.',
      passage: () => 'This passage cannot be shown here.',
      'speech-skeleton': () => 'This speech has neither headings nor points to make a skeleton of.',
    },
  },
  skeleton: {
    composed: (speeches) =>
      speeches === null
        ? 'Composed skeleton (all headings of one speech)'
        : `Composed skeleton (from ${speeches} speeches)`,
    byGenre: 'No speech in the corpus is about this; these are the skeletons of speeches of its genre.',
    characters: (count) => plural(count, 'character'),
    supported: (speeches) => `a part like this in ${speeches === 1 ? '1 speech' : `${speeches} speeches`}`,
    alternative: 'or',
    sets: 'Sets of parallel headings',
    sameForm: 'of one form',
    insteadOf: (heading) => `Instead of “${heading}”`,
    noAlternatives: 'No headings to choose from.',
    explained: ({ coverage, answers, fit }) =>
      `stands for ${coverage}, on the topic ${answers}, nearness of its speech ${fit}`,
    terms: (words) => `Words: ${words.join(', ')}`,
    leadsOn: 'Passages for a part: zhibi find TOPIC --within ID; phrasing: zhibi phrase WORD',
    showAlternatives: 'Other headings',
    gone: 'The speeches of this skeleton have changed or gone. Please ask again.',
  },
  filters: {
    scope: (parts) => `Scope: ${parts}`,
    years: (first, last) => (first === last ? `${first}` : `${first}–${last}`),
    from: (words) => `from “${words}”`,
    except: (words) => `without “${words}”`,
    within: 'the chosen sections',
  },
  buttons: {
    unfold: 'Show in context',
    share: 'Share to channel',
    similar: 'Similar passages',
    skeleton: 'Outline of this speech',
    previousPage: 'Previous page',
    nextPage: (more) => `More (${more} left)`,
    phrasing: 'Phrasing for this section',
    phrasingOfSection: 'Phrasing for a section',
    asWords: 'Find passages with all of these words',
    moreOfKind: 'More of one kind',
  },
  sharedBy: (name) => `${name} shared this from Zhibi`,
  nothingToShare: 'Nothing was shared: this can’t be made public, or has been changed or removed. Please search again.',
  shareRefused:
    'This could not be shared: the channel may be archived, or posting in it restricted. Only you can see this message.',
  sentHereInstead: 'This could not be shown where you asked for it, so here it is:',
  slackFaults: {
    'not-in-channel': () =>
      'I am not in that channel, so I can’t reply there. Type /invite @Zhibi in it and ask again.',
    'channel-not-found': () => 'I can’t see that channel, or it is archived. Invite me to it, or ask me here.',
    'missing-scope': (needed) =>
      `A permission is missing${needed === '' ? '' : ` (${needed})`}. An admin needs to reinstall the app with the current manifest (zhibi manifest).`,
    'trigger-expired': () => 'That took too long, and Slack no longer accepts it. Please press again.',
    'rate-limited': () => 'Slack is limiting how often I may post. Please try again in a minute.',
    'message-refused': () => 'Slack did not accept this answer. Please ask for less.',
    'message-gone': () => 'The message is no longer there. Please ask again.',
    'token-refused': () => 'The app’s token is no longer valid. An admin can check with zhibi doctor.',
    unsure: () => 'The connection broke, and my answer may not have arrived. If you do not see it, please ask again.',
    other: () => 'Slack did not accept this reply. Please try again later.',
  },
  askAgain:
    'I have just restarted, and may not have answered a question of yours. If you see no answer, please ask again.',
  busy: 'Many people are asking at the moment. Please try again shortly.',
  questionGone: 'The question behind this button is no longer kept. Please ask again.',
  fileGone: 'This file has been deleted, or I can’t read it. Please send it again.',
  messageWithoutWords: 'There are no words in this message to look up.',
  sayWhat:
    'Say what to look for, for example: @Zhibi outline, then a topic. To ask about the message above, an admin needs to let me read messages.',
  followUpProblem: (problem) => {
    if (problem.problem === 'no-such-item') return `There is no item ${problem.number} above.`;
    return problem.problem === 'no-more'
      ? 'There is no more.'
      : 'The answer above can’t be followed up like that. Please write the whole question.';
  },
  suggestions: {
    title: 'Try asking',
    prompts: [
      { title: 'Find passages', message: 'find 引才 留才' },
      { title: 'See an outline', message: 'outline 人才工作会议' },
      { title: 'Look up phrasing', message: 'phrase 以*为*' },
      { title: 'Trace a sentence', message: 'source 愿意把年华交给这座城市的人，这座城市就要把舞台交给他。' },
    ],
  },
  appName: 'Zhibi',
  sameSpeech: 'same speech',
  paragraph: (number) => `paragraph ${number}`,
  titleBlock: 'title',
  alsoIn: (places) => `nearly the same in ${places} other ${places === 1 ? 'place' : 'places'}`,
  more: (count) => `${count} more`,
  moreOf: (kind) => `More: ${kind}`,
  counted: (count, speeches) => `${plural(count, 'time')} in ${speeches === 1 ? '1 speech' : `${speeches} speeches`}`,
  match: ({ kind, similarity, part }) =>
    `${kind === 'exact' ? 'verbatim' : `near, ${Math.round(similarity * 100)}%`}${part === undefined ? '' : ' in part'}`,
  unmatched: (parts) => `No source found for: ${parts.map((part) => `“${part}”`).join(', ')}`,
  widen: (narrowedTo) => `Looked only at: ${narrowedTo}. Without that there may be more.`,
  nothingAdvice:
    'Say it in other words, or keep the one or two that matter most. Zhibi quotes the corpus; it writes nothing itself.',
  gone: 'The speech that this was taken from has changed or gone. Please ask again.',
  holds: (speeches, passages) =>
    `The corpus holds ${speeches === 1 ? '1 speech' : `${speeches} speeches`} in ${plural(passages, 'passage')}.`,
  lookedFor: (words) => `Looked for: ${words.join(', ')}`,
  missing: (words) => `Not in the corpus: ${words.map((word) => `“${word}”`).join(', ')}. These passages are near.`,
  nearest: (words) => `Near words that the corpus has: ${words.join(', ')}`,
  differences: (all) =>
    `Unlike the source: ${all
      .map(({ quote, source }) => {
        if (quote === '') return `“${source}” left out`;
        return source === '' ? `“${quote}” added` : `“${quote}” for “${source}”`;
      })
      .join('; ')}`,
  everywhere: (speeches) => `A set phrase that ${speeches} speeches have; none of them is its source.`,
  tooCommon: ({ words, count, limit }) =>
    `Too broad: “${words.join(', ')}” stands ${count} times in the corpus, and ${limit} can be looked at. Add a character or two.`,
  changed: (all) =>
    all
      .map(
        ({ from, to, evidence }) =>
          `${from} → ${to}${evidence.length > 0 ? ` (both with ${evidence.join(', ')})` : ''}`,
      )
      .join('; '),
  setPhrase: 'set phrase',
  score: (score) => `score ${score}`,
  corrected: (typed, read) => `“${typed}” was read as “${read}”`,
  internalNotSearched: 'Internal material was not searched; ask in a direct message for it.',
  notAllowed: {
    workspace:
      'Zhibi is for members of this organisation’s workspace; if you are one, try again later or ask an administrator.',
    channel: 'Zhibi is not open in this channel: ask in a direct message, or ask an administrator to open it.',
    group: 'You have no access to Zhibi yet: ask an administrator, or try again later if you should have it.',
  },
  shortened: (count) => `${count} more not listed.`,
  help: {
    title: 'How to ask Zhibi',
    commands: [
      {
        example: '/draft find 引才 留才',
        answer: 'passages, each with speech, section, paragraph and rights; “find” may be left out',
      },
      {
        example: '/draft outline 组织工作会议',
        answer:
          'skeletons of the nearest speeches, one composed from several, sets of parallel headings; add sections:4, depth:1, points:yes for its shape',
      },
      { example: '/draft phrase 以*为*', answer: 'how the corpus says it, counted' },
      { example: '/draft source 一句话', answer: 'which speech and paragraph a sentence is from' },
      {
        example: '/draft find 基层治理 genre:deployment year:2024',
        answer: 'one genre or one year only; also year:2018-2022, and from: or except: a word of the title',
      },
    ],
    unknownCommand: (word) => `There is no command “${word}”. To look for the word, type /draft find ${word}`,
    inThreads:
      'Slash commands do not work in threads: mention me there, with the same words. In a direct message, paste a sentence to find its source.',
  },
  apology: (requestId) =>
    `Sorry, that did not work. Try again in a moment; if it keeps failing, give your admin the number ${requestId}.`,
  setup: setupEn,
  views: viewsEn,
  reading: {
    rights: 'rights',
    banner: 'banner',
    occasion: 'occasion',
    genre: 'genre',
    level: 'level',
    date: 'date',
    speaker: 'speaker',
    structure: 'Structure',
    evidence: {
      'front-matter': () => 'from the front matter',
      title: (words) => `from “${words}” in the title`,
      speaker: (words) => `from “${words}”, the speaker`,
      heading: (words) => `from “${words}” in the heading`,
      text: (words) => `from “${words}” in the text`,
      place: () => 'from its place',
    },
    stretch: (role, from, to) => (from === to ? `${role}: paragraph ${from}` : `${role}: paragraphs ${from}–${to}`),
    blanks: (count) => `${plural(count, 'blank')} to fill in`,
    passages: (count) => plural(count, 'passage'),
    warnings: 'Doubts',
    line: (number) => `line ${number}`,
    unknown: 'unknown',
  },
  terminal: terminalEn,
};
