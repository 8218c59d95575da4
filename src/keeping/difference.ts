import type { KeptRecord } from './ledger.ts';

/** A file whose speech belongs into the index. */
export interface Wanted {
  folder: number;
  file: string;
  speech: NonNullable<KeptRecord['speech']>;
}

/** What an index has, by id of a speech: `whole` of each that has this id, as a rule one. */
export type Served = Map<string, string[]>;

/** What is to be done with one id: it leaves the index, if it is there, and these speeches come in. */
export interface Step {
  id: string;
  isThere: boolean;
  added: readonly Wanted[];
}

/**
 * The speeches that files give together, as `readCorpus` has it: of files that say the same the first is the one.
 *
 * @param records in the order of folders and paths
 */
export function wantedOf(records: Iterable<KeptRecord>): Wanted[] {
  const firsts = new Map<string, Wanted>();
  for (const { folder, file, speech } of records) {
    if (speech !== null && !firsts.has(speech.content)) firsts.set(speech.content, { folder, file, speech });
  }
  return [...firsts.values()];
}

/** What an index has that was made of these files. */
export function servedBy(records: Iterable<KeptRecord>): Served {
  const served: Served = new Map();
  for (const { speech } of wantedOf(records)) served.set(speech.id, [...(served.get(speech.id) ?? []), speech.whole]);
  return served;
}

/** What must happen for an index to have what is wanted. Texts that are the same, with other rights, share an id. */
export function difference(served: Served, wanted: readonly Wanted[]): Step[] {
  const byId = new Map<string, Wanted[]>();
  for (const one of wanted) byId.set(one.speech.id, [...(byId.get(one.speech.id) ?? []), one]);
  const gone = [...served.keys()].filter((id) => !byId.has(id)).map((id): Step => ({ id, isThere: true, added: [] }));
  const others = [...byId]
    .filter(
      ([id, added]) =>
        !isSame(
          served.get(id) ?? [],
          added.map(({ speech }) => speech.whole),
        ),
    )
    .map(([id, added]): Step => ({ id, isThere: served.has(id), added }));
  return [...gone, ...others];
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().join() === [...b].sort().join();
