import { readCorpus } from '../../src/corpus/index.ts';
import { SpeechIndex } from '../../src/indexing/index.ts';
import type { Speech } from '../../src/speech/index.ts';
import { STARTER } from './corpus.ts';

/** Folders that the starter speeches are put into for tests, one below another. */
export const FOLDERS = ['甲单位/', '甲单位/往年/', '乙单位/', '丙单位/', '丙单位/送审稿/'] as const;

let made: Promise<SpeechIndex> | undefined;

/** The starter corpus with its speeches dealt out to {@link FOLDERS}, indexed once a test file. */
export function folderedIndex(): Promise<SpeechIndex> {
  made ??= readCorpus([STARTER]).then(({ speeches }) =>
    SpeechIndex.build(
      speeches.map((speech, i) => ({ ...speech, file: `${FOLDERS[i % FOLDERS.length]}${speech.file}` })),
    ),
  );
  return made;
}

/** Whether a speech is in one of some folders. */
export const isIn = ({ file }: Pick<Speech, 'file'>, folders: readonly string[]): boolean =>
  folders.some((folder) => file.startsWith(folder));
