import { describe, expect, it } from 'vitest';
import { checkFormat, FORMATS, readDocument } from '../../../src/corpus/readers/index.ts';
import { faultOf } from '../reading.ts';

const ANYTHING = Uint8Array.of(1, 2, 3);

describe('what is called .doc or .wps', () => {
  const named = (bytes: string | Uint8Array) =>
    readDocument(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'a.doc');
  const ole = (stream: string): Uint8Array =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
    ]);

  it.each([
    ['RTF', '{\\rtf1\\ansi', { code: 'format-legacy', details: { file: 'a.doc', format: '.rtf' } }],
    ['an encrypted file', ole('EncryptedPackage'), { code: 'document-encrypted' }],
    ['a workbook', ole('Workbook'), { code: 'format-legacy', details: { file: 'a.doc', format: '.xls' } }],
    ['a mail', ole('__substg1.0_1000001F'), { code: 'format-legacy', details: { file: 'a.doc', format: '.msg' } }],
    ['a document that is cut off', ole('WordDocument'), { code: 'document-damaged' }],
    ['anything', ANYTHING, { code: 'document-damaged' }],
  ])('and is %s is told for what it is', async (_, bytes, fault) => {
    await expect(named(bytes)).rejects.toMatchObject(fault);
  });

  it('and is a web page is read as one', async () => {
    const { lines } = await named(
      '<html><body><h1>在河道会上的讲话</h1><p>同志们：</p><p>河要清，账要明。</p></body></html>',
    );
    expect(lines.map(({ text }) => text)).toContain('河要清，账要明。');
  });
});

describe('the format of a file', () => {
  it.each(FORMATS.flatMap((format) => [`a${format}`, `a.b${format.toUpperCase()}`]))('is known: %s', (file) => {
    expect(() => checkFormat(file)).not.toThrow();
  });

  it.each(['a.rtf', '会议/讲话.RTF', 'a.pages', 'a.epub'])('is to be saved as .docx: %s', async (file) => {
    const format = file.slice(file.lastIndexOf('.')).toLowerCase();
    expect(faultOf(() => checkFormat(file))).toMatchObject({ code: 'format-legacy', details: { file, format } });
    await expect(readDocument(ANYTHING, file)).rejects.toMatchObject({ code: 'format-legacy' });
  });

  it.each(['a', 'txt', 'a.txt.bak', '.md', 'a.xlsx', 'a.mp4', 'a.toString'])('is none that can be read: %s', (file) => {
    expect(faultOf(() => checkFormat(file))).toMatchObject({
      code: 'format-unsupported',
      details: { file, formats: FORMATS.join(' ') },
    });
  });
});
