import { type Document, isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { type ErrorDetails, ZhibiError } from '../../speech/index.ts';

/** Who may see what lies in a folder of the corpus and below it. Nobody whom it does not name. */
export interface FolderRule {
  /** A path below the corpus folder, a slash at its end. */
  folder: string;
  /** User groups, and people, who see it wherever an answer is theirs alone. */
  groups: readonly string[];
  people: readonly string[];
  /** Channels in which everybody sees it, in posted answers too. */
  channels: readonly string[];
}

/** Who may use the bot, where, and which folders of the corpus they see. */
export interface AccessPolicy {
  /** Workspaces whose people may use it; `null`: the one that it is installed in. */
  workspaces: readonly string[] | null;
  /** Channels that it may be used in, direct messages aside; `null`: everywhere. */
  channels: readonly string[] | null;
  /** User groups who may use it; `null`: everybody of these workspaces. */
  groups: readonly string[] | null;
  /** A folder that none of these is about is everybody's. */
  folders: readonly FolderRule[];
}

/** What holds without a file. */
export const DEFAULT_POLICY: AccessPolicy = { workspaces: null, channels: null, groups: null, folders: [] };

type Fault = ErrorDetails['access-invalid']['what'];

/** A policy that somebody wrote by hand is short. In characters. */
const LONGEST = 100_000;

/** The faults that a schema finds travel as its messages. */
const FAULT = {
  id: 'wrong-id',
  empty: 'empty-list',
  folder: 'wrong-folder',
  twice: 'folder-twice',
} as const satisfies Record<string, Fault>;

/** Ids as Slack shows them: a letter for what they name, then capitals and digits. */
const idOf = (letters: string): z.ZodString =>
  z.string().regex(new RegExp(`^[${letters}][A-Z0-9]{6,20}$`), { error: FAULT.id });
/** An empty list would shut everybody out, and is more likely a slip. */
const idsOf = (letters: string): z.ZodArray<z.ZodString> => z.array(idOf(letters)).min(1, { error: FAULT.empty });

const Workspaces = idsOf('T');
const Channels = idsOf('CG');
const Groups = idsOf('S');
const People = idsOf('UW');

const Folder = z
  .string()
  .transform((folder) => folder.normalize('NFC').replaceAll('\\', '/').split('/').filter(isStep))
  .refine((steps) => steps.length > 0 && !steps.includes('..'), { error: FAULT.folder })
  .transform((steps) => `${steps.join('/')}/`);

function isStep(step: string): boolean {
  return step !== '' && step !== '.';
}

const Rule = z.strictObject({
  folder: Folder,
  groups: Groups.default([]),
  people: People.default([]),
  channels: Channels.default([]),
});

const Policy = z.strictObject({
  workspaces: Workspaces.optional(),
  channels: Channels.optional(),
  groups: Groups.optional(),
  folders: z
    .array(Rule)
    .default([])
    .superRefine((rules, context) => {
      const seen = new Set<string>();
      for (const [i, { folder }] of rules.entries()) {
        if (seen.has(folder)) context.addIssue({ code: 'custom', message: FAULT.twice, path: [i, 'folder'] });
        seen.add(folder);
      }
    }),
});

/**
 * Reads an access policy. Nothing is guessed and nothing skipped: a slip in a file that shuts people out must not let
 * them in.
 *
 * @param file its name, for the error
 * @throws ZhibiError `access-invalid` with the line and what is wrong there
 */
export function parseAccessPolicy(yaml: string, file: string): AccessPolicy {
  const lines = new LineCounter();
  const refuse = (what: Fault, offset: number, reason: string): never => {
    throw new ZhibiError('access-invalid', { file, line: Math.max(1, lines.linePos(offset).line), what, reason });
  };
  if (yaml.length > LONGEST) return refuse('too-long', 0, String(LONGEST));
  const document = parsed(yaml, lines);
  if (document === null) return refuse('not-yaml', 0, 'YAML');
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) {
    return refuse(fault.code === 'DUPLICATE_KEY' ? 'key-twice' : 'not-yaml', fault.pos[0], fault.code);
  }
  const trick = firstTrick(document);
  if (trick !== null) return refuse(trick.what, trick.offset, 'YAML');
  const policy = Policy.safeParse(document.toJS());
  if (policy.success) {
    const { workspaces = null, channels = null, groups = null, folders } = policy.data;
    return { workspaces, channels, groups, folders };
  }
  const issue = policy.error.issues[0];
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [...(issue?.path ?? []), ...(key === undefined ? [] : [key])];
  return refuse(
    faultOf(issue),
    offsetOf(document, path),
    String(path.findLast((step) => typeof step === 'string') ?? 'YAML'),
  );
}

/** `null` for what is nested too deep to be read at all. */
function parsed(yaml: string, lineCounter: LineCounter): Document | null {
  try {
    return parseDocument(yaml, { lineCounter, schema: 'core' });
  } catch {
    return null;
  }
}

/**
 * What nobody needs here: an alias (one that refers to itself, or thousands that multiply, would cost without end), a list
 * or map for a key.
 */
function firstTrick(document: Document): { what: Fault; offset: number } | null {
  let found: { what: Fault; offset: number } | null = null;
  visit(document, {
    Alias: (_, alias) => {
      found = { what: 'alias', offset: startOf(alias) ?? 0 };
      return visit.BREAK;
    },
    Pair: (_, { key }) => {
      if (isScalar(key)) return undefined;
      found = { what: isAlias(key) ? 'alias' : 'unknown-key', offset: startOf(key) ?? 0 };
      return visit.BREAK;
    },
  });
  return found;
}

function faultOf(issue: z.core.$ZodIssue | undefined): Fault {
  if (issue?.code === 'unrecognized_keys') return 'unknown-key';
  return Object.values(FAULT).find((fault) => fault === issue?.message) ?? 'wrong-type';
}

/** Where in the file a path leads, or as far as it goes. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let offset = 0;
  let node: unknown = document.contents;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isNode(node) && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
