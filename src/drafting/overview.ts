import type { SpeechIndex } from '../indexing/index.ts';
import { cite, type Speech } from '../speech/index.ts';
import type { OverviewAnswer, SpeechListing } from './answer.ts';

/** What the corpus holds: all its speeches, by their titles. */
export const overview = ({ speeches, passageCount }: SpeechIndex): OverviewAnswer => ({
  kind: 'overview',
  passages: passageCount,
  speeches: speeches.map(toListing),
});

function toListing(speech: Speech): SpeechListing {
  const { id, title, date, genre, titleSpans } = speech;
  const block = { start: titleSpans[0]?.start ?? 0, end: titleSpans.at(-1)?.end ?? 0 };
  return { speech: id, title, date, genre, citation: cite(speech, { path: [], paragraph: 0, ...block }) };
}
