import { describe, expect, it } from 'vitest';
import { assistantOver, readCommand } from '../../src/assistant/index.ts';
import type { Answer, Drafter } from '../../src/drafting/index.ts';
import { type Citation, EVERYTHING, ZhibiError } from '../../src/speech/index.ts';

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
function recorder(): { drafter: Drafter; asked: Parameters<Drafter>[] } {
  const asked: Parameters<Drafter>[] = [];
  const drafter: Drafter = async (...given) => {
    asked.push(given);
    return answer;
  };
  return { drafter, asked };
}

describe('the assistant', () => {
  it('hands on what was asked, and for whom, and gives what this audience may see', async () => {
    const { drafter, asked } = recorder();
    const assistant = assistantOver(drafter);
    const command = readCommand('出处 渠要修通');
    const open = { internal: false, hidden: ['内部/'] };
    expect(await assistant(command, EVERYTHING)).toEqual({ kind: 'answer', answer });
    expect(await assistant(command, open)).toMatchObject({ kind: 'answer', answer: { kind: 'nothing' } });
    const request = { kind: 'source', quote: '渠要修通' };
    expect(asked).toEqual([
      [request, EVERYTHING],
      [request, open],
    ]);
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
