import { describe, expect, it } from 'vitest';
import { barOf, progressBar } from '../../src/terminal/index.ts';

describe('a progress bar', () => {
  it('is drawn on one line, and not where nobody looks', () => {
    const written: string[] = [];
    const screen = { isTTY: true, write: (text: string) => written.push(text) };
    progressBar(screen)(barOf('读', { done: 6, total: 12 }));
    progressBar(screen)(null);
    progressBar({ write: screen.write })('读');
    expect(written).toEqual([`\r\u001b[K读 ${'█'.repeat(12)}${'░'.repeat(12)} 6/12`, '\r\u001b[K']);
    expect(barOf('读', { done: 0, total: 0 })).toContain('0/0');
    expect(barOf('读', { done: 9, total: 3 })).toContain('█'.repeat(24));
  });
});
