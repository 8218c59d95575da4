import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { lineNumbers } from '../../src/corpus/readers/index.ts';
import { type Speech, strictest, walkSections } from '../../src/speech/index.ts';

/** A document as a person reads it; see gold/README.md. */
export interface Gold {
  title: string;
  rights: string;
  /** One string a heading: kind, depth, marker, where it stands, its words. */
  headings: string[];
  points: string[];
  /** Roles of top sections, by the place and words of their headings; only those a reader is sure of. */
  roles: Map<string, string>;
}

/** How many of a list are in another, and what is missing and too much, for a message. */
export function compare(wanted: readonly string[], found: readonly string[]) {
  const foundSet = new Set(found);
  const wantedSet = new Set(wanted);
  return {
    missing: wanted.filter((entry) => !foundSet.has(entry)),
    extra: found.filter((entry) => !wantedSet.has(entry)),
  };
}

const ROW = /^(\S+) ([HP]\d) (\S+) \| (.*?)(?: \| (\S+))?$/;

/** Gold of a speech of the starter corpus: places are lines. */
export function readStarterGold(path: string): Gold {
  const [head = '', body = ''] = readFileSync(path, 'utf8').split('---\n');
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1] ?? '';
  const rows = body.split('\n').flatMap((line) => {
    const [, place = '', kind = '', marker = '', words = '', role = ''] = ROW.exec(line) ?? [];
    return place === '' ? [] : [{ kind, entry: `${kind} ${marker} ${place} ${words}`, role }];
  });
  return { title: field('title'), rights: field('rights'), ...sorted(rows) };
}

/** Gold of a document that is not here: places are offsets, words are hashes. */
export function readReportGold(path: string): Gold {
  const [title = '', rights = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const rows = lines.map((line) => {
    const [kind = '', marker = '', place = '', words = '', role = '-'] = line.split(' ');
    return { kind, entry: `${kind} ${marker} ${place} ${words}`, role: role === '-' ? '' : role };
  });
  return { title: title.replace('title ', ''), rights: rights.replace('rights ', ''), ...sorted(rows) };
}

function sorted(
  rows: readonly { kind: string; entry: string; role: string }[],
): Pick<Gold, 'headings' | 'points' | 'roles'> {
  return {
    headings: rows.filter(({ kind }) => kind.startsWith('H')).map(({ entry }) => entry),
    points: rows.filter(({ kind }) => kind.startsWith('P')).map(({ entry }) => entry),
    roles: new Map(rows.filter(({ role }) => role !== '').map(({ entry, role }) => [entry, role])),
  };
}

export const hash = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 8);

/** A speech in the form of its gold. */
export function asGold(speech: Speech, place: 'lines' | 'offsets'): Gold {
  const lineAt = lineNumbers(speech.text);
  const rows = [...walkSections(speech.sections)].flatMap(({ section, ancestors }) => {
    if (section.marker === '要') return [];
    const isHeading = section.kind === 'heading';
    const depth = isHeading ? section.level : ancestors.filter(({ kind }) => kind === 'point').length + 1;
    const kind = `${isHeading ? 'H' : 'P'}${depth}`;
    const marker = section.marker === '' ? '-' : section.marker;
    const where =
      place === 'lines'
        ? `${lineAt(section.start)} ${section.heading}`
        : `${section.headingStart} ${hash(section.heading)}`;
    return [{ kind, entry: `${kind} ${marker} ${where}`, role: section.role ?? '' }];
  });
  return { title: speech.title, rights: strictest(speech.rights), ...sorted(rows) };
}
