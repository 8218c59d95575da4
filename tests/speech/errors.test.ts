import { describe, expect, it } from 'vitest';
import { ZhibiError } from '../../src/speech/index.ts';

describe('ZhibiError', () => {
  const cause = new Error('EACCES');
  const error = new ZhibiError('index-unwritable', { folder: 'index', reason: 'EACCES' }, { cause });

  it('is an error that carries its code, its details and what caused it', () => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ code: 'index-unwritable', details: { folder: 'index', reason: 'EACCES' }, cause });
  });

  it('names code and details where only the message is printed', () => {
    expect(String(error)).toBe('ZhibiError: index-unwritable {"folder":"index","reason":"EACCES"}');
  });
});
