import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/corpus/parse-speech.ts';
import { readDocument } from '../../../src/corpus/readers/index.ts';
import { ofdOf } from '../../support/papers/ofd.ts';
import { zipOf } from '../../support/word.ts';
import { expectAccountedFor } from '../invariants.ts';
import { placedPassagesOf, treeOf } from '../reading.ts';

const OFFICE =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"';
const LIST =
  '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/></text:list-style>';

const odt = (body: string, styles = '', manifest = ''): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': `<manifest>${manifest}</manifest>`,
    'content.xml': `<office:document-content ${OFFICE}><office:automatic-styles>${LIST}<style:style style:name="T9"><style:text-properties text:display="none"/></style:style></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${OFFICE}><office:master-styles><style:master-page>${styles}</style:master-page></office:master-styles></office:document-styles>`,
  });

const speechOf = async (bytes: Uint8Array, file: string) => {
  const { parts, speech } = parseDocument(await readDocument(bytes, file), file);
  expectAccountedFor(speech, parts);
  return speech;
};

const TITLE = '<text:p text:style-name="Title">在河道会上的讲话</text:p><text:p>同志们：</text:p>';

describe('an OpenDocument text', () => {
  it('has the numbers of its lists, its headings by their levels', async () => {
    const speech = await speechOf(
      odt(
        `${TITLE}<text:list text:style-name="L1"><text:list-item><text:h text:outline-level="1">摸清底数</text:h></text:list-item></text:list><text:p>河边的账先算清楚，谁家门口谁来扫。</text:p><text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:h text:outline-level="1">扫净河岸</text:h></text:list-item></text:list><text:p>扫完了再来开会，开完会再去看一遍。</text:p>`,
      ),
      'a.odt',
    );
    expect(speech.title).toBe('在河道会上的讲话');
    expect(treeOf(speech)).toEqual(['h1 一、|摸清底数', 'h1 二、|扫净河岸']);
  });

  it('has neither what was deleted nor what is hidden, and its table row by row', async () => {
    const speech = await speechOf(
      odt(
        `${TITLE}<text:tracked-changes><text:p>删掉的话。</text:p></text:tracked-changes><text:p>河要清。<text:span text:style-name="T9">看不见的话。</text:span></text:p><table:table><table:table-row><table:table-cell><text:p>甲村</text:p></table:table-cell><table:table-cell><text:p>三里</text:p></table:table-cell></table:table-row></table:table>`,
      ),
      'a.odt',
    );
    expect(placedPassagesOf(speech)).toEqual(['河要清。', '甲村\t三里']);
  });

  it('says in its header, its notes and comments what may be done with it', async () => {
    for (const bytes of [
      odt(`${TITLE}<text:p>河要清。</text:p>`, '<style:header><text:p>内部资料 注意保存</text:p></style:header>'),
      odt(`${TITLE}<text:p>河要清。<office:annotation><text:p>内部资料 注意保存</text:p></office:annotation></text:p>`),
    ]) {
      const { passages, rights } = await speechOf(bytes, 'a.odt');
      expect(rights).toEqual([{ text: '内部资料 注意保存', restriction: 'internal' }]);
      expect(passages).toHaveLength(1);
    }
  });

  it.each([
    ['has a password', odt(TITLE, '', '<manifest:encryption-data/>'), 'document-encrypted'],
    ['lacks its text', zipOf({ mimetype: 'x' }), 'document-damaged'],
    ['is none', Buffer.from('PK'), 'document-damaged'],
    [
      'is nested too deep',
      odt(`${'<text:section>'.repeat(400)}${'</text:section>'.repeat(400)}`),
      'document-too-large',
    ],
    ['unpacks to too much', odt(' '.repeat(50 * 2 ** 20)), 'document-too-large'],
  ])('that %s is told so', async (_, bytes, code) => {
    await expect(readDocument(bytes, 'a.odt')).rejects.toMatchObject({ code });
  });
});

describe('an OFD', () => {
  it('has its lines joined to paragraphs, and its headings', async () => {
    const speech = await speechOf(
      ofdOf([
        [
          '在河道会上的讲话',
          '',
          '同志们：',
          '　　一、摸清底数',
          '　　河边的账要先算得清清楚楚，谁家的门口就由谁家来打扫，',
          '扫完了再来开会。',
          '　　二、扫净河岸',
          '　　开完会再去看一遍。',
        ],
      ]),
      'a.ofd',
    );
    expect(speech.title).toBe('在河道会上的讲话');
    expect(treeOf(speech)).toEqual(['h1 一、|摸清底数', 'h1 二、|扫净河岸']);
    expect(placedPassagesOf(speech)[0]).toContain('谁家来打扫，扫完了再来开会。');
  });

  it.each([
    ['has no text', ofdOf([[]]), 'pdf-scanned'],
    ['lacks its parts', zipOf({ 'OFD.xml': '<ofd:OFD/>' }), 'document-damaged'],
    ['is none', Buffer.from('OFD'), 'document-damaged'],
    ['has too many pages', ofdOf(Array.from({ length: 1001 }, () => [])), 'document-too-large'],
  ])('that %s is told so', async (_, bytes, code) => {
    await expect(readDocument(bytes, 'a.ofd')).rejects.toMatchObject({ code });
  });
});
