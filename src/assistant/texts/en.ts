import { enViews } from './en-views.ts';
import { setupEn } from './setup-en.ts';
import type { Texts } from './texts.ts';

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const PATTERN_FAULTS = {
  unbalanced: 'a bracket has no partner. Add it, or take this one out.',
  'empty-brackets': 'there is no word in the brackets. Write words with blanks between them.',
  'nested-brackets': 'brackets cannot stand inside brackets. Ask in several patterns.',
  'wildcard-in-brackets': '* and ? cannot stand inside brackets. Put them outside.',
  'no-word-after-hash': '# must stand right before a word.',
  'nothing-literal': 'each part between blanks needs a word, not only *, ? and punctuation.',
  'too-many-words': 'there are too many words to choose from. Leave at most 256 in all, and 5 between { }.',
  'too-many-wildcards': 'there are too many *. Leave at most 8.',
} as const;

const ACCESS_FAULTS = {
  'not-yaml': 'this is not YAML. Check indentation, colons and quotes.',
  'too-long': 'too long for an access file. Check the path in ZHIBI_ACCESS.',
  alias: 'references are not allowed. Write the ids out.',
  'key-twice': 'the same key stands twice. Make them one.',
  'unknown-key':
    'there is no such key. Check its spelling: workspaces, channels, groups, folders; under folders folder, groups, people, channels.',
  'wrong-type': 'not what is expected here, or missing. Ids are a list, [C0123ABCD]; each of folders needs folder.',
  'wrong-id':
    'not an id. Workspaces begin with T, channels with C or G, user groups with S, people with U or W; capitals and digits follow.',
  'empty-list': 'an empty list shuts everybody out. Write ids, or leave the key out.',
  'wrong-folder': 'name a folder below the corpus folder, without ..',
  'folder-twice': 'the same folder stands twice. Make them one.',
} as const;

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
  errors: {
    'file-unreadable': ({ file, reason }) => `Can't read ${file} (${reason}). Check its permissions.`,
    'file-vanished': ({ file }) =>
      `Can't find ${file}: the path is wrong, or the file was just moved. Check, then run again.`,
    'file-empty': ({ file }) => `${file} is empty: there is no text to read.`,
    'file-binary': ({ file }) => `${file} does not hold text, though its name says so. Save it as .docx or .txt.`,
    'file-too-large': ({ file, megabytes, limit }) =>
      `${file} has ${megabytes} MB; the limit is ${limit} MB. No speech is that long: split or check the file.`,
    'encoding-unknown': ({ file }) => `The encoding of ${file} is unknown. Save it as UTF-8.`,
    'format-unsupported': ({ file, formats }) =>
      `${file} has a format that can't be read yet. Save it as one of ${formats}.`,
    'format-legacy': ({ file, format }) =>
      `${file} has the format ${format}, which can't be read. Open it in WPS or Word, save it as .docx, and try again.`,
    'document-damaged': ({ file, reason }) =>
      `${file} is damaged, or not of the format that its name says (${reason}). Save it anew.`,
    'document-encrypted': ({ file }) => `${file} has a password. Remove it and save the file anew.`,
    'document-too-large': ({ file, what, limit }) =>
      `${file} is beyond the limit of ${limit} ${{ characters: 'characters', pages: 'pages', megabytes: 'MB unpacked', levels: 'levels of nesting' }[what]}. No speech is that large: split or check the file.`,
    'pdf-scanned': ({ file }) =>
      `${file} holds pictures and no text, like a scan. Recognise its text first (OCR), or find the .docx.`,
    'front-matter-invalid': ({ file, line, reason }) =>
      `The front matter of ${file} is wrong in line ${line}: ${reason}`,
    'no-text': ({ file }) => `${file} holds a title or notices, but no text.`,
    'speech-duplicate': ({ file, first }) => `${file} has exactly the text of ${first}; only the first is taken.`,
    'corpus-missing': ({ folder }) =>
      `There is no corpus folder ${folder}. Name the folder with your speeches by --corpus.`,
    'corpus-empty': ({ folder }) =>
      `${folder} holds no speech that can be read. Put .docx, .pdf, .md, .txt or .html files there.`,
    'corpus-unwritable': ({ folder, reason }) =>
      `${folder} can't be written to (${reason}). Check permissions and free space.`,
    'import-untitled': ({ file }) => `${file} has no title and was left out. State one with --title.`,
    'index-missing': ({ folder }) => `There is no index in ${folder} yet. Run zhibi index first.`,
    'index-incompatible': ({ folder, part }) =>
      `The index in ${folder} was made by another version (${part} differs). Run zhibi index again.`,
    'index-damaged': ({ folder, part }) => `The index in ${folder} is damaged (${part}). Run zhibi index again.`,
    'index-unwritable': ({ folder, reason }) =>
      `Can't write to ${folder} (${reason}). The index there is unchanged; check permissions and disk space.`,
    'dictionary-missing': ({ file }) => `The segmenter's dictionary ${file} is missing. Run npm ci again.`,
    'store-locked': ({ folder, holder }) =>
      `${folder} is in use by another running Zhibi (process ${holder}). Stop that one, or give this one a folder of its own by ZHIBI_STATE.`,
    'store-unreadable': ({ folder, reason }) =>
      `Can't read what is kept in ${folder} (${reason}); it stays as it is. What was before is not remembered, and what comes is kept in memory alone. Check permissions, then start again.`,
    'store-unwritable': ({ folder, reason }) =>
      `Can't write to ${folder} (${reason}). What comes is kept in memory and lost by a restart. Check permissions and disk space.`,
    'store-damaged': ({ folder, lines }) =>
      `In ${folder} records are damaged and were left out (${lines}); the rest is in use. Check the disk.`,
    'store-too-large': ({ what, length, limit }) =>
      `A ${what} to be remembered has a length of ${length}; the limit is ${limit}. It was not kept. Report this fault.`,
    'drafter-stopped': ({ reason }) =>
      `What looks through the speeches has stopped (${reason}). Try again in a minute; if that does not help, restart it.`,
    'query-empty': () => 'There is nothing to look for. Type words of your topic, for example: 引才 留才.',
    'query-too-long': ({ length, limit }) =>
      `That is ${length} characters; the limit is ${limit}. Shorten it and try again.`,
    'pattern-invalid': ({ what, position }) => `The pattern is wrong at character ${position}: ${PATTERN_FAULTS[what]}`,
    'passage-unknown': ({ passage }) =>
      `There is no passage ${passage}. Its speech may have changed or gone: search again.`,
    'set-invalid': ({ file, line, reason }) => `Judged set ${file} is wrong in line ${line}: ${reason}`,
    'access-invalid': ({ file, line, what, reason }) =>
      `access file ${file} line ${line} (${reason}): ${ACCESS_FAULTS[what]}`,
    'config-invalid': ({ key, reason }) => `Setting ${key} is wrong: ${reason}`,
  },
  warnings: {
    'title-missing': () => 'No title found; the file name stands in for it.',
    'numbering-begins': ({ marker }) => `Numbering begins in the middle, with ${marker}.`,
    'numbering-skips': ({ before, marker }) => `Numbering skips: ${before} is followed by ${marker}.`,
    'numbering-repeats': ({ before, marker }) => `Numbering repeats: ${before} is followed by ${marker}.`,
    'numbering-restarts': ({ before, marker }) => `Numbering falls back: ${before} is followed by ${marker}.`,
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
    moreOfKind: 'More of one kind',
  },
  sharedBy: (name) => `${name} shared this from Zhibi`,
  nothingToShare: (withheld) =>
    withheld > 0
      ? 'This is internal material and can’t be shared to a channel.'
      : 'This has been changed or removed, so nothing was shared. Please search again.',
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
    other: () => 'Slack did not accept this reply. Please try again later.',
  },
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
  match: (kind, similarity) => (kind === 'exact' ? 'verbatim' : `near, ${Math.round(similarity * 100)}%`),
  widen: (narrowedTo) => `Looked only at: ${narrowedTo}. Without that there may be more.`,
  nothingAdvice:
    'Say it in other words, or keep the one or two that matter most. Zhibi quotes the corpus; it writes nothing itself.',
  gone: 'The speech that this was taken from has changed or gone. Please ask again.',
  holds: (speeches, passages) =>
    `The corpus holds ${speeches === 1 ? '1 speech' : `${speeches} speeches`} in ${plural(passages, 'passage')}.`,
  lookedFor: (words) => `Looked for: ${words.join(', ')}`,
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
  withheld: (count) => `${plural(count, 'internal item')} not shown.`,
  withheldAdvice: {
    posted: 'Use /draft or a direct message.',
    outsider: '',
    shared: 'This channel is shared with other organisations: ask in a direct message.',
    guests: 'There are guests in this channel: ask in a direct message.',
    unseen: 'Zhibi is not in this conversation and can’t see who is: ask in a direct message.',
    crowded: 'Too many people are in this channel to check each: ask in a direct message.',
    unanswered: 'Who is here can’t be checked just now: try again later, or ask in a direct message.',
    unidentified: 'Who you are can’t be checked just now: try again later.',
  },
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
  views: enViews,
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
  terminal: {
    indexed: (speeches, passages, seconds) =>
      `Indexed ${speeches} ${speeches === 1 ? 'speech' : 'speeches'}, ${plural(passages, 'passage')} in ${seconds} s.`,
    skipped: (files) => `Skipped ${plural(files, 'file')}:`,
    indexing: 'Building the index…',
    dropped: 'Not read as text',
    dropReasons: {
      salutation: 'salutations',
      ornament: 'ornaments',
      'page-header': 'page headers',
      'page-footer': 'page footers',
      beside: 'beside the speech',
    },
    lines: (count) => plural(count, 'line'),
    imported: (file) => `Imported as ${file}`,
    missing: (keys) => `Not found: ${keys.join(', ')}. The front matter can state it.`,
    ask: {
      title: 'Title: ',
      date: 'Date (2024-03-15, 2024-03 or 2024; Enter if unknown): ',
      genre: 'Genre (such as deployment, summary; Enter if unknown): ',
      rights: 'No notice about use was found. May it be passed on? (none, reference-only, internal; Enter for none): ',
    },
    notUnderstood: (answer) => `“${answer}” was not understood. Please answer again.`,
    usage: {
      missingArgument: 'There is nothing to look for.',
      unknownCommand: 'There is no such command.',
      unknownOption: 'There is no such option.',
      invalidArgument: 'The value of an option is wrong.',
      other: 'The command line is wrong.',
    },
    commands: {
      program:
        'Zhibi: passages, skeletons, phrasing and sources from the speeches that a team has, each with its citation and rights',
      inspect: 'what a file was read as: title, structure, passages, rights, doubts',
      import: 'take speeches into the corpus folder: reads structure and rights, asks for a missing title, date, genre',
      index: 'read the corpus folders and build the index',
      find: 'passages for a topic',
      outline: 'skeletons of the nearest speeches, one composed from several, sets of parallel headings',
      phrase: 'how the corpus says a pattern (* a run, ? one character, [any of these]), a topic or a sentence',
      source: 'which speech and paragraph a sentence is from',
      eval: 'how good find is on judged questions: MRR@10, recall, nDCG@10',
      manifest: 'prints the manifest of the Slack app: Socket Mode, or HTTP with --url',
      doctor:
        'looks whether all is in place: environment, corpus, index, tokens, scopes; says what to do where it is not',
      draft: 'passages, a skeleton and phrasing for a topic at once; builds the index if need be',
    },
    options: {
      corpus: 'corpus folder, may be given again (default corpus, or ZHIBI_CORPUS)',
      index: 'index folder (default index, or ZHIBI_INDEX)',
      json: 'print one JSON object',
      limit: 'how many items at the most (default 10)',
      like: 'passages like this one (its id is `passage` in --json)',
      genre: 'this genre only',
      year: 'this year only, or several (2018-2022)',
      except: 'leave out speeches whose title, file or origin has these words',
      within: 'only passages of these sections (ids from outline --json, separated by commas)',
      sections: 'main sections of the composed skeleton (2 to 8)',
      depth: 'levels of headings (1 to 4, 2 if not given)',
      points: 'show the leads of points',
      kind: 'only these kinds, separated by commas (such as frames,parallel)',
      context: 'characters on each side of a match (16 if not given)',
      csv: 'print a CSV table',
      explain: 'tell where each part of the composed skeleton comes from',
      source: 'only speeches whose title, file or origin has this in it',
      title: 'title',
      date: 'date: 2024-03-15, 2024-03 or 2024',
      genreIs: 'genre',
      level: 'level: central, province, city, county, township, village, enterprise, school, hospital',
      rights: 'rights: none, reference-only, internal',
      occasion: 'occasion',
      speaker: 'speaker',
      origin: 'where it is from',
      docs: 'ask this plain collection ({id, text} a line) instead of the index',
      url: 'where Slack sends its requests: https://…/slack/events',
      plain: 'not as an agent of Slack’s: guests may use it and no paid plan is needed, but no questions are suggested',
      language: 'language of the messages: zh or en (default zh, or ZHIBI_LANGUAGE)',
    },
    help: 'show how it is used',
    helpTitles: {},
    invalidGenre: (names) => `There is no such genre. Known: ${names.join(', ')}`,
    invalidLevel: (names) => `There is no such level. Known: ${names.join(', ')}`,
    invalidRights: (names) => `There are no such rights. Known: ${names.join(', ')}`,
    invalidDate: 'A date is written 2024-03-15, 2024-03 or 2024.',
    oneFileOnly: 'Title, date, occasion and speaker can be stated for one file at a time.',
    invalidKind: (names) => `No such kind. There are: ${names.join(', ')}`,
    invalidRange: (least, most) => `A number from ${least} to ${most} is needed here.`,
    invalidYears: 'Years are written 2020 or 2018-2022.',
    invalidNumber: 'A positive whole number is needed here.',
  },
};
