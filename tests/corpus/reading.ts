import { parseSpeech } from '../../src/corpus/index.ts';
import { type Span, type Speech, walkSections, wordsAt } from '../../src/speech/index.ts';

export const TITLE = '在某市工作会议上的讲话';
const SALUTATION = '同志们：';

/** A speech whose body is these lines, below a title and a salutation: its first line is line 4. */
export const speechOf = (...lines: string[]): Speech =>
  parseSpeech(`${[TITLE, '', SALUTATION, ...lines].join('\n')}\n`, 'speech.txt');

/** A speech with these lines in place of the title, above a salutation and a paragraph. */
export const speechTitled = (...lines: string[]): Speech =>
  parseSpeech(`${[...lines, '', SALUTATION, '把台账建得清楚，把隐患查到班组。'].join('\n')}\n`, 'speech.txt');

/** The tree as lines, indented as it nests: `h1 一、|words` for a heading, `p2 一是|words` for a point. */
export const treeOf = (speech: Pick<Speech, 'sections'>): string[] =>
  [...walkSections(speech.sections)].map(({ section, ancestors }) => {
    const kind = `${section.kind === 'heading' ? 'h' : 'p'}${section.level}`;
    return `${'  '.repeat(ancestors.length)}${kind} ${section.marker}|${section.heading}`;
  });

/** The words of each passage. */
export const passagesOf = (speech: Speech): string[] => speech.passages.map((passage) => wordsAt(speech, passage));

/** The words of each passage, behind the headings it stands under. */
export const placedPassagesOf = (speech: Speech): string[] =>
  speech.passages.map((passage) => [...passage.path, wordsAt(speech, passage)].join(' > '));

/** The words that spans stand for. */
export const wordsOf = (speech: Speech, spans: readonly Span[]): string[] => spans.map((span) => wordsAt(speech, span));

/** What a reader throws. */
export function faultOf(read: () => unknown): unknown {
  try {
    read();
  } catch (fault) {
    return fault;
  }
  throw new Error('nothing was thrown');
}
