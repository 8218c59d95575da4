import { Parser } from 'htmlparser2';

/** The attributes of an element, by their names without prefix. */
export type Attributes = Readonly<Record<string, string>>;

/** What is told while XML is read. Names are local: `w:p` is `p`. */
export interface ElementHandler {
  open?(name: string, attributes: Attributes): void;
  text?(words: string): void;
  close?(name: string): void;
}

/** Elements in elements: tables in text boxes in tables have 60. The parser's time grows with the square of it. */
export const DEEPEST = 256;

/** XML is nested deeper than {@link DEEPEST}. */
export class TooDeep extends Error {}

/**
 * Reads XML from beginning to end, without a tree. Entities beyond the five known stay as they are: what a document type
 * defines is never expanded.
 *
 * @throws TooDeep
 */
export function readElements(xml: string, handler: ElementHandler): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > DEEPEST) throw new TooDeep();
        handler.open?.(localName(name), withLocalNames(attributes));
      },
      ontext: (words) => handler.text?.(words),
      onclosetag: (name) => {
        depth--;
        handler.close?.(localName(name));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const withLocalNames = (attributes: Readonly<Record<string, string>>): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));

/** Whether a switch (`<w:vanish/>`, `<w:vanish w:val="0"/>`) is on (ISO/IEC 29500-1, 17.17.4). */
export const isOn = (attributes: Attributes): boolean => !/^(?:0|false|off)$/.test(attributes['val'] ?? '1');
