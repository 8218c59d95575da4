import { type Attributes, isOn, readElements } from '../xml.ts';
import { drawNumeral } from './numerals.ts';
import type { ListPlace } from './styles.ts';

/** One level of a list: how its numbers look. */
interface Level {
  start: number;
  /** `decimal`, `chineseCounting` …: ST_NumberFormat (ISO/IEC 29500-1, 17.18.59). */
  format: string;
  /** `%1、` `（%2）` `%1.%2`: the numbers of these levels stand in their places. */
  text: string;
  /** Nothing stands between the number and the words; else a tab or a space does. */
  isTight: boolean;
  /** All levels in it are figures, whatever their own format. */
  isLegal: boolean;
}

type Levels = Map<number, Level>;

/** A list of the document: the abstract list it is one of, what it changes in that, and where it starts anew. */
interface List {
  abstract: string;
  levels: Levels;
  starts: Map<number, number>;
}

interface Lists {
  /** Levels of an abstract list, by its id. */
  levels: ReadonlyMap<string, Levels>;
  lists: ReadonlyMap<string, List>;
}

/** The number of a paragraph in a list, as Word draws it. */
export interface Drawn {
  /** With the gap behind it; empty where its format is unknown here. */
  text: string;
  /** `null` before a dash or another sign that counts nothing. */
  ordinal: number | null;
  /** The list, and the numbers of the levels above: `7:1.2.`. */
  list: string;
  /** From 0. */
  level: number;
}

/** The numbers of a document's lists, drawn one after another. */
export interface Numbering {
  /** The number of the next paragraph of a list; `null` where none is to be seen. */
  next: (place: ListPlace) => Drawn | null;
  /** The formats that could not be drawn so far. */
  undrawn: ReadonlySet<string>;
}

/** Reads the lists of a document. Lists of one abstract list count on together, as they do in Word. */
export function readNumbering(xml: string): Numbering {
  const lists = readLists(xml);
  const counter = new ListCounter(lists);
  const undrawn = new Set<string>();
  const next = ({ list: id, level: place }: ListPlace): Drawn | null => {
    const level = place ?? 0;
    const list = id === null ? undefined : lists.lists.get(id);
    const format = list === undefined ? undefined : levelOf(lists, list, level);
    if (list === undefined || format === undefined) return null;
    const counts = counter.count(list, level);
    const formatAt = (at: number): string =>
      format.isLegal ? 'decimal' : (levelOf(lists, list, at)?.format ?? 'decimal');
    return drawn(format, `${list.abstract}:`, counts, (at) => {
      const numeral = drawNumeral(counts[at] ?? 1, formatAt(at));
      if (numeral === null) undrawn.add(formatAt(at));
      return numeral;
    });
  };
  return { next, undrawn };
}

/** @param counts of each level up to that of the paragraph */
function drawn(
  format: Level,
  list: string,
  counts: readonly number[],
  numeralAt: (level: number) => string | null,
): Drawn | null {
  const text = drawNumber(format, numeralAt);
  const isCounted = format.format !== 'bullet' && format.format !== 'none';
  if (text === '' && !isCounted) return null;
  const above = counts.slice(0, -1).map((count) => `${count}.`);
  const ordinal = isCounted ? (counts.at(-1) ?? 1) : null;
  return { text: text ?? '', ordinal, list: `${list}${above.join('')}`, level: counts.length - 1 };
}

const levelOf = ({ levels }: Lists, list: List, at: number): Level | undefined =>
  list.levels.get(at) ?? levels.get(list.abstract)?.get(at);

/** How far each abstract list has counted. */
class ListCounter {
  private readonly lists: Lists;
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<List>();

  constructor(lists: Lists) {
    this.lists = lists;
  }

  /** Counts the next paragraph of a list; its number is the last, behind those of the levels above. */
  count(list: List, level: number): number[] {
    const start = (at: number): number => list.starts.get(at) ?? levelOf(this.lists, list, at)?.start ?? 1;
    const counts = this.counters.get(list.abstract) ?? [];
    this.counters.set(list.abstract, counts);
    if (!this.started.has(list)) for (const [at, first] of list.starts) counts[at] = first - 1;
    this.started.add(list);
    counts[level] = (counts[level] ?? start(level) - 1) + 1;
    counts.length = level + 1;
    return Array.from(counts, (count, at) => count ?? start(at));
  }
}

/** Dashes are how speeches mark points; other bullets say no more than a gap. */
const SPEAKING_BULLET = /^[—─]+$/;

/** A number as it stands before the words; `null` where one of its numerals can't be drawn. */
function drawNumber({ format, text, isTight }: Level, numeralAt: (level: number) => string | null): string | null {
  if (format === 'bullet') return SPEAKING_BULLET.test(text) ? text : '';
  const numerals = new Map(
    [...text.matchAll(/%([1-9])/g)].map(([mark, digit]) => [mark, numeralAt(Number(digit) - 1)]),
  );
  if ([...numerals.values()].includes(null)) return null;
  const number = text.replace(/%[1-9]/g, (mark) => numerals.get(mark) ?? '');
  return isTight || !/[\p{L}\p{N}]$/u.test(number) ? number : `${number} `;
}

function readLists(xml: string): Lists {
  const reader = new ListReader();
  readElements(xml, reader);
  return { levels: reader.linked(), lists: reader.lists };
}

/** Word knows nine levels. */
const LEVELS = 9;

const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '', isTight: false, isLegal: false });
const newList = (): List => ({ abstract: '', levels: new Map(), starts: new Map() });

class ListReader {
  readonly lists = new Map<string, List>();
  private readonly levels = new Map<string, Levels>();
  /** Abstract lists that leave their levels to a list style, and those that give them to one, by the style. */
  private readonly borrowers = new Map<string, string>();
  private readonly lenders = new Map<string, Levels>();
  private abstract = '';
  /** The levels that the element that is open gives: those of an abstract list, or of a list that changes them. */
  private given: Levels = new Map();
  private list = newList();
  private level = newLevel();
  private overridden = 0;

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'abstractNum':
        this.abstract = attributes['abstractNumId'] ?? '';
        this.given = new Map();
        this.levels.set(this.abstract, this.given);
        break;
      case 'lvl':
        this.level = newLevel();
        if (Number(attributes['ilvl']) < LEVELS) this.given.set(Number(attributes['ilvl']), this.level);
        break;
      case 'num':
        this.list = newList();
        this.given = this.list.levels;
        this.lists.set(attributes['numId'] ?? '', this.list);
        break;
      case 'lvlOverride':
        this.overridden = Number(attributes['ilvl']);
        break;
      default:
        if (name === 'isLgl') this.level.isLegal = isOn(attributes);
        else this.readDetail(name, attributes['val'] ?? '');
    }
  }

  /** Levels by abstract list, those of list styles looked up (17.9.21, 17.9.27). */
  linked(): ReadonlyMap<string, Levels> {
    for (const [abstract, style] of this.borrowers) {
      const lent = this.lenders.get(style);
      if (lent !== undefined) this.levels.set(abstract, lent);
    }
    return this.levels;
  }

  private readDetail(name: string, value: string): void {
    if (name === 'start') this.level.start = Number(value) || 0;
    else if (name === 'numFmt') this.level.format = value;
    else if (name === 'lvlText') this.level.text = value;
    else if (name === 'suff') this.level.isTight = value === 'nothing';
    else if (name === 'abstractNumId') this.list.abstract = value;
    else if (name === 'startOverride') this.override(Number(value));
    else if (name === 'numStyleLink') this.borrowers.set(this.abstract, value);
    else if (name === 'styleLink') this.lenders.set(value, this.given);
  }

  private override(start: number): void {
    if (this.overridden < LEVELS && Number.isInteger(start)) this.list.starts.set(this.overridden, start);
  }
}
