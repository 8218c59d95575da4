import { describe, expect, it } from 'vitest';
import { checkFormat, FORMATS, readDocument } from '../../../src/corpus/readers/index.ts';
import { faultOf } from '../reading.ts';

const ANYTHING = Uint8Array.of(1, 2, 3);

describe('the format of a file', () => {
  it.each(FORMATS.flatMap((format) => [`a${format}`, `a.b${format.toUpperCase()}`]))('is known: %s', (file) => {
    expect(() => checkFormat(file)).not.toThrow();
  });

  it.each(['a.doc', 'a.wps', '会议/讲话.WPS', 'a.rtf', 'a.odt', 'a.ofd'])(
    'is to be saved as .docx: %s',
    async (file) => {
      const format = file.slice(file.lastIndexOf('.')).toLowerCase();
      expect(faultOf(() => checkFormat(file))).toMatchObject({ code: 'format-legacy', details: { file, format } });
      await expect(readDocument(ANYTHING, file)).rejects.toMatchObject({ code: 'format-legacy' });
    },
  );

  it.each(['a', 'txt', 'a.txt.bak', '.md', 'a.xlsx', 'a.mp4', 'a.toString'])('is none that can be read: %s', (file) => {
    expect(faultOf(() => checkFormat(file))).toMatchObject({
      code: 'format-unsupported',
      details: { file, formats: '.txt .md .docx .pdf .html .htm' },
    });
  });
});
