import { readElements } from '../xml.ts';

/** Where a paragraph stands in a numbered list: which list, how deep from 0. */
export interface ListPlace {
  list: string | null;
  level: number | null;
}

/** What a paragraph style says about structure; `null` where it leaves that to the style it is based on. */
interface Style extends ListPlace {
  basedOn: string | null;
  isTitle: boolean;
  /** Outline level from 0 (ISO/IEC 29500-1, 17.3.1.20); 9 is body text. */
  outline: number | null;
}

/** What a paragraph inherits from its style. */
export interface InheritedStyle extends ListPlace {
  /** 1 the title, 2 a heading of the first level, and so on; 0 no heading. */
  depth: number;
}

const BODY_TEXT_OUTLINE = 9;
const NONE: InheritedStyle = { depth: 0, list: null, level: null };

/** Tells what a paragraph style, by its id, gives to its paragraphs. */
export function readStyles(xml: string): (id: string | null) => InheritedStyle {
  const styles = stylesOf(xml);
  return (id) => (id === null ? NONE : inherit(styles, id));
}

function stylesOf(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let current: Style | null = null;
  readElements(xml, {
    open(name, attributes) {
      if (name === 'style') {
        current = { basedOn: null, isTitle: false, outline: null, list: null, level: null };
        if (attributes['type'] === 'paragraph') styles.set(attributes['styleId'] ?? '', current);
      } else if (current !== null) readProperty(current, name, attributes['val'] ?? '');
    },
    close(name) {
      if (name === 'style') current = null;
    },
  });
  return styles;
}

function readProperty(style: Style, name: string, value: string): void {
  if (name === 'basedOn') style.basedOn = value;
  else if (name === 'outlineLvl') style.outline = outlineLevel(value);
  else if (name === 'numId') style.list = value;
  else if (name === 'ilvl') style.level = Number(value);
  else if (name === 'name') readName(style, value);
}

/** Built-in styles are known by their names (17.7.4.9): headings in Word's own copies have no outline level. */
function readName(style: Style, name: string): void {
  if (/^(?:title|标题)$/i.test(name)) style.isTitle = true;
  const heading = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  if (heading !== undefined) style.outline ??= Number(heading) - 1;
}

/** Styles that are based on each other in a circle end here. */
const LONGEST_CHAIN = 20;

function inherit(styles: ReadonlyMap<string, Style>, id: string): InheritedStyle {
  let outline: number | null = null;
  let isTitle = false;
  const place: ListPlace = { list: null, level: null };
  let style = styles.get(id);
  for (let length = 0; style !== undefined && length < LONGEST_CHAIN; length++) {
    isTitle ||= style.isTitle && outline === null;
    outline ??= style.outline;
    place.list ??= style.list;
    place.level ??= style.level;
    style = styles.get(style.basedOn ?? '');
  }
  return { depth: isTitle ? 1 : depthOf(outline), ...place };
}

/** An outline level as a depth: the title has none of its own, so that the first level is 2. */
export const depthOf = (outline: number | null): number =>
  outline === null || outline >= BODY_TEXT_OUTLINE ? 0 : outline + 2;

/** The outline level that an `outlineLvl` element gives; `null` where it is not a number. */
export function outlineLevel(value: string | undefined): number | null {
  const level = Number(value);
  return value === undefined || !Number.isInteger(level) || level < 0 ? null : level;
}
