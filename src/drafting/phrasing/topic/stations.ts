import type {
  Phraseology,
  Place,
  SentenceBeginning,
  Station,
  StationSentence,
} from '../../../indexing/phraseology/index.ts';
import { STATIONS } from '../../../indexing/phraseology/index.ts';
import { normaliseDocumentText } from '../../../text/index.ts';
import type { TopicSpeeches } from './pick.ts';
import { shareIn } from './topic.ts';

/** Sentences that open, lead over and close in speeches about a topic. */
export interface PickedStation {
  station: Station;
  sentences: StationSentence[];
}

/** Speeches that are taken to be about a topic, the best. */
const MOST_SPEECHES = 12;
const MOST_SENTENCES = 8;
/** A speech is about a topic if its title has it, or its words stand so often: times in 1,000 characters. */
const LEAST_DENSITY = 2;
/** How much of the topic a title must have. */
const IN_TITLE = 0.5;

/** The speeches about a topic as positions, the best first. */
export function speechesAbout({ topic, speeches, hits, within }: TopicSpeeches): readonly number[] {
  if (within !== undefined) return within.speeches;
  const scored = speeches.map((speech, i) => {
    const title = normaliseDocumentText(speech.title);
    const inTitle = topic.words.reduce((sum, { text, share }) => sum + (title.includes(text) ? share : 0), 0);
    const count = hits[i]?.starts.length ?? 0;
    const density = (1_000 * count) / Math.max(1, speech.text.length);
    const isAbout = count > 0 && (inTitle >= IN_TITLE || density >= LEAST_DENSITY);
    return { i, score: isAbout ? density + 10 * inTitle : 0 };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .slice(0, MOST_SPEECHES)
    .map(({ i }) => i);
}

/** Openings, transitions and closings of the speeches about a topic; those that name it first, then by speech. */
export function pickStations(found: TopicSpeeches, { stations }: Phraseology): PickedStation[] {
  const rank = new Map(speechesAbout(found).map((speech, i) => [speech, i]));
  const scored = stations.flatMap((sentence) => {
    const place = sentence.spans.find((span) => rank.has(span.speech) && (found.within?.has(span) ?? true));
    return place === undefined ? [] : [{ sentence, named: share(found, place), order: rank.get(place.speech) ?? 0 }];
  });
  scored.sort((a, b) => b.named - a.named || a.order - b.order);
  return STATIONS.map((station) => ({
    station,
    sentences: scored
      .filter(({ sentence }) => sentence.kind === station)
      .slice(0, MOST_SENTENCES)
      .map(({ sentence }) => sentence),
  })).filter(({ sentences }) => sentences.length > 0);
}

const share = ({ topic, hits }: TopicSpeeches, place: Place): number => {
  const at = hits[place.speech];
  return at === undefined ? 0 : shareIn(topic, at, place);
};

/** The commonest beginnings of sentences in the speeches about a topic. */
export function pickBeginnings(found: TopicSpeeches, { beginnings }: Phraseology): SentenceBeginning[] {
  const about = new Set(speechesAbout(found));
  const counted = beginnings.map((beginning) => ({
    beginning,
    speeches: new Set(beginning.spans.map(({ speech }) => speech).filter((speech) => about.has(speech))).size,
  }));
  return counted
    .filter(({ speeches }) => speeches > 0)
    .sort((a, b) => b.speeches - a.speeches || b.beginning.speeches - a.beginning.speeches)
    .slice(0, MOST_SENTENCES)
    .map(({ beginning }) => beginning);
}
