import { describe, expect, it } from 'vitest';
import { headingPath, Section, walkSections } from '../../src/speech/index.ts';

const section = (heading: string, kind: Section['kind'] = 'heading', sections: Section[] = []): Section => ({
  kind,
  level: 1,
  marker: '一、',
  heading,
  headingStart: 2,
  headingEnd: 4,
  runIn: false,
  role: null,
  evidence: null,
  paragraph: 1,
  start: 0,
  end: 20,
  sections,
});

const forest = [
  section('算账', 'heading', [section('收入', 'heading', [section('税收要实', 'point')]), section('支出')]),
  section('修路'),
];

describe('walkSections', () => {
  it('meets parents before their children, and each section once', () => {
    expect([...walkSections(forest)].map((step) => step.section.heading)).toEqual([
      '算账',
      '收入',
      '税收要实',
      '支出',
      '修路',
    ]);
  });

  it('knows what holds each section, outermost first', () => {
    const steps = [...walkSections(forest)].map(({ ancestors }) => ancestors.map((held) => held.heading));
    expect(steps).toEqual([[], ['算账'], ['算账', '收入'], ['算账'], []]);
  });
});

describe('headingPath', () => {
  it('leaves points out', () => {
    const nested = [section('算账'), section('一要算清', 'point'), section('收入')];
    expect(headingPath(nested)).toEqual(['算账', '收入']);
  });
});

describe('Section', () => {
  it('accepts sections in sections', () => {
    expect(Section.parse(forest[0])).toEqual(forest[0]);
  });

  it.each([
    ['of no kind', { ...section('算账'), kind: 'paragraph' }],
    ['of no level', { ...section('算账'), level: 0 }],
    ['of an unknown role', { ...section('算账'), role: 'joke' }],
    ['before the first paragraph', { ...section('算账'), paragraph: 0 }],
    ['without its subsections', { ...section('算账'), sections: undefined }],
    ['that holds a wrong one', section('算账', 'heading', [{ ...section('收入'), headingStart: -1 }])],
  ])('refuses a section %s', (_, given) => {
    expect(Section.safeParse(given).success).toBe(false);
  });
});
