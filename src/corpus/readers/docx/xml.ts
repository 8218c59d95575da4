import { Parser } from 'htmlparser2';

/** The attributes of an element, by their names without prefix. */
export type Attributes = Readonly<Record<string, string>>;

/** What is told while XML is read. Names are local: `w:p` is `p`. */
export interface ElementHandler {
  open?(name: string, attributes: Attributes): void;
  text?(words: string): void;
  close?(name: string): void;
}

/** Reads XML from beginning to end, without a tree: depth costs nothing, and entities beyond the five known stay as they are. */
export function readElements(xml: string, handler: ElementHandler): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open?.(localName(name), withLocalNames(attributes)),
      ontext: (words) => handler.text?.(words),
      onclosetag: (name) => handler.close?.(localName(name)),
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
