import { ZhibiError } from '../../speech/index.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Decoded {
  /** Without a byte order mark; line ends as they are. Offsets of citations count in this string. */
  text: string;
  encoding: Encoding;
}

const BYTE_ORDER_MARKS: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Bytes to text: a byte order mark decides, else strict UTF-8, else strict GB18030 (which holds GBK and GB2312).
 *
 * @throws ZhibiError `file-empty`, `file-binary` (control characters that no text has), `encoding-unknown`.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const marked = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte));
  const candidates: Encoding[] = marked === undefined ? ['utf-8', 'gb18030'] : [marked.encoding];
  if (marked === undefined && looksBinary(bytes)) throw new ZhibiError('file-binary', { file });
  for (const encoding of candidates) {
    const text = decodeStrictly(bytes, encoding);
    // Read in another encoding, damaged UTF-8 would be other words.
    if (text === null && encoding === 'utf-8' && isDamagedUtf8(bytes)) break;
    if (text === null) continue;
    if (text.trim() === '') throw new ZhibiError('file-empty', { file });
    return { text, encoding };
  }
  throw new ZhibiError('encoding-unknown', { file });
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
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
