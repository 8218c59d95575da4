#!/usr/bin/env node
import { createInterface } from 'node:readline/promises';
import pc from 'picocolors';
import { errorText, textsIn } from './assistant/index.ts';
import { runCommandLine } from './command-line/index.ts';
import { readConfig, readInstallation } from './config.ts';
import { ZhibiError } from './speech/index.ts';
import { progressBar } from './terminal/index.ts';

/** One question, one line. A terminal that is closed answers nothing. */
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

try {
  const argv = process.argv.slice(2);
  const installation = readInstallation();
  process.exitCode = await runCommandLine(
    argv,
    {
      out: (text) => process.stdout.write(text),
      error: (text) => process.stderr.write(text),
      columns: process.stdout.columns,
      progress: progressBar(process.stderr),
      coloured: pc.isColorSupported && process.stdout.isTTY,
      ...(process.stdin.isTTY && process.stdout.isTTY ? { ask } : {}),
    },
    // Wrong settings are what `doctor` is for; everything else needs them right.
    argv[0] === 'doctor' ? installation.config : readConfig(),
    installation,
  );
} catch (error) {
  if (!(error instanceof ZhibiError)) throw error;
  process.stderr.write(`${errorText(textsIn('zh'), error)}\n`);
  process.exitCode = 2;
}
