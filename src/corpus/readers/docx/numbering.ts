import type { ListPlace } from './styles.ts';
import { type Attributes, readElements } from './xml.ts';

/** One level of a list: how its numbers look. */
interface Level {
  start: number;
  /** `decimal`, `chineseCounting` …: ST_NumberFormat (ISO/IEC 29500-1, 17.18.59). */
  format: string;
  /** `%1、` `（%2）` `%1.%2`: the numbers of these levels stand in their places. */
  text: string;
}

interface Lists {
  /** Levels of an abstract list, by its id. */
  levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  /** The abstract list of a list, and where it starts anew. */
  lists: ReadonlyMap<string, { abstract: string; starts: ReadonlyMap<number, number> }>;
}

/** Draws the number of the next paragraph of a list as Word does; empty where none is to be seen. */
export type DrawNumber = (place: ListPlace) => string;

/** Reads the lists of a document. Lists of one abstract list count on together, as they do in Word. */
export function readNumbering(xml: string): DrawNumber {
  const { levels, lists } = readLists(xml);
  const counters = new Map<string, number[]>();
  const started = new Set<string>();
  return ({ list, level: place }) => {
    const known = list === null ? undefined : lists.get(list);
    const level = place ?? 0;
    const own = known === undefined ? undefined : levels.get(known.abstract);
    const format = own?.get(level);
    if (known === undefined || own === undefined || format === undefined) return '';
    const counts = counters.get(known.abstract) ?? [];
    counters.set(known.abstract, counts);
    restart(counts, known.starts, `${list}`, started);
    counts[level] = (counts[level] ?? format.start - 1) + 1;
    counts.length = level + 1;
    return format.text.replace(/%([1-9])/g, (_, digit: string) => {
      const shown = Number(digit) - 1;
      const { format: name, start } = own.get(shown) ?? { format: 'decimal', start: 1 };
      return drawNumeral(counts[shown] ?? start, name);
    });
  };
}

function restart(counts: number[], starts: ReadonlyMap<number, number>, list: string, started: Set<string>): void {
  if (started.has(list)) return;
  started.add(list);
  for (const [level, start] of starts) counts[level] = start - 1;
}

function readLists(xml: string): Lists {
  const reader = new ListReader();
  readElements(xml, reader);
  return reader;
}

class ListReader implements Lists {
  readonly levels = new Map<string, Map<number, Level>>();
  readonly lists = new Map<string, { abstract: string; starts: Map<number, number> }>();
  private abstract = new Map<number, Level>();
  private list = { abstract: '', starts: new Map<number, number>() };
  private level: Level = { start: 1, format: 'decimal', text: '' };
  private overridden = 0;

  open(name: string, attributes: Attributes): void {
    const value = attributes['val'] ?? '';
    switch (name) {
      case 'abstractNum':
        this.abstract = new Map();
        this.levels.set(attributes['abstractNumId'] ?? '', this.abstract);
        break;
      case 'lvl':
        this.level = { start: 1, format: 'decimal', text: '' };
        this.abstract.set(Number(attributes['ilvl']), this.level);
        break;
      case 'num':
        this.list = { abstract: '', starts: new Map() };
        this.lists.set(attributes['numId'] ?? '', this.list);
        break;
      case 'lvlOverride':
        this.overridden = Number(attributes['ilvl']);
        break;
      default:
        this.readDetail(name, value);
    }
  }

  private readDetail(name: string, value: string): void {
    if (name === 'start') this.level.start = Number(value) || 0;
    else if (name === 'numFmt') this.level.format = value;
    else if (name === 'lvlText') this.level.text = value;
    else if (name === 'abstractNumId') this.list.abstract = value;
    else if (name === 'startOverride') this.list.starts.set(this.overridden, Number(value) || 1);
  }
}

const HAN_DIGITS = '〇一二三四五六七八九';
const CIRCLED_ONE = 0x2460;
const MOST_CIRCLED = 20;

/** A number in one of Word's formats. Bullets and what is unknown are drawn as nothing: they say no more than a gap. */
function drawNumeral(value: number, format: string): string {
  switch (format) {
    case 'decimal':
    case 'decimalZero':
      return String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= MOST_CIRCLED ? String.fromCodePoint(CIRCLED_ONE + value - 1) : String(value);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'koreanCounting':
      return hanNumeral(value);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(value)].map((digit) => HAN_DIGITS[Number(digit)]).join('');
    case 'upperLetter':
      return letter(value);
    case 'lowerLetter':
      return letter(value).toLowerCase();
    default:
      return '';
  }
}

const letter = (value: number): string => String.fromCharCode(0x41 + ((value - 1) % 26));

/** 1 to 99 as they are counted: 九, 十, 十一, 二十一. Beyond, digit by digit. */
function hanNumeral(value: number): string {
  const digit = (index: number): string => HAN_DIGITS[index] ?? '';
  if (value < 1 || value > 99) return [...String(value)].map((figure) => digit(Number(figure))).join('');
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digit(ones) : ''}`;
}
