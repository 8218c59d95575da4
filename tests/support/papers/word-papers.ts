import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { paragraph, rawFiles, relationsPart, run, style, wordDocument, zipOf } from '../word.ts';

const centre = { alignment: AlignmentType.CENTER };
const middle = (text: string): Paragraph => new Paragraph({ ...centre, text });

/** Levels 1. 1.1 1.1.1 as Word's multi-level list draws them. */
const DECIMAL = ['%1.', '%1.%2', '%1.%2.%3'].map((text, level) => ({ level, format: LevelFormat.DECIMAL, text }));
const item = (level: number, text: string): Paragraph =>
  new Paragraph({ text, numbering: { reference: 'decimal', level } });

const bytesOf = async (document: Document): Promise<Uint8Array> => new Uint8Array(await Packer.toBuffer(document));

/** A speech whose notice stands letter-spaced in the header, with Word's own numbers and a footnote. */
export const headerNotice = (): Promise<Uint8Array> =>
  bytesOf(
    new Document({
      numbering: { config: [{ reference: 'decimal', levels: DECIMAL }] },
      footnotes: { 1: { children: [new Paragraph('冬修，指秋收以后到开春以前的水利施工。')] } },
      sections: [
        {
          headers: { default: new Header({ children: [middle('内 部 刊 物 　 请 妥 善 保 存')] }) },
          children: [
            new Paragraph({ ...centre, heading: HeadingLevel.TITLE, text: '在全市冬修水利动员会上的讲话' }),
            middle('（2021年11月8日）'),
            middle('副市长　杨谷雨'),
            new Paragraph('同志们：'),
            new Paragraph({
              children: [new TextRun('冬修是一年里最苦的活，也是最值的活。'), new FootnoteReferenceRun(1)],
            }),
            item(0, '先把渠道摸一遍'),
            item(1, '摸清淤积'),
            new Paragraph('每条干渠每百米打一个桩，桩上写明淤泥多厚。'),
            item(1, '摸清渗漏'),
            new Paragraph('夜里放水，白天看田，哪里湿就是哪里漏。'),
            item(0, '再把劳力排一遍'),
            new Paragraph('机械能干的不用人，人能干好的不等机械。'),
          ],
        },
      ],
    }),
  );

/** A watermark as Word draws it (VML), and the properties that centre a paragraph. */
const WATERMARK =
  '<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136"><v:textpath string="秘密　不得复印"/></v:shape></w:pict></w:r></w:p>';
const CENTRED = '<w:jc w:val="center"/>';
const COMMENTS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="办公室"><w:p><w:r><w:t>这一段请沈书记再看一遍</w:t></w:r></w:p></w:comment></w:comments>';

/** A speech with a watermark alone to say that it is secret, a text box, a comment and headings by style. */
export function watermarked(): Uint8Array {
  const heading = (level: number): string => `<w:pStyle w:val="H${level}"/>`;
  const box =
    '<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>办公室留存</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>';
  const files = rawFiles({
    headers: [WATERMARK],
    styles: [
      style('H1', 'heading 1', '<w:outlineLvl w:val="0"/>'),
      style('H2', 'heading 2', '<w:outlineLvl w:val="1"/>'),
    ].join(''),
    body: [
      paragraph(run('在县委巡察工作动员部署会上的讲话', '<w:b/><w:sz w:val="44"/>'), CENTRED),
      paragraph('沈砚舟', CENTRED),
      paragraph('（2023年9月21日）', CENTRED),
      box,
      paragraph('同志们：'),
      paragraph('巡察不是找茬，是帮着把衣领里的灰掸干净。'),
      paragraph('为什么要巡', heading(1)),
      paragraph('账面上看不出的事，田埂上看得出；会场里听不到的话，灶台边听得到。'),
      paragraph('巡些什么', heading(1)),
      paragraph('看钱', heading(2)),
      paragraph('惠农补贴有没有一分不少地到户，逐户对一遍卡。'),
      paragraph('看人', heading(2)),
      paragraph('选人用人有没有让老实人吃亏，把三年的名单摊开来看。'),
      paragraph('怎么配合', heading(1)),
      paragraph('要什么材料给什么材料，说什么话写什么话，不打招呼，不统口径。'),
    ].join(''),
  });
  const relations = files['word/_rels/document.xml.rels'] ?? relationsPart([]);
  return zipOf({
    ...files,
    'word/comments.xml': COMMENTS,
    'word/_rels/document.xml.rels': relations.replace(
      '</Relationships>',
      '<Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
    ),
  });
}

/** A notice on training, for the old format. */
export const trainingNotice = (): Promise<Uint8Array> =>
  wordDocument([
    middle('岚浦市妇女联合会'),
    middle('关于举办家政技能培训班的通知'),
    '各县（市、区）妇联：',
    '来城里做家政的姐妹越来越多，会做饭的多，会护理的少。市妇联决定举办家政技能培训班，现将有关事项通知如下。',
    '一、培训内容',
    '（一）老人护理。翻身、喂饭、量血压，每人在模型上做满十遍。',
    '（二）婴儿护理。洗澡、抚触、拍嗝，由市妇幼保健院的护士长手把手教。',
    '二、培训时间',
    '6月10日至6月19日，每天上午八点半开课，带孩子来的有专人照看。',
    '三、报名办法',
    '由乡镇妇联统一报名，食宿免费，路费自理。',
    '岚浦市妇女联合会',
    '2024年5月22日',
  ]);

/** A speech, for the old format. */
export const reservoirSpeech = (): Promise<Uint8Array> =>
  wordDocument([
    middle('会议讲话材料之二　　会后收回'),
    middle('在全市水库移民后期扶持'),
    middle('工作会议上的讲话'),
    middle('市长　蒋秋生'),
    middle('（2019年6月27日）'),
    '同志们：',
    '移民搬的是家，丢的是祖坟和老井。我们欠他们的，要一样一样还。',
    '一、房子要住得稳',
    '安置点的房子漏雨的，今年雨季前修好，修不好的由县长给移民写保证书。',
    '二、地要种得熟',
    '新开的地头三年产量低，差额由财政补，补到第四年为止。',
    '三、人要认得亲',
    '移民和老户一个锅里办事，村委会里要有移民的人，红白喜事要有移民的位子。',
  ]);

/** A work report with styled headings, for OpenDocument. */
export const annualReport = (): Promise<Uint8Array> =>
  wordDocument([
    new Paragraph({ ...centre, heading: HeadingLevel.TITLE, text: '岚浦市图书馆2023年度工作总结' }),
    '这一年，馆里的灯比往年多亮了三百个钟头。',
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: '一、开门的事' }),
    '闭馆时间推迟到晚上九点半，自习室凭借书证进，不再占座。',
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: '二、出门的事' }),
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: '（一）书车下乡' }),
    '流动书车走了四十一个村，最远的一个来回要六个小时。',
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: '（二）盲文上门' }),
    '给二十六位盲人读者送书上门，送去一本，取回一本。',
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: '三、没做好的事' }),
    '古籍修复只修了九册，原因是人手只有一个半。',
    '岚浦市图书馆',
    '2024年1月5日',
  ]);

/** The lines of a letter, a page each, for OFD. */
export const letterOfThanks = (): string[][] => [
  [
    '阅后请退回县委办公室　　编号：031',
    '',
    '致全县抗雪保供电一线职工的慰问信',
    '',
    '全县电力战线的同志们：',
    '　　这场雪下了五天四夜，你们在山上也待了五天四夜。电线',
    '上的冰比碗口还粗，是你们一锤一锤敲下来的。',
    '　　有人问，灯什么时候亮。有一个村的老人说，不用问，看',
    '见山上有头灯在动，灯就快亮了。',
    '　　愿你们平安下山，回家喝一碗热汤。',
    '',
    '　　　　　　　　　　　　　　　　中共禾岭县委',
    '　　　　　　　　　　　　　　　　禾岭县人民政府',
    '　　　　　　　　　　　　　　　　2024年2月7日',
  ],
];
