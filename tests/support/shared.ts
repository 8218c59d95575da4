import { existsSync } from 'node:fs';

/** Real speeches and reports lie beside the project where it is developed; none of their text is in it. */
export const SHARED_SPEECHES = '../shared/speeches';
export const SHARED_REPORTS = '../shared/data/reports';
export const SHARED_READING_CASES = '../shared/cases/reading';

/** Whether tests on a folder of real documents can run; says so where they can't. */
export function isPresent(folder: string): boolean {
  const present = existsSync(folder);
  if (!present) process.stderr.write(`skipped: tests that read ${folder}, which is not here\n`);
  return present;
}
