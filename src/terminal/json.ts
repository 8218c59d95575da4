import type { Texts } from '../assistant/index.ts';
import type { Answer, NothingFound } from '../drafting/index.ts';
import { wordsAt } from '../speech/index.ts';
import type { Inspection } from './inspection.ts';

/** The command line's contract: an answer as `--json` prints it. Nothing found is an answer of its kind without items. */
export function answerJson(answer: Answer): object {
  if (answer.kind === 'nothing') return emptyJson(answer);
  const { kind: _, ...json } = answer;
  return json;
}

function emptyJson({ asked, query, nearest, everywhere, tooCommon }: NothingFound): object {
  switch (asked) {
    case 'find':
      return { query, hits: [], more: 0, nearest };
    case 'outline':
      return { query, nearBy: 'topic', skeletons: [], sets: [] };
    case 'passage':
    case 'speech-skeleton':
      return { query };
    case 'phrase':
      return { query, groups: [], ...(tooCommon === undefined ? {} : { tooCommon }) };
    case 'source':
      return { quote: query, matches: [], ...(everywhere === undefined ? {} : { everywhere }) };
  }
}

export function inspectionJson(texts: Texts, { speech, parts }: Inspection): object {
  const { title, occasion, genre, genreEvidence, level, levelEvidence, date, speaker, rights, sections, stretches } =
    speech;
  const passages = speech.passages.map((passage) => ({ ...passage, text: wordsAt(speech, passage) }));
  const warnings = speech.warnings.map(({ code, line, details }) => ({
    code,
    line,
    message: texts.warnings[code](details),
  }));
  return {
    title,
    occasion,
    genre,
    genreEvidence,
    level,
    levelEvidence,
    date,
    speaker,
    rights,
    sections,
    stretches,
    passages,
    warnings,
    parts,
  };
}
