import { describe, expect, it } from 'vitest';
import { errorText, type Language, placeLine, rightsLine, type Texts, textsIn } from '../../src/assistant/index.ts';
import { type Citation, type ErrorCode, type ErrorDetails, type Warning, ZhibiError } from '../../src/speech/index.ts';

const LANGUAGES: Language[] = ['zh', 'en'];
const HAN = /\p{Script=Han}/u;

/** Facts that tell themselves apart in a message; none is Chinese, so that what is Chinese comes from the catalogue. */
const DETAILS: ErrorDetails = {
  'file-unreadable': { file: 'talks/a.txt', reason: 'EACCES' },
  'file-vanished': { file: 'talks/a.txt' },
  'file-special': { file: 'talks/a.txt', what: 'fifo' as const },
  'file-changing': { file: 'talks/a.txt' },
  'file-failed': { file: 'talks/a.txt', reason: 'RangeError' },
  'download-failed': { file: 'talks/a.docx', reason: 'timeout' },
  'file-too-costly': { file: 'talks/a.docx', what: 'seconds' as const, limit: 977 },
  'intake-full': {},
  'folder-unreadable': { folder: 'talks/closed', reason: 'EACCES' },
  'file-empty': { file: 'talks/a.txt' },
  'file-binary': { file: 'talks/a.txt' },
  'file-too-large': { file: 'talks/a.txt', megabytes: 41, limit: 23 },
  'encoding-unknown': { file: 'talks/a.txt' },
  'format-unsupported': { file: 'talks/a.pdf', formats: '.aa .bb' },
  'format-legacy': { file: 'talks/a.wps', format: '.wps' },
  'document-damaged': { file: 'talks/a.docx', reason: 'no end record' },
  'document-encrypted': { file: 'talks/a.docx' },
  'document-too-large': { file: 'talks/a.pdf', what: 'pages' as const, limit: 977 },
  'pdf-scanned': { file: 'talks/a.pdf' },
  'front-matter-invalid': { file: 'talks/a.md', line: 17, reason: 'right: unknown key' },
  'no-text': { file: 'talks/a.txt' },
  'speech-duplicate': { file: 'talks/b.txt', first: 'talks/a.txt' },
  'corpus-missing': { folder: 'talks' },
  'corpus-empty': { folder: 'talks' },
  'corpus-unwritable': { folder: 'talks', reason: 'EACCES' },
  'import-untitled': { file: 'talks/a.txt' },
  'index-missing': { folder: 'built' },
  'index-incompatible': { folder: 'built', part: 'dictionary' },
  'index-damaged': { folder: 'built', part: 'speeches.json' },
  'index-unwritable': { folder: 'built', reason: 'ENOSPC' },
  'dictionary-missing': { file: 'words.utf8' },
  'store-locked': { folder: 'kept', holder: '812@host' },
  'store-unreadable': { folder: 'kept', reason: 'EISDIR' },
  'store-unwritable': { folder: 'kept', reason: 'EROFS' },
  'store-damaged': { folder: 'kept', lines: 7 },
  'store-too-large': { what: 'value' as const, length: 54_321, limit: 12_345 },
  'indexing-stopped': { reason: 'ERR_WORKER_OUT_OF_MEMORY' },
  'drafter-stopped': { reason: 'ERR_WORKER_OUT_OF_MEMORY' },
  'query-empty': {},
  'query-too-long': { length: 4321, limit: 1234 },
  'pattern-invalid': { what: 'nested-brackets' as const, position: 61 },
  'passage-unknown': { passage: 'aa11' },
  'set-invalid': { file: 'set.jsonl', line: 29, reason: 'q: missing' },
  'access-invalid': { file: 'access.yaml', line: 4, what: 'unknown-key', reason: 'folder' },
  'config-invalid': { key: 'ZHIBI_PORT', reason: 'too big' },
};
const CODES = Object.keys(DETAILS) as ErrorCode[];

const WARNINGS: Record<Warning['code'], Record<string, string>> = {
  'several-speeches': {},
  'title-missing': {},
  'numbering-begins': { marker: '[3]' },
  'numbering-skips': { before: '[2]', marker: '[4]' },
  'numbering-repeats': { before: '[2]', marker: '[2]' },
  'numbering-restarts': { before: '[4]', marker: '[1]' },
  'notes-apart': { count: '[2]' },
  'notices-unread': {},
  'front-matter-foreign': { keys: '[author, tags]' },
  'breaks-lost': {},
  'breaks-kept': {},
  'numbers-undrawn': { format: '[hebrew1]' },
  'columns-unsure': {},
};

const errorsOf = (texts: Texts): string[] => CODES.map((code) => errorText(texts, new ZhibiError(code, DETAILS[code])));

const warningsOf = (texts: Texts): string[] =>
  Object.entries(WARNINGS).map(([code, details]) => texts.warnings[code as Warning['code']](details));

/** What stands in windows and on the Home tab: every text, and every sentence about two or more of a thing. */
function viewTextsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key === 'typed' ? [] : [value];
  if (typeof value === 'function') return [String(value(7, 3))];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => viewTextsOf(inner, name))
    : [];
}

/** Everything that a person reads in one language, but for the examples of what may be typed. */
function messagesOf(texts: Texts): string[] {
  const { headings, help, reading, terminal } = texts;
  const { usage, commands, options } = terminal;
  return [
    ...[texts.genres, texts.restrictions, texts.phraseKinds, usage, commands, options].flatMap(Object.values),
    ...errorsOf(texts),
    ...warningsOf(texts),
    ...[headings.passages, headings.skeletons, headings.phrasing, ...Object.values(headings.nothing)].map((message) =>
      message('topic'),
    ),
    headings.sources,
    headings.similar,
    ...[texts.paragraph, texts.alsoIn, texts.more, texts.shortened].map((message) => message(3)),
    texts.titleBlock,
    texts.counted(7, 3),
    texts.match({ kind: 'exact', similarity: 1 }),
    texts.match({ kind: 'near', similarity: 0.8, part: '渠' }),
    texts.unmatched(['abc']),
    texts.missing(['abc']),
    texts.nothingAdvice,
    texts.gone,
    texts.holds(3, 7),
    texts.lookedFor(['topic']),
    texts.nearest(['topic']),
    texts.corrected('topic', 'topic'),
    texts.internalNotSearched,
    ...Object.values(texts.notAllowed),
    help.title,
    help.unknownCommand('outlin'),
    help.inThreads,
    ...help.commands.map(({ answer }) => answer),
    texts.apology('r-1'),
    terminal.indexed(5, 80, '1.5'),
    ...[terminal.skipped, reading.passages, reading.line].map((message) => message(3)),
    ...[terminal.indexing, reading.rights, reading.occasion, reading.genre, reading.date, reading.speaker],
    ...[reading.structure, reading.warnings, reading.unknown, terminal.invalidNumber],
    terminal.invalidGenre(['summary']),
    ...viewTextsOf(texts.views),
  ];
}

describe.each(LANGUAGES)('the catalogue in %s', (language) => {
  const texts = textsIn(language);

  it.each(CODES)('puts %s into one line that holds every fact about it', (code) => {
    const message = errorText(texts, new ZhibiError(code, DETAILS[code]));
    expect(message).toMatch(/^\S.*\S$/);
    // `what` is a code, which each language words for itself.
    const { what: _, ...facts } = DETAILS[code] as Record<string, unknown>;
    for (const fact of Object.values(facts)) expect(message).toContain(String(fact));
  });

  it('has another message for each error', () => {
    expect(new Set(errorsOf(texts)).size).toBe(CODES.length);
  });

  it.each(Object.entries(WARNINGS))(
    'puts the warning %s into one line that holds every fact about it',
    (code, details) => {
      const message = texts.warnings[code as Warning['code']](details);
      expect(message).toMatch(/^\S.*\S$/);
      for (const fact of Object.values(details)) expect(message).toContain(fact);
    },
  );

  it('says everything in one line, and nothing with a fact that is missing', () => {
    for (const message of messagesOf(texts)) {
      expect(message).toMatch(/^\S(.*\S)?$/);
      expect(message).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  it('has labels and titles of windows that Slack shows whole', () => {
    const { close, done, place, form } = texts.views;
    for (const label of [close, done, place.title, form.title, form.submit])
      expect(label.length).toBeLessThanOrEqual(24);
    for (const { name, answer } of Object.values(form.kinds)) {
      expect(Math.max(name.length, answer.length)).toBeLessThanOrEqual(75);
    }
  });

  it('tells all genres, restrictions and kinds of phrasing apart', () => {
    for (const names of [texts.genres, texts.restrictions, texts.phraseKinds]) {
      expect(new Set(Object.values(names)).size).toBe(Object.keys(names).length);
    }
  });

  it('repeats what was asked where nothing was found, but for a quote, which may be long', () => {
    const { find, outline, phrase, source } = texts.headings.nothing;
    for (const message of [find, outline, phrase]) expect(message('修渠')).toContain('修渠');
    expect(source('修渠')).not.toContain('修渠');
  });

  it('gives likeness as a whole per cent, and no figure for the very words', () => {
    expect(texts.match({ kind: 'near', similarity: 0.756 })).toContain('76%');
    expect(texts.match({ kind: 'exact', similarity: 1 })).not.toMatch(/\d/);
  });

  it('names the request in an apology, the word in a hint at a mistyped command', () => {
    expect(texts.apology('r-42')).toContain('r-42');
    expect(texts.help.unknownCommand('outlin')).toContain('/draft find outlin');
  });
});

describe('the Chinese catalogue', () => {
  it('is Chinese throughout', () => {
    expect(messagesOf(textsIn('zh')).filter((message) => !HAN.test(message))).toEqual([]);
  });
});

describe('the English catalogue', () => {
  const texts = textsIn('en');

  it('has no Chinese but in examples of what to type', () => {
    const withoutExamples = messagesOf(texts).map((message) => message.replace(/for example: .*$/, ''));
    expect(withoutExamples.filter((message) => HAN.test(message))).toEqual([]);
  });

  it('counts one of a thing in the singular', () => {
    expect(texts.alsoIn(1)).toContain('1 other place');
    expect(texts.counted(1, 1)).toBe('1 time in 1 speech');
    expect(texts.counted(3, 2)).toBe('3 times in 2 speeches');
    expect(texts.reading.passages(1)).toBe('1 passage');
    expect(texts.terminal.skipped(1)).toBe('Skipped 1 file:');
  });

  it('counts one speech of one passage in the singular', () => {
    expect(texts.terminal.indexed(1, 1, '0.1')).toBe('Indexed 1 speech, 1 passage in 0.1 s.');
  });
});

describe('a citation in words', () => {
  const citation: Citation = {
    speech: 's1',
    title: '在某市水利工作会上的讲话',
    date: '2021-12',
    path: ['回看全年', '渠道修通了'],
    paragraph: 4,
    start: 0,
    end: 4,
    file: '水利.txt',
    rights: [],
  };

  it('leads from the speech by its headings to the paragraph', () => {
    expect(placeLine(textsIn('zh'), citation)).toBe(
      '《在某市水利工作会上的讲话》（2021-12） › 回看全年 › 渠道修通了 › 第 4 段',
    );
    expect(placeLine(textsIn('en'), citation)).toMatch(/› paragraph 4$/);
  });

  it('has no empty date, and calls the title block by its name', () => {
    expect(placeLine(textsIn('zh'), { ...citation, date: null, path: [], paragraph: 0 })).toBe(
      '《在某市水利工作会上的讲话》 › 标题',
    );
  });

  it('says that nothing restricts use where nothing does', () => {
    expect(rightsLine(textsIn('zh'), citation)).toBe('未见使用限制');
    expect(rightsLine(textsIn('en'), citation)).toBe('no restriction stated');
  });

  it('says the strictest restriction, and repeats every notice as the document words it', () => {
    const rights: Citation['rights'] = [
      { text: '仅供学习，请勿照抄', restriction: 'reference-only' },
      { text: '请勿外传', restriction: 'internal' },
    ];
    expect(rightsLine(textsIn('zh'), { ...citation, rights })).toBe('内部，不得外传（仅供学习，请勿照抄 请勿外传）');
    expect(rightsLine(textsIn('en'), { ...citation, rights })).toMatch(/^internal.*请勿照抄 请勿外传/);
  });
});
