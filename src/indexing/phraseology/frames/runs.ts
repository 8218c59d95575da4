import type { SpeechWords } from '../words.ts';

/** Clauses that only 、 or quotation marks keep apart, as a range of words: a list fills one slot of a frame. */
export interface Run {
  from: number;
  to: number;
}

const WITHIN_RUN = /^[、“”‘’「」《》\s]*$/;

/** The runs of a sentence, those without words left out. */
export function runsOf(speech: SpeechWords, sentence: { from: number; to: number }): Run[] {
  const runs: Run[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const clause = speech.clauses[i];
    if (clause === undefined || clause.from === clause.to) continue;
    const last = runs.at(-1);
    if (last !== undefined && i > sentence.from && WITHIN_RUN.test(clause.mark)) last.to = clause.to;
    else runs.push({ from: clause.from, to: clause.to });
  }
  return runs;
}
