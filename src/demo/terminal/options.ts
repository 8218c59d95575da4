import { Command, InvalidArgumentError } from 'commander';
import { type Language, textsIn } from '../../assistant/index.ts';
import { demoTextsIn } from '../texts/index.ts';

/** What `npm run demo -- …` may say. */
export interface Options {
  corpus?: string[];
  index?: string;
  /** `undefined`: the usual one, or another where that is taken. */
  port?: number;
  host: string;
  allowNetwork: boolean;
  open: boolean;
  lang: Language;
}

/** The language is needed before the options are parsed: help texts are in it. */
export function languageIn(argv: readonly string[], otherwise: Language): Language {
  const given = argv[argv.indexOf('--lang') + 1];
  return argv.includes('--lang') && (given === 'en' || given === 'zh') ? given : otherwise;
}

/** @throws CommanderError for what can't be read; with exit code 0 where help was asked for, and printed */
export function readOptions(argv: readonly string[], language: Language): Options {
  const { terminal } = demoTextsIn(language);
  const { helpTitles } = textsIn(language).terminal;
  return new Command('npm run demo --')
    .description(terminal.about)
    .exitOverride()
    .configureHelp({ styleTitle: (title) => helpTitles[title] ?? title })
    .helpOption('-h, --help', terminal.help)
    .option('--corpus <folder>', terminal.corpus, (folder: string, all: string[] = []) => [...all, folder])
    .option('--index <folder>', terminal.index)
    .option('--port <port>', terminal.port, (given) => portIn(given, terminal.invalidPort))
    .option('--host <address>', terminal.host, '127.0.0.1')
    .option('--allow-network', terminal.allowNetwork, false)
    .option('--no-open', terminal.noOpen)
    .option('--lang <language>', terminal.language, (given) => toLanguage(given, terminal.invalidLanguage), language)
    .parse([...argv], { from: 'user' })
    .opts<Options>();
}

function portIn(given: string, invalid: string): number {
  if (/^\d{1,5}$/.test(given) && Number(given) <= 65_535) return Number(given);
  throw new InvalidArgumentError(invalid);
}

function toLanguage(given: string, invalid: string): Language {
  if (given === 'zh' || given === 'en') return given;
  throw new InvalidArgumentError(invalid);
}
