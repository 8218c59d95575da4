import { describe, expect, it } from 'vitest';
import { assistantOver, EVERYTHING, readCommand } from '../../src/assistant/index.ts';
import type { Answer, Drafter, DraftRequest } from '../../src/drafting/index.ts';
import { type Citation, ZhibiError } from '../../src/speech/index.ts';

const citation: Citation = {
  speech: 's1',
  title: '在某市水利工作会上的讲话',
  date: '2021',
  path: [],
  paragraph: 1,
  start: 0,
  end: 4,
  file: '水利.txt',
  rights: [{ text: '请勿外传', restriction: 'internal' }],
};

const answer: Answer = {
  kind: 'sources',
  quote: '渠要修通',
  matches: [{ kind: 'exact', similarity: 1, text: '渠要修通', differences: [], citation }],
};

/** A drafter that always answers the same, and what it was asked. */
function recorder(): { drafter: Drafter; asked: DraftRequest[] } {
  const asked: DraftRequest[] = [];
  const drafter: Drafter = async (request) => {
    asked.push(request);
    return answer;
  };
  return { drafter, asked };
}

describe('the assistant', () => {
  it('hands on what was asked and gives what this audience may see', async () => {
    const { drafter, asked } = recorder();
    const assistant = assistantOver(drafter);
    const command = readCommand('出处 渠要修通');
    expect(await assistant(command, EVERYTHING)).toEqual({ kind: 'answer', answer, withheld: 0 });
    expect(await assistant(command, { internal: false, hidden: [] })).toEqual({
      kind: 'answer',
      answer: { ...answer, matches: [] },
      withheld: 1,
    });
    expect(asked).toEqual([
      { kind: 'source', quote: '渠要修通' },
      { kind: 'source', quote: '渠要修通' },
    ]);
  });

  it('does not ask for what is hidden, beside the filters that were typed', async () => {
    const { drafter, asked } = recorder();
    const hidden = ['内部/'];
    await assistantOver(drafter)(readCommand('找 修渠 年份:2021'), { internal: true, hidden });
    await assistantOver(drafter)(readCommand('找 修渠'), EVERYTHING);
    expect(asked).toMatchObject([{ filters: { year: 2021, hidden } }, { filters: {} }]);
    expect(asked[1]).not.toHaveProperty('filters.hidden');
  });

  it('gives help without a look at the corpus', async () => {
    const { drafter, asked } = recorder();
    expect(await assistantOver(drafter)(readCommand('outlin 水利'), EVERYTHING)).toEqual({
      kind: 'help',
      unknownWord: 'outlin',
    });
    expect(asked).toEqual([]);
  });

  it('passes on what goes wrong', async () => {
    const assistant = assistantOver(() => Promise.reject(new ZhibiError('index-missing', { folder: 'index' })));
    await expect(assistant(readCommand('治水'), EVERYTHING)).rejects.toMatchObject({ code: 'index-missing' });
  });
});
