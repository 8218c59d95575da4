import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isPresent, SHARED_READING_CASES } from '../support/shared.ts';
import { ExpectedReading, failuresOf, inspectFile } from './expected-reading.ts';

/** Not read rightly yet. A document that is, fails its test until it is taken off this list. */
const KNOWN_FAILURES: readonly string[] = [];

const isHere = isPresent(SHARED_READING_CASES);
const cases = isHere
  ? Object.entries(
      z
        .record(z.string(), ExpectedReading)
        .parse(JSON.parse(readFileSync(join(SHARED_READING_CASES, 'expect.json'), 'utf8'))),
    )
  : [];

describe.skipIf(!isHere)('documents that are easily misread', () => {
  it.each(cases.filter(([file]) => !KNOWN_FAILURES.includes(file)))('%s is read rightly', async (file, wanted) => {
    expect(failuresOf(wanted, await inspectFile(join(SHARED_READING_CASES, file)))).toEqual([]);
  });

  it.each(cases.filter(([file]) => KNOWN_FAILURES.includes(file)))(
    '%s is not read rightly yet',
    async (file, wanted) => {
      const failures = failuresOf(wanted, await inspectFile(join(SHARED_READING_CASES, file)));
      expect(failures, `${file} is read rightly now: take it off the list`).not.toEqual([]);
    },
  );

  it('known failures are documents that are there', () => {
    expect(KNOWN_FAILURES.filter((file) => !cases.some(([name]) => name === file))).toEqual([]);
  });
});
