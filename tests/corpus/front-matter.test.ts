import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/corpus/front-matter.ts';
import { parseSpeech } from '../../src/corpus/index.ts';
import { faultOf, TITLE } from './reading.ts';

const BODY = `${TITLE}\n\n同志们：\n把台账建得清楚。\n`;
const withFrontMatter = (...lines: string[]): string => `${['---', ...lines, '---'].join('\n')}\n${BODY}`;
const frontMatterOf = (...lines: string[]) => splitFrontMatter(withFrontMatter(...lines), 'a.md').frontMatter;
const faultIn = (text: string): unknown => faultOf(() => splitFrontMatter(text, 'a.md'));

const COMPLETE = [
  'title: 在某市防汛会议上的讲话',
  'occasion: 某市防汛会议',
  'genre: deployment',
  'date: 2024-05-06',
  'speaker: 某市市长',
  'origin: 某市',
  'rights: reference-only',
];

describe('front matter', () => {
  it('is read key by key, and the body begins behind it', () => {
    const text = withFrontMatter(...COMPLETE);
    const { frontMatter, bodyStart } = splitFrontMatter(text, 'a.md');
    expect(frontMatter).toEqual({
      title: '在某市防汛会议上的讲话',
      occasion: '某市防汛会议',
      genre: 'deployment',
      date: '2024-05-06',
      speaker: '某市市长',
      origin: '某市',
      rights: 'reference-only',
    });
    expect(text.slice(bodyStart)).toBe(BODY);
  });

  it('is read with CRLF line ends', () => {
    const text = withFrontMatter(...COMPLETE).replaceAll('\n', '\r\n');
    const { frontMatter, bodyStart } = splitFrontMatter(text, 'a.md');
    expect(frontMatter).toMatchObject({ title: '在某市防汛会议上的讲话', rights: 'reference-only' });
    expect(text.slice(bodyStart)).toBe(BODY.replaceAll('\n', '\r\n'));
  });

  it('goes before what the text says', () => {
    const speech = parseSpeech(withFrontMatter(...COMPLETE), 'a.md');
    expect(speech).toMatchObject({ title: '在某市防汛会议上的讲话', occasion: '某市防汛会议', date: '2024-05-06' });
  });

  it('leaves to the text what it does not say', () => {
    const speech = parseSpeech(withFrontMatter('origin: 某市'), 'a.md');
    expect(speech).toMatchObject({ title: TITLE, occasion: '某市工作会议', genre: 'deployment', origin: '某市' });
  });

  it.each([
    ['a year as a number', 'date: 2024', { date: '2024' }],
    ['a year as text', 'date: "2024"', { date: '2024' }],
    ['a month', 'date: 2024-05', { date: '2024-05' }],
    ['a key without a value', 'speaker:', { speaker: null }],
    ['a null', 'speaker: null', { speaker: null }],
    ['words with blanks around them', 'title: "  某市讲话 "', { title: '某市讲话' }],
    ['a comment', '# 起草：某科', {}],
  ])('takes %s', (_, line, wanted) => {
    expect(frontMatterOf(line)).toEqual(wanted);
  });

  it('takes a notice in its own words', () => {
    const rights = { text: '某科内部传阅', restriction: 'internal' };
    expect(frontMatterOf('rights:', '  text: 某科内部传阅', '  restriction: internal')).toEqual({ rights });
  });

  it.each([
    ['nothing', '---\n---\n'],
    ['blank lines', '---\n\n---\n'],
    ['nothing, ending with the file', '---\n---'],
  ])('may hold %s', (_, text) => {
    expect(splitFrontMatter(text, 'a.md')).toEqual({ frontMatter: {}, foreign: [], bodyStart: text.length });
  });

  it('is none unless it begins in the first line', () => {
    const text = `\n${withFrontMatter('right: internal')}`;
    expect(splitFrontMatter(text, 'a.md')).toEqual({ frontMatter: {}, foreign: [], bodyStart: 0 });
  });
});

describe('front matter of another program', () => {
  const FOREIGN = ['title: 在某市防汛会议上的讲话', 'author: 某科', 'tags: [防汛, 讲话]', 'draft: false'];

  it('is read for the keys that are known, and the others are named in a warning', () => {
    const speech = parseSpeech(withFrontMatter(...FOREIGN), 'a.md');
    expect(speech.title).toBe('在某市防汛会议上的讲话');
    expect(speech.rights).toEqual([]);
    expect(speech.warnings).toEqual([
      { code: 'front-matter-foreign', line: 3, details: { keys: 'author, tags, draft' } },
    ]);
  });

  it('may write a time behind the date', () => {
    expect(frontMatterOf('date: 2024-03-02 08:41:08 +0800')).toEqual({ date: '2024-03-02' });
    expect(frontMatterOf('date: 2024-03-02T08:41:08Z')).toEqual({ date: '2024-03-02' });
  });

  it.each(['密级: 机密', 'note: 内部资料，请勿外传', 'tags:\n  - 讲话\n  - 内部资料'])(
    'restricts the document by what it says: %j',
    (line) => {
      expect(parseSpeech(withFrontMatter(line), 'a.md').rights).toMatchObject([{ restriction: 'internal' }]);
    },
  );

  it.each(['private: false', 'visibility: public'])('is read where it says that all may read: %j', (line) => {
    expect(parseSpeech(withFrontMatter(line), 'a.md').rights).toEqual([]);
  });

  it('leaves no key of JavaScript’s own behind', () => {
    expect(frontMatterOf('__proto__: 甲', 'constructor: 乙')).toEqual({});
  });
});

describe('front matter that is wrong', () => {
  it.each([
    ['a key that may be meant for rights', ['title: 甲', 'right: internal'], 3, 'right'],
    ['a list for a title', ['title: [甲]'], 2, 'title'],
    ['a number for a title', ['origin: 某市', 'title: 2024'], 3, 'title'],
    ['an empty title', ['title: ""'], 2, 'title'],
    ['a title without a value', ['title:'], 2, 'title'],
    ['a genre that is none', ['title: 甲', 'genre: 讲话'], 3, 'genre'],
    ['a month that is none', ['', 'date: 2024-13'], 3, 'date'],
    ['a date in words', ['date: 2024年5月6日'], 2, 'date'],
    ['a year out of bounds', ['date: 20240'], 2, 'date'],
    ['a truth value for a speaker', ['speaker: true'], 2, 'speaker'],
    ['a restriction that is none', ['title: 甲', 'date: 2024', 'rights: secret'], 4, 'rights'],
    ['a notice without its meaning', ['rights:', '  text: 请勿外传'], 2, 'rights'],
    ['a capital letter in rights', ['Rights: internal'], 2, 'Rights'],
    ['rights with two letters exchanged', ['title: 甲', 'rigths: internal'], 3, 'rigths'],
    ['another program’s word for secrecy', ['confidential: true'], 2, 'confidential'],
    ['another program’s circle of readers', ['visibility: staff'], 2, 'visibility'],
  ])('by %s is refused with its line and key', (_, lines, line, key) => {
    const details = { file: 'a.md', line, reason: expect.stringMatching(`^${key}: .`) };
    expect(faultIn(withFrontMatter(...lines))).toMatchObject({ code: 'front-matter-invalid', details });
  });

  it.each([
    ['a key that stands twice', ['title: 甲', 'title: 乙'], 3],
    ['a quotation that is never closed', ['title: 甲', 'speaker: "乙'], 4],
    ['brackets nested without end', [`title: ${'['.repeat(100_000)}`], 2],
  ])('by %s is refused with its line', (_, lines, line) => {
    const details = { file: 'a.md', line, reason: expect.stringMatching(/\S/) };
    expect(faultIn(withFrontMatter(...lines))).toMatchObject({ code: 'front-matter-invalid', details });
  });

  it.each([
    ['a sentence', '把台账建得清楚'],
    ['a list', '- 甲'],
  ])('by being %s is refused', (_, line) => {
    const details = { file: 'a.md', line: 1, reason: expect.stringContaining('object') };
    expect(faultIn(withFrontMatter(line))).toMatchObject({ code: 'front-matter-invalid', details });
  });

  it.each([
    ['an alias', ['title: &a 甲', 'speaker: *a']],
    ['an alias to nothing', ['speaker: *a']],
    ['an alias bomb', ['title: &a [甲, 甲]', 'origin: &b [*a, *a, *a]', 'speaker: [*b, *b, *b]']],
    ['an alias to itself', ['title: &a [*a]']],
  ])('by %s is refused', (_, lines) => {
    expect(faultIn(withFrontMatter(...lines))).toMatchObject({ code: 'front-matter-invalid' });
  });

  it.each([
    ['never closed', `---\ntitle: 甲\nrights: internal\n\n${BODY}`],
    ['closed with too many dashes', `---\nrights: internal\n----\n${BODY}`],
  ])('by being %s is refused', (_, text) => {
    expect(faultIn(text)).toMatchObject({ code: 'front-matter-invalid' });
  });

  it('is none when a rule opens a text that has no second one', () => {
    const text = `---\n${BODY}`;
    expect(splitFrontMatter(text, 'a.txt')).toEqual({ frontMatter: {}, foreign: [], bodyStart: 0 });
  });
});
