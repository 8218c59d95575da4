/** source/: where a sentence stands, word for word or nearly; and where each sentence of a text does. */
import type { SpeechIndex } from '../../indexing/index.ts';
import { ZhibiError } from '../../speech/index.ts';
import type { NothingFound, SourcesAnswer } from '../answer.ts';
import type { SourceRequest } from '../request.ts';
import { lookUpText } from './look-up.ts';

export { trace } from './trace.ts';

/** Longer quotes are refused: about four pages. In UTF-16 units. */
const LONGEST_QUOTE = 4000;

/**
 * Where a quote stands: word for word, punctuation, width, script and blanks aside; or else where something very like
 * it does. A quote stitched together from several places gets each of them. Set phrases that half the speeches have are
 * no source of each other.
 *
 * @throws ZhibiError `query-too-long`, `query-empty`
 */
export function source(index: SpeechIndex, request: SourceRequest): SourcesAnswer | NothingFound {
  const { quote } = request;
  if (quote.length > LONGEST_QUOTE) {
    throw new ZhibiError('query-too-long', { length: quote.length, limit: LONGEST_QUOTE });
  }
  const { matches, unmatched, everywhere: common } = lookUpText(index, quote);
  if (matches.length > 0) return { kind: 'sources', quote, matches, ...(unmatched.length === 0 ? {} : { unmatched }) };
  const spread = common === null ? {} : { everywhere: common };
  return { kind: 'nothing', asked: 'source', query: quote, lookedFor: [quote], nearest: [], ...spread };
}
