import type { ListPlace } from './styles.ts';
import { type Attributes, readElements } from './xml.ts';

/** One level of a list: how its numbers look. */
interface Level {
  start: number;
  /** `decimal`, `chineseCounting` …: ST_NumberFormat (ISO/IEC 29500-1, 17.18.59). */
  format: string;
  /** `%1、` `（%2）` `%1.%2`: the numbers of these levels stand in their places. */
  text: string;
  /** Nothing stands between the number and the words; else a tab or a space does. */
  isTight: boolean;
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

/** Draws the number of the next paragraph of a list as Word does; empty where none is to be seen. */
export type DrawNumber = (place: ListPlace) => string;

/** Reads the lists of a document. Lists of one abstract list count on together, as they do in Word. */
export function readNumbering(xml: string): DrawNumber {
  const { levels, lists } = readLists(xml);
  const counters = new Map<string, number[]>();
  const started = new Set<List>();
  return ({ list: id, level: place }) => {
    const list = id === null ? undefined : lists.get(id);
    if (list === undefined) return '';
    const level = place ?? 0;
    const own = (at: number): Level | undefined => list.levels.get(at) ?? levels.get(list.abstract)?.get(at);
    const start = (at: number): number => list.starts.get(at) ?? own(at)?.start ?? 1;
    const format = own(level);
    if (format === undefined) return '';
    const counts = counters.get(list.abstract) ?? [];
    counters.set(list.abstract, counts);
    if (!started.has(list)) for (const [at, first] of list.starts) counts[at] = first - 1;
    started.add(list);
    counts[level] = (counts[level] ?? start(level) - 1) + 1;
    counts.length = level + 1;
    return drawNumber(format, (at) => drawNumeral(counts[at] ?? start(at), own(at)?.format ?? 'decimal'));
  };
}

/** Dashes are how speeches mark points; other bullets say no more than a gap. */
const SPEAKING_BULLET = /^[—─]+$/;

/** A number as it stands before the words; empty where one of its numerals can't be drawn. */
function drawNumber({ format, text, isTight }: Level, numeralAt: (level: number) => string): string {
  if (format === 'bullet') return SPEAKING_BULLET.test(text) ? text : '';
  const numerals = new Map(
    [...text.matchAll(/%([1-9])/g)].map(([mark, digit]) => [mark, numeralAt(Number(digit) - 1)]),
  );
  if ([...numerals.values()].includes('')) return '';
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

const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '', isTight: false });
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
        this.readDetail(name, attributes['val'] ?? '');
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

const HAN_DIGITS = '〇一二三四五六七八九';
const CIRCLED_ONE = 0x2460;
const MOST_CIRCLED = 20;

/** A number in one of Word's formats; empty where the format is unknown. */
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
