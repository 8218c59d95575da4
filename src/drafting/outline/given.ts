import type { SpeechIndex } from '../../indexing/index.ts';
import { mainSections, type Section, type Speech } from '../../speech/index.ts';
import { gone, type NothingFound, type SkeletonSection, type SkeletonsAnswer } from '../answer.ts';
import { sectionId } from '../filter.ts';
import type { SkeletonRequest } from '../request.ts';
import { alternativeTo, composedOf, mainSection, type Shape } from './section.ts';

const SHAPE: Shape = { depth: 2, points: false };

/** A composed skeleton again, from the ids of its sections. What has gone or changed since is left out. */
export function givenSkeleton({ speeches }: SpeechIndex, request: SkeletonRequest): SkeletonsAnswer | NothingFound {
  const places = new Map(
    speeches.flatMap((speech) =>
      mainSections(speech.sections).map((section) => [sectionId(speech, section), { speech, section }] as const),
    ),
  );
  const found = request.sections.flatMap(({ id, alternatives }) => {
    const place = places.get(id);
    return place === undefined ? [] : [{ place, others: alternatives.flatMap((other) => places.get(other) ?? []) }];
  });
  if (found.length === 0) return gone('outline');
  const sections = found.map(({ place, others }, i) => again(place, others, i));
  return { kind: 'skeletons', query: '', nearBy: 'topic', skeletons: [composedOf(sections)], sets: [] };
}

interface Place {
  speech: Speech;
  section: Section;
}

const again = ({ speech, section }: Place, others: readonly Place[], position: number): SkeletonSection => ({
  ...mainSection(speech, section, position, SHAPE),
  alternatives: others.map((other) => alternativeTo(other.speech, other.section)),
});
