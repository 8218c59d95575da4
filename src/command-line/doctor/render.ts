import stringWidth from 'string-width';
import { CHECKS } from '../../assistant/index.ts';
import { block, type Page } from '../../terminal/index.ts';
import type { Finding, Outcome } from './report.ts';

const SIGNS: Record<Outcome, string> = { pass: '✓', fail: '✗', note: '–' };

/** A line a finding, what to do below it, and how many there are to be mended. */
export function renderFindings(page: Page, findings: readonly Finding[]): string {
  const { texts, colours } = page;
  const paint = { pass: colours.green, fail: colours.red, note: colours.dim };
  const names = texts.setup.checks;
  const width = CHECKS.reduce((most, check) => Math.max(most, stringWidth(names[check])), 0);
  const indent = ' '.repeat(width + 4);
  const lines = findings.flatMap(({ check, outcome, words }) => {
    const { says, advice } = words(texts);
    const name = names[check] + ' '.repeat(width - stringWidth(names[check]));
    const first = `${paint[outcome](SIGNS[outcome])} ${name}  `;
    const finding = block(page, says, indent, undefined, first);
    return advice === undefined ? [finding] : [finding, block(page, advice, indent, colours.dim)];
  });
  const failed = findings.filter(({ outcome }) => outcome === 'fail').length;
  return [...lines, '', texts.setup.summary(failed)].join('\n');
}
