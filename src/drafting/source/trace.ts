import type { SpeechIndex } from '../../indexing/index.ts';
import { ZhibiError } from '../../speech/index.ts';
import { LINE_END, sentences } from '../../text/index.ts';
import type { TraceAnswer, TracedSentence } from '../answer.ts';
import type { TraceRequest } from '../request.ts';
import { countExact } from './exact.ts';
import { lookUpText, SHORTEST_QUOTE } from './look-up.ts';
import { plainText } from './plain-text.ts';

/** Longer texts are refused: about twenty pages. In UTF-16 units. */
const LONGEST_TEXT = 20_000;
/** Sentences that are looked up; of a longer text the first. */
const MOST_SENTENCES = 40;

/** A sentence, and its letters and digits. */
interface Quoted {
  quote: string;
  plain: string;
}

/**
 * Where each sentence of a text stands. Sentences that are too short to prove anything are passed over. Lets others have
 * their turn between two sentences.
 *
 * @throws ZhibiError `query-too-long`, `query-empty`
 */
export async function trace(index: SpeechIndex, { text }: TraceRequest): Promise<TraceAnswer> {
  if (text.length > LONGEST_TEXT) throw new ZhibiError('query-too-long', { length: text.length, limit: LONGEST_TEXT });
  const all = sentencesIn(text);
  if (all.length === 0) throw new ZhibiError('query-empty', {});
  const telling = all.filter(({ plain }) => plain.length >= SHORTEST_QUOTE);
  const traced: TracedSentence[] = [];
  for (const sentence of telling.slice(0, MOST_SENTENCES)) {
    traced.push(lookUp(index, sentence));
    await othersTurn();
  }
  return { kind: 'trace', sentences: traced, left: telling.length - traced.length };
}

/** Lets what waits be done first: what came in over the network. */
const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A line ends a sentence too: headings have no mark. */
function sentencesIn(text: string): Quoted[] {
  return text
    .split(LINE_END)
    .flatMap((line) => sentences(line).map(({ start, end }) => line.slice(start, end)))
    .map((quote) => ({ quote, plain: plainText(quote).text }))
    .filter(({ plain }) => plain !== '');
}

function lookUp(index: SpeechIndex, { quote, plain }: Quoted): TracedSentence {
  const { matches, everywhere } = lookUpText(index, quote);
  if (everywhere !== null) return { quote, match: null, everywhere, more: 0 };
  const [match = null, ...others] = matches;
  // Of what stands word for word more places are counted than are cited.
  const isWhole = match?.kind === 'exact' && match.part === undefined;
  const more = isWhole ? Math.max(others.length, countExact(index, plain) - 1) : others.length;
  return { quote, match, more };
}
