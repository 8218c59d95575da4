import { describe, expect, it } from 'vitest';
import { parseSpeech } from '../../src/corpus/index.ts';
import { type Restriction, type RightsNotice, type Speech, strictest } from '../../src/speech/index.ts';
import { passagesOf, speechOf, speechTitled, TITLE, treeOf } from './reading.ts';

const PARAGRAPHS = ['把台账建得清楚，把隐患查到班组。', '让数据替群众跑路，夜里也有人值守。'];
const BODY = ['同志们：', ...PARAGRAPHS];

const read = (lines: readonly string[]): Speech => parseSpeech(`${lines.join('\n')}\n`, 'speech.txt');
const headedBy = (...notices: string[]): Speech => read([...notices, TITLE, '', ...BODY]);
const endedBy = (...notices: string[]): Speech => read([TITLE, '', ...BODY, ...notices]);

/** The speech says all that it says without its notices, and they are its rights. */
function expectLifted(speech: Speech, rights: readonly RightsNotice[]): void {
  expect(speech.rights).toEqual(rights);
  expect(speech.title).toBe(TITLE);
  expect(passagesOf(speech)).toEqual(PARAGRAPHS);
}

const WORDINGS: readonly [string, Restriction][] = [
  ['仅供学习参考，请勿照搬照抄！', 'reference-only'],
  ['本文系作者原创作品，谨供参考', 'reference-only'],
  ['（只作交流借鉴之用）', 'reference-only'],
  ['版权所有，翻印必究。', 'reference-only'],
  ['未经作者许可，不得转载。', 'reference-only'],
  ['声明：本材料严禁抄袭、洗稿', 'reference-only'],
  ['禁止外传', 'internal'],
  ['内部资料，注意保密。', 'internal'],
  ['本稿请勿对外公开！', 'internal'],
  ['切勿扩散', 'internal'],
  ['仅限内部传阅，请妥善保管。', 'internal'],
];

describe('a notice', () => {
  it.each(WORDINGS)('in the first line is lifted out: %s', (text, restriction) => {
    expectLifted(headedBy(text), [{ text, restriction }]);
  });

  it.each(WORDINGS)('in the last line is lifted out: %s', (text, restriction) => {
    expectLifted(endedBy(text), [{ text, restriction }]);
  });

  it('stands beside others, each in its own words, in their order', () => {
    const speech = read(['禁止外传', TITLE, '', ...BODY, '本文仅供参考。']);
    expectLifted(speech, [
      { text: '禁止外传', restriction: 'internal' },
      { text: '本文仅供参考。', restriction: 'reference-only' },
    ]);
  });

  it.each(['仅供学习，请勿外传。', '本资料供内部交流，请勿照抄。', '不得转载，不得传播。'])(
    'that can be read in two ways counts as the stricter: %s',
    (text) => {
      expectLifted(headedBy(text), [{ text, restriction: 'internal' }]);
    },
  );

  it.each([
    '本文不得以任何形式传播。',
    '严禁复制、转载和传播本材料。',
    '请勿将本稿发到网上传播。',
    '会议材料，会后收回，不得带出会场。',
    '机密★一年',
    '★密级：内部',
    '未经允许，不得对外提供',
    '会议材料，会后请交回',
    '（传达材料，不准复印）',
    '内部参考  阅后销毁',
    '（此件不公开）',
    '此件依申请公开',
  ])('that keeps a document among its readers is internal: %s', (text) => {
    expectLifted(headedBy(text), [{ text, restriction: 'internal' }]);
  });

  it.each(['供领导参阅', '温馨提示：本文仅供学习，请结合实际修改使用'])(
    'that lets a document be read alone is a reference: %s',
    (text) => {
      expectLifted(headedBy(text), [{ text, restriction: 'reference-only' }]);
    },
  );

  it('may be long', () => {
    const text =
      '声明：本资料由某市某单位组织编写，仅供本单位干部职工内部学习使用，请勿外传，未经编写单位书面许可，任何单位和个人不得以任何形式复制、转载、摘编本资料的全部或者部分内容，违者承担相应责任。';
    expectLifted(headedBy(text), [{ text, restriction: 'internal' }]);
  });

  it.each([
    ['在某市工作会议上的讲话（仅供参考）', 'reference-only'],
    ['某市工作会议讲话稿（内部资料，请勿外传）', 'internal'],
  ] as const)('may stand in brackets behind the title, which stays: %s', (line, restriction) => {
    const speech = speechTitled(line);
    expect(speech.title).toContain('某市工作会议');
    expect(speech.rights.map((notice) => notice.restriction)).toEqual([restriction]);
  });
});

/** By what a notice speaks of: the paper's kind, its readers, its keeping, what must not be done with it. */
const INTERNAL: Readonly<Record<string, readonly string[]>> = {
  kind: [
    '内部明电',
    '内参',
    '内部刊物 免费交流',
    '党内文件',
    '工作秘密★3年',
    '涉密文件，严禁上网',
    '绝密★启用前',
    '秘密',
    '000012  机密★1年',
    '密级：秘密  保密期限：长期',
    '某县委办公室内部资料',
    '内部刊物第12期',
    'CONFIDENTIAL',
    '周某同志亲启',
  ],
  readers: [
    '此件发至县处级',
    '（此件发至县、团级）',
    '此件发至各县（市、区）委',
    '传达到县团级',
    '本材料仅供局机关处室使用',
    '仅供县委领导参阅',
    '限党员阅读',
    '限会议代表阅',
    '供县委常委参阅',
    '知悉范围：县委常委、县政府班子成员',
    '本材料涉及敏感内容，阅读范围请控制在班子成员以内。',
    'For internal use only',
  ],
  keeping: [
    '请妥善保存',
    '注意保存',
    '妥善保管，不得遗失',
    '阅后删除',
    '阅毕请交还县委办公室机要室',
    '会后请将材料留在座位上',
    '请于3日内退回',
    '此件阅后请于6月30日前退回县委办公室',
    '按时清退',
    '请注意保密',
  ],
  prohibition: [
    '不宜公开',
    '此件不宜公开报道',
    '不得登报',
    '未经批准不得外传',
    '讨论稿 不得引用',
    '严禁拍照、录音、录像',
    '请勿在微信群、朋友圈传播',
    '任何单位和个人不得以任何形式泄露',
    '本资料不得在互联网上传输、发布',
    '尚未公开，请勿引用',
    '请勿转给他人',
  ],
  script: [
    '內部資料，禁止外傳',
    '嚴禁外洩',
    '請勿外傳',
    '内 部 资 料，禁 止 外 传',
    '內 部 參 考　　注 意 保 存',
    '内\u200b部\u200b资\u200b料',
    'ＩＮＴＥＲＮＡＬ　ＵＳＥ　ＯＮＬＹ',
    '【内部资料】',
  ],
};

describe.each(Object.entries(INTERNAL))('a notice known by its %s', (_, notices) => {
  it.each(notices)('is internal: %s', (text) => {
    const rights = [{ text, restriction: 'internal' as const }];
    expectLifted(headedBy(text, ''), rights);
    expectLifted(endedBy('', text), rights);
  });
});

describe('a notice that reserves copying', () => {
  it.each([
    '转载请注明出处',
    '本文为本站原创文章，转载请附上原文出处链接和本声明。',
    '如需转载，请联系作者',
    '未经批准不得转载',
    '未经授权，严禁复制',
    '仅供读者学习交流使用',
    'All Rights Reserved',
  ])('is a reference: %s', (text) => {
    expectLifted(endedBy('', text), [{ text, restriction: 'reference-only' }]);
  });
});

describe('a notice on the line of something else', () => {
  it.each([
    ['behind the last words', [TITLE, '', ...BODY, '谢谢大家！（内部资料，请勿外传）']],
    ['before the title', [`【内部资料】${TITLE}`, '', ...BODY]],
    ['across a wide gap', [`${TITLE}\t\t秘密★1年`, '', ...BODY]],
  ])('%s restricts', (_, lines) => {
    expect(strictest(read(lines).rights)).toBe('internal');
  });
});

describe('a banner', () => {
  it.each([
    '会员群：XXX',
    '微信公众号：某某文行',
    '扫码关注，资料天天更新',
    '更多文稿请看 www.example.com',
    '免费QQ群：',
    '微信：abc123  备注：公文',
    '（此件公开发布）',
  ])('is lifted out, and restricts nothing: %s', (text) => {
    expectLifted(endedBy(text), [{ text, restriction: 'none' }]);
  });

  it.each(['更多资料请加QQ群123456。', '本站网址：www.example.com，欢迎下载。'])('may be a sentence: %s', (text) => {
    expectLifted(endedBy(text), [{ text, restriction: 'none' }]);
  });

  it('at the head takes the lines beside it along, the site’s name and motto', () => {
    const banner = ['某某文行', '天天有更新、篇篇是好稿', '公众号：某某文行'];
    expectLifted(
      headedBy(...banner, ''),
      banner.map((text) => ({ text, restriction: 'none' })),
    );
  });

  it('leaves a title that stands right under it', () => {
    expectLifted(headedBy('公众号：某某文行'), [{ text: '公众号：某某文行', restriction: 'none' }]);
  });

  it('leaves a whole title block that stands right under it', () => {
    const speech = speechTitled(
      '公众号：某某文行',
      '把堤坝守到天亮',
      '——在某市防汛动员会上的讲话',
      '（2024年6月1日）',
      '某某某',
    );
    expect(speech).toMatchObject({ title: '把堤坝守到天亮', date: '2024-06-01', speaker: '某某某' });
  });

  it('at the end takes the lines beside it along', () => {
    const banner = ['某某文行', '天天有更新、篇篇是好稿', '公众号：某某文行'];
    expectLifted(
      endedBy('', ...banner),
      banner.map((text) => ({ text, restriction: 'none' })),
    );
  });
});

describe('front matter', () => {
  const stated = (rights: string, ...notices: string[]): readonly RightsNotice[] =>
    read(['---', `rights: ${rights}`, '---', ...notices, TITLE, '', ...BODY]).rights;

  it.each([
    ['opens what the text restricts', 'none', '禁止外传', []],
    [
      'restricts what the text leaves open',
      'internal',
      '公众号：某某文行',
      [{ text: 'internal', restriction: 'internal' }],
    ],
    [
      'relaxes what the text restricts',
      'reference-only',
      '禁止外传',
      [{ text: 'reference-only', restriction: 'reference-only' }],
    ],
    [
      'keeps the text’s own words where both agree',
      'internal',
      '禁止外传',
      [{ text: '禁止外传', restriction: 'internal' }],
    ],
    [
      'may word the notice itself',
      '{ text: 某科传阅, restriction: internal }',
      '仅供参考',
      [{ text: '某科传阅', restriction: 'internal' }],
    ],
  ])('%s', (_, rights, notice, wanted) => {
    expect(stated(rights, notice)).toEqual(wanted);
  });
});

describe('a sentence of a speech about use', () => {
  const expectSpoken = (line: string): void => {
    const speech = speechOf(PARAGRAPHS[0] ?? '', line, PARAGRAPHS[1] ?? '');
    expect(speech.rights).toEqual([]);
    expect([...passagesOf(speech), ...treeOf(speech)].join('\n')).toContain(line.replace(/^(?:.*[是）]|——)/, ''));
  };

  it.each([
    '写稿子要动脑筋，不要照搬照抄别处的经验。',
    '未经许可转载作品的案子，去年全市查处X件，挽回损失X万元，作者和网站都说好。',
    '要把著作权法讲到学校里去，让学生懂得，一篇文章、一幅画、一段曲子，都是作者的心血，未经许可不得转载，不得抄袭，用了人家的就要署名、就要付酬，这是规矩，也是做人的道理，老师和家长都要带头做到。',
    '各部门的数据要公开，群众要看得到，看得懂，不得以内部资料为由推脱，推脱的由监察部门约谈。',
  ])('stays text: %s', expectSpoken);

  it.each([
    '要严格执行著作权法，未经著作权人许可，任何网站不得转载他人作品。',
    '各考点要守住底线，严禁泄露试题。',
    '三是严禁抄袭、套用。',
    '（二）严禁照搬照抄',
  ])('stays text though it forbids: %s', expectSpoken);

  it.each([
    '办事大厅推行扫码取号，群众少跑一趟。',
    '（三）办好政务公众号',
    '二是开通公众号，每天发布停水通知。',
    '农家书屋添置图书X万册，订阅报刊X种。',
  ])('stays text though it names what banners name: %s', expectSpoken);

  it.each(['办事大厅推行扫码取号，群众少跑一趟！', '二是开通公众号', '——党报党刊订阅到村到组'])(
    'stays text without a full stop: %s',
    expectSpoken,
  );

  it.each(['办事大厅推行扫码取号，群众少跑一趟。', '各考点要守住底线，严禁泄露试题。'])(
    'stays text where no salutation stands above it: %s',
    (line) => {
      const speech = read([TITLE, PARAGRAPHS[0] ?? '', line, PARAGRAPHS[1] ?? '']);
      expect(speech.rights).toEqual([]);
      expect(passagesOf(speech)).toContain(line);
    },
  );

  it.each(['二是严禁抄袭', '（三）办好公众号', '请大家扫码填写问卷。'])('stays text in the last line: %s', (line) => {
    const speech = speechOf(PARAGRAPHS[0] ?? '', line);
    expect(speech.rights).toEqual([]);
    expect([...passagesOf(speech), ...treeOf(speech)].join('\n')).toContain(line.replace(/^.*[是）]/, ''));
  });

  it.each([
    '要严格执行保密规定，严禁泄露国家秘密。',
    '会后请各单位把报名表交回办公室。',
    '以上意见，仅供大家参考。',
    '精神要传达到每一名党员，落实到每一个支部。',
    '涉密文件要专人保管。',
    '不得将涉密文件带出机关。',
    '我们编了一本内部刊物。',
    '内部资料不外传，这是纪律。',
    '会议材料会后要收回，这是老规矩。',
    '机密文件的管理要更严。',
    '严禁在公共场所谈论国家秘密。',
    '要把不宜公开的事项理出清单。',
    '请同志们阅后提出意见。',
    '未经批准，不得擅自离岗。',
  ])('stays text wherever it stands: %s', (line) => {
    expectSpoken(line);
    const last = speechOf(...PARAGRAPHS, line);
    expect(last.rights).toEqual([]);
    expect(passagesOf(last).join('')).toContain(line);
  });

  it.each(['在全县保密工作会议上的讲话', '关于加强内部资料管理的通知', '内部资料管理办法', '破解幸福的秘密'])(
    'stays a title: %s',
    (title) => {
      expect(speechTitled(title)).toMatchObject({ title, rights: [] });
    },
  );

  it('stays a title', () => {
    expect(speechTitled('在某市党报党刊订阅工作会议上的讲话').title).toBe('在某市党报党刊订阅工作会议上的讲话');
  });
});
