import { execFileSync } from 'node:child_process';

/** How one of the programs is run. */
export type Program = (name: 'main' | 'cli') => { command: string; given: string[] };

/** The programs as they are built; the sources are compiled first. */
export function builtProgram(): Program {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
  return (name) => ({ command: process.execPath, given: [`dist/${name}.js`] });
}

/** The programs as they stand in the sources. */
export const sourceProgram: Program = (name) => ({
  command: process.execPath,
  given: ['--import', 'tsx', `src/${name}.ts`],
});
