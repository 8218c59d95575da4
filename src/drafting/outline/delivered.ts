import { cite, type Speech } from '../../speech/index.ts';
import type { Skeleton, SkeletonStretch } from '../answer.ts';
import { charactersIn, type Shape, toSkeletonSection } from './section.ts';

/** A speech's own skeleton: its headings, each citing its own words, with how it begins and ends. */
export const deliveredSkeleton = (speech: Speech, shape: Shape): Skeleton => ({
  kind: 'delivered',
  title: speech.title,
  date: speech.date,
  sections: ownSections(speech, shape).map((section) => toSkeletonSection(speech, section, [], shape, 1)),
  stretches: stretchesOf(speech),
});

/** Points beside headings belong to the opening; they are shown with the other points. */
const ownSections = ({ sections }: Speech, { points }: Shape): Speech['sections'] =>
  sections.filter(({ kind }) => kind === 'heading' || points || sections.every((section) => section.kind === 'point'));

const stretchesOf = (speech: Speech): SkeletonStretch[] =>
  speech.stretches.map(({ role, from, start, end }) => ({
    role,
    characters: charactersIn(speech.text.slice(start, end)),
    citation: cite(speech, { path: [], paragraph: from, start, end }),
  }));
