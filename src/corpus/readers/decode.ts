import { ZhibiError } from '../../speech/index.ts';
import { plausibility } from './plausible.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'gb18030' | 'big5';

export interface Decoded {
  /** Without a byte order mark; line ends as they are. Offsets of citations count in this string. */
  text: string;
  encoding: Encoding;
}

/** The longer marks first: that of UTF-16 begins that of UTF-32. */
const BYTE_ORDER_MARKS: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];
/** Encodings of one byte a Latin letter, and those of more, which hold bytes that no other text has. */
const NARROW: readonly Encoding[] = ['gb18030', 'big5'];
const WIDE: readonly Encoding[] = ['utf-32le', 'utf-32be', 'utf-16le', 'utf-16be'];
/** Text that is less plausible was read in a wrong encoding. */
const LEAST = 0.2;

/**
 * Bytes to text: a byte order mark decides, else a name that is given, else strict UTF-8, else of the others the one in which
 * the text is most plausible: GB18030 (which holds GBK and GB2312), Big5, UTF-16 and UTF-32 without a mark.
 *
 * @param named what a web page says of itself; believed where the text is plausible then
 * @throws ZhibiError `file-empty`, `file-binary` (control characters that no text has), `encoding-unknown`.
 */
export function decode(bytes: Uint8Array, file: string, named?: string): Decoded {
  const marked = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte));
  const found = marked === undefined ? unmarked(bytes, file, named) : tried(bytes, marked.encoding);
  if (found === null) throw new ZhibiError('encoding-unknown', { file });
  if (found.text.trim() === '') throw new ZhibiError('file-empty', { file });
  return found;
}

function unmarked(bytes: Uint8Array, file: string, named: string | undefined): Decoded | null {
  if (looksBinary(bytes)) {
    const wide = mostPlausible(bytes, WIDE);
    if (wide === null) throw new ZhibiError('file-binary', { file });
    return wide;
  }
  const asNamed = ENCODING_OF[named?.toLowerCase() ?? ''];
  const stated = asNamed === undefined ? null : mostPlausible(bytes, [asNamed]);
  const utf8 = tried(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  if (stated !== null) return stated;
  // Read in another encoding, damaged UTF-8 would be other words.
  if (isDamagedUtf8(bytes)) return null;
  // UTF-16 of one paragraph has no byte that betrays it.
  return mostPlausible(bytes, [...NARROW, 'utf-16le', 'utf-16be']);
}

/** Names of encodings in web pages (encoding.spec.whatwg.org, “Names and labels”), as far as Chinese pages have them. */
const ENCODING_OF: Readonly<Record<string, Encoding>> = {
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
};

/** Of some encodings the one in which the text is most plausible; `null` where it is in none. */
function mostPlausible(bytes: Uint8Array, encodings: readonly Encoding[]): Decoded | null {
  const found = encodings.flatMap((encoding) => {
    const decoded = tried(bytes, encoding);
    if (decoded === null || hasControls(decoded.text)) return [];
    // Without a Chinese character nothing tells; Latin text in a wide encoding is plain.
    return [
      { decoded, score: plausibility(decoded.text) ?? (isLatin(decoded.text) || decoded.text.trim() === '' ? 1 : 0) },
    ];
  });
  const best = found.reduce<(typeof found)[number] | null>(
    (most, one) => (most === null || one.score > most.score ? one : most),
    null,
  );
  return best !== null && best.score >= LEAST ? best.decoded : null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f\ufffe\uffff]/;
const hasControls = (text: string): boolean => CONTROLS.test(text);
const isLatin = (text: string): boolean => /^[\s\u0020-\u024f\u2000-\u206f]*$/.test(text);

function tried(bytes: Uint8Array, encoding: Encoding): Decoded | null {
  try {
    const text = encoding.startsWith('utf-32')
      ? decodeUtf32(bytes, encoding === 'utf-32le')
      : new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text, encoding };
  } catch {
    return null;
  }
}

/** @throws RangeError of what is no code point, or cut off */
function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  if (bytes.length % 4 !== 0) throw new RangeError('cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    if (code >= 0xd800 && code <= 0xdfff) throw new RangeError('a surrogate');
    if (at > 0 || code !== 0xfeff) text += String.fromCodePoint(code);
  }
  return text;
}

/** Chinese in UTF-8 but for a few lost bytes; GB18030 read as UTF-8 would be lost all over. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > lost * 2;
}

/** How much of a file is looked at before it is called text. */
const SAMPLE = 64 * 1024;

function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, SAMPLE).some((byte) => byte < 0x20 && !isTextControl(byte));
}

/** Tab, line feed, vertical tab, form feed, carriage return, end of file (old editors' 0x1A), escape of ISO 2022. */
const isTextControl = (byte: number): boolean => (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a;
