#!/usr/bin/env node
import pc from 'picocolors';
import { errorText, textsIn } from './assistant/index.ts';
import { runCommandLine } from './command-line/index.ts';
import { readConfig } from './config.ts';
import { ZhibiError } from './speech/index.ts';

try {
  process.exitCode = await runCommandLine(
    process.argv.slice(2),
    {
      out: (text) => process.stdout.write(text),
      error: (text) => process.stderr.write(text),
      columns: process.stdout.columns,
      coloured: pc.isColorSupported && process.stdout.isTTY,
    },
    readConfig(),
  );
} catch (error) {
  if (!(error instanceof ZhibiError)) throw error;
  process.stderr.write(`${errorText(textsIn('zh'), error)}\n`);
  process.exitCode = 2;
}
