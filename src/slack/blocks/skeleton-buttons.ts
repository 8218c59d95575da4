import type { ActionsBlock, Button } from '@slack/types';
import type { Texts } from '../../assistant/index.ts';
import type { Skeleton, SkeletonRequest } from '../../drafting/index.ts';

/** What a composed skeleton's buttons do. */
export const SKELETON_ACTIONS = { alternatives: 'skeleton_alternatives', share: 'skeleton_share' } as const;

/** The buttons that a message may have: where there is no channel to share in, none shares. */
export type Offered = readonly (keyof typeof SKELETON_ACTIONS)[];

/** Characters of a button's value (docs.slack.dev/reference/block-kit/block-elements/button-element). */
const LONGEST_VALUE = 2000;

export function skeletonButtons(texts: Texts, skeleton: Skeleton, offered: Offered): ActionsBlock[] {
  const value = packSkeleton(skeleton);
  if (offered.length === 0 || value.length > LONGEST_VALUE) return [];
  const labels = { alternatives: texts.skeleton.showAlternatives, share: texts.skeleton.share };
  const elements = offered.map(
    (what): Button => ({
      type: 'button',
      action_id: SKELETON_ACTIONS[what],
      text: { type: 'plain_text', text: labels[what], emoji: false },
      value,
    }),
  );
  return [{ type: 'actions', elements }];
}

/** The ids of a skeleton's sections, each with those of its alternatives: all that a button keeps. */
const packSkeleton = ({ sections }: Skeleton): string =>
  sections.map(({ id, alternatives }) => [id, ...alternatives.map((other) => other.id)].join('~')).join(',');

const PACKED = /^[\w.-]+(?:~[\w.-]+)*(?:,[\w.-]+(?:~[\w.-]+)*)*$/;

/** Reads what a button kept; `null` of anything else. */
export function unpackSkeleton(value: string): SkeletonRequest | null {
  if (value.length > LONGEST_VALUE || !PACKED.test(value)) return null;
  const sections = value.split(',').map((packed) => {
    const [id = '', ...alternatives] = packed.split('~');
    return { id, alternatives };
  });
  return { kind: 'skeleton', sections };
}
