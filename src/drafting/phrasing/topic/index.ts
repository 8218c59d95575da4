/**
 * topic/: what of the phraseology of a corpus is picked for a topic: frames, parallel sets, number abbreviations,
 * four-character phrases, openings, transitions and closings.
 */
export {
  findTopic,
  type Picked,
  pickFourCharacterPhrases,
  pickFrames,
  pickNumberAbbreviations,
  pickParallelSets,
  type TopicSpeeches,
} from './pick.ts';
export { pickBeginnings, pickStations, speechesAbout } from './stations.ts';
export { type Topic, topicOf } from './topic.ts';
