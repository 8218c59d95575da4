import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/corpus/readers/decode.ts';
import { faultOf } from '../reading.ts';

const WORDS = '同志们：\r\n会议开始。\n';
const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

const UTF8_MARK = [0xef, 0xbb, 0xbf];
const UTF16LE_MARK = [0xff, 0xfe];
const UTF16BE_MARK = [0xfe, 0xff];
const utf16le = (text: string): number[] => [...Buffer.from(text, 'utf16le')];
const utf16be = (text: string): number[] => [...Buffer.from(text, 'utf16le').swap16()];
/** 同志们：会议讲话。 in GB 2312. */
const GB2312 = [
  ...[0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xa3, 0xba],
  ...[0xbb, 0xe1, 0xd2, 0xe9, 0xbd, 0xb2, 0xbb, 0xb0, 0xa1, 0xa3],
];

describe('decode', () => {
  it.each([
    ['UTF-8', bytes(WORDS), 'utf-8', WORDS],
    ['UTF-8 with a byte order mark, which is no part of the text', bytes(UTF8_MARK, WORDS), 'utf-8', WORDS],
    ['UTF-16LE with its mark', bytes(UTF16LE_MARK, utf16le(WORDS)), 'utf-16le', WORDS],
    ['UTF-16BE with its mark', bytes(UTF16BE_MARK, utf16be(WORDS)), 'utf-16be', WORDS],
    ['GB 2312', bytes(GB2312), 'gb18030', '同志们：会议讲话。'],
    ['GBK, whose second bytes may be ASCII', bytes([0xe9, 0x46], '\n', GB2312), 'gb18030', '镕\n同志们：会议讲话。'],
    ['GB18030 in four bytes', bytes(GB2312, [0x81, 0x39, 0xee, 0x39]), 'gb18030', '同志们：会议讲话。㐀'],
    ['ASCII as UTF-8', bytes('X, 2024'), 'utf-8', 'X, 2024'],
    ['tabs, feeds and an old end-of-file sign', bytes('甲\t乙\v丙\f丁\x1a'), 'utf-8', '甲\t乙\v丙\f丁\x1a'],
  ])('reads %s', (_, raw, encoding, text) => {
    expect(decode(raw, 'a.txt')).toEqual({ text, encoding });
  });

  it('counts offsets from behind the byte order mark', () => {
    const { text } = decode(bytes(UTF8_MARK, WORDS), 'a.txt');
    expect(text.slice(0, 3)).toBe('同志们');
  });

  it.each([
    ['nothing', bytes()],
    ['a byte order mark alone', bytes(UTF8_MARK)],
    ['a UTF-16 mark alone', bytes(UTF16LE_MARK)],
    ['blanks and line ends', bytes(' \t\r\n\n')],
    ['full-width spaces', bytes('　　\n　')],
    ['full-width spaces in GB 2312', bytes([0xa1, 0xa1, 0xa1, 0xa1])],
    ['blanks in UTF-16', bytes(UTF16BE_MARK, utf16be(' \n　'))],
  ])('calls a file of %s empty', (_, raw) => {
    expect(faultOf(() => decode(raw, 'a.txt'))).toMatchObject({ code: 'file-empty', details: { file: 'a.txt' } });
  });

  it.each([
    ['picture', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
    ['packed document', bytes('PK', [0x03, 0x04, 0x14, 0x00, 0x06, 0x00])],
    ['text with a null in it', bytes('同志们：', [0], '会议开始。')],
    ['text with a bell in it', bytes('同志们：\x07会议开始。')],
  ])('calls a %s binary, whatever its name', (_, raw) => {
    expect(faultOf(() => decode(raw, 'a.txt'))).toMatchObject({ code: 'file-binary', details: { file: 'a.txt' } });
  });

  it.each([
    ['bytes of no encoding', bytes(GB2312, [0xff, 0xff])],
    ['a character cut off in GB 2312', bytes(GB2312.slice(0, -1))],
    ['a character cut off in UTF-8', bytes(WORDS, '会').subarray(0, -1)],
    ['other bytes behind a UTF-8 mark', bytes(UTF8_MARK, GB2312)],
    ['half a unit of UTF-16', bytes(UTF16LE_MARK, utf16le(WORDS), [0x4e])],
    ['half a pair of UTF-16', bytes(UTF16LE_MARK, utf16le(WORDS), [0x00, 0xd8])],
  ])('refuses %s', (_, raw) => {
    const fault = faultOf(() => decode(raw, 'a.txt'));
    expect(fault).toMatchObject({ code: 'encoding-unknown', details: { file: 'a.txt' } });
  });

  it('refuses UTF-8 with a byte lost anywhere, rather than read other words', () => {
    const whole = bytes(WORDS.repeat(4));
    for (let lost = 0; lost < whole.length; lost++) {
      if ((whole[lost] ?? 0) < 0x80) continue;
      const raw = Uint8Array.from([...whole.subarray(0, lost), ...whole.subarray(lost + 1)]);
      expect(faultOf(() => decode(raw, 'a.txt'))).toMatchObject({ code: 'encoding-unknown' });
    }
  });

  it('refuses UTF-8 that is cut off, rather than read other words', () => {
    const raw = bytes(WORDS).subarray(0, -2);
    expect(faultOf(() => decode(raw, 'a.txt'))).toMatchObject({ code: 'encoding-unknown' });
  });
});

describe('text without a mark', () => {
  const CHINESE = '在全镇河道会上的讲话\n同志们：\n今天的会开在河边，请大家先看一看这条河，再说一说要做的事。\n';
  const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
  const swapped = (bytes: Uint8Array): Uint8Array => new Uint8Array(Buffer.from(bytes).swap16());
  const utf32 = (text: string): Uint8Array => {
    const bytes = new DataView(new ArrayBuffer([...text].length * 4));
    for (const [i, sign] of [...text].entries()) bytes.setUint32(i * 4, sign.codePointAt(0) ?? 0, true);
    return new Uint8Array(bytes.buffer);
  };
  const utf32be = (bytes: Uint8Array): Uint8Array => new Uint8Array(Buffer.from(bytes).swap32());

  it.each([
    ['UTF-16, low byte first', utf16(CHINESE)],
    ['UTF-16, high byte first', swapped(utf16(CHINESE))],
    ['UTF-32, low byte first', utf32(CHINESE)],
    ['UTF-32, high byte first', utf32be(utf32(CHINESE))],
    ['UTF-16 of one paragraph', utf16('今天的会开在河边，请大家先看一看。')],
  ])('is read in %s', (_, bytes) => {
    expect(CHINESE).toContain(decode(bytes, 'a.txt').text.slice(0, 8));
  });

  it('is read in Big5, a web page by the name that it gives', () => {
    // 同志們：大家好
    const big5 = Uint8Array.of(0xa6, 0x50, 0xa7, 0xd3, 0xad, 0xcc, 0xa1, 0x47, 0xa4, 0x6a, 0xae, 0x61, 0xa6, 0x6e);
    expect(decode(big5, 'a.txt')).toMatchObject({ text: '同志們：大家好', encoding: 'big5' });
    expect(decode(big5, 'a.html', 'Big5')).toMatchObject({ text: '同志們：大家好', encoding: 'big5' });
  });

  it('that is bytes of anything is refused, and never other words', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => 0x80 + ((i * 73 + (i >> 3) * 31) % 0x7e));
    expect(() => decode(noise, 'a.txt')).toThrow(/encoding-unknown|file-binary/);
  });
});
