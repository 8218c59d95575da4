import { describe, expect, it } from 'vitest';
import { ZhibiError } from '../../src/speech/index.ts';
import { toError, toFault } from '../../src/threads/index.ts';

describe('a fault', () => {
  it('is the coded error that it was made of, with code, details and stack', () => {
    const error = new ZhibiError('file-empty', { file: 'a.txt' });
    const there = toError(structuredClone(toFault(error)));
    expect(there).toBeInstanceOf(ZhibiError);
    expect(there).toMatchObject({ code: 'file-empty', details: { file: 'a.txt' }, stack: error.stack });
  });

  it('keeps name, message and stack of an error that has no code', () => {
    const error = new RangeError('out of range');
    const there = toError(structuredClone(toFault(error)));
    expect([there.name, there.message, there.stack]).toEqual(['RangeError', 'out of range', error.stack]);
    expect(there).not.toBeInstanceOf(ZhibiError);
  });

  it('is an error even where none was thrown', () => {
    expect(toError(toFault('words')).message).toBe('words');
  });
});
