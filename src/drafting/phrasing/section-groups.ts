import type { PhraseGroup } from '../answer.ts';
import { headingSetsUnder } from '../outline/index.ts';
import type { Asked } from './asked.ts';
import { headingSetsGroup } from './heading-sets.ts';
import { namedGroup } from './named.ts';
import { pickedGroups } from './picked.ts';
import { paraphrasesGroup } from './said-otherwise.ts';
import { sayingsGroup } from './sayings.ts';
import { sectionCollocationsGroup } from './section-collocations.ts';
import type { SectionPart } from './section-part.ts';
import { findTopic } from './topic/index.ts';

/**
 * How a section, and those that say the same, put it. Whatever their words it is theirs: what names the topic comes
 * first.
 *
 * @param asked narrowed to the sections
 */
export function sectionGroups(asked: Asked, { sections, topic, area }: SectionPart): PhraseGroup[] {
  const sets = sections.flatMap(({ speech, section }) => headingSetsUnder(speech, section));
  const spoken = {
    ...findTopic(topic, asked.index, area.has),
    within: { speeches: [...area.spans.keys()], has: area.has },
  };
  return [
    paraphrasesGroup(asked),
    namedGroup(asked, topic, area, 'headings'),
    headingSetsGroup(asked, sets),
    namedGroup(asked, topic, area, 'leads'),
    ...pickedGroups(asked, spoken, sets),
    sectionCollocationsGroup(asked, sections, topic),
    sayingsGroup(asked, topic, area),
  ];
}
