import { asSpeech } from '../../src/evaluation/index.ts';
import type { Speech } from '../../src/speech/index.ts';

/** A speech that is nothing but a title line and paragraphs, whatever they hold; each paragraph is one passage. */
export function plainSpeech(id: string, title: string, paragraphs: readonly string[]): Speech {
  let at = title.length + 1;
  const passages = paragraphs.map((paragraph, i) => {
    const start = at;
    at += paragraph.length + 1;
    return { id: `${id}-${i}`, path: [], paragraph: i + 1, start, end: start + paragraph.length };
  });
  return {
    ...asSpeech({ id, text: [title, ...paragraphs].join('\n') }),
    file: `${id}.txt`,
    title,
    passages,
    titleSpans: [{ start: 0, end: title.length }],
  };
}
