import type { AnyBlock } from '../../protocol.ts';

// Made up for the gallery: no passage here is from a speech.

const plain = (text: string) => ({ type: 'plain_text', text });
const words = (text: string, style?: object) => ({ type: 'text', text, ...(style === undefined ? {} : { style }) });
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const option = (text: string, value: string, description?: string) => ({
  text: plain(text),
  value,
  ...(description === undefined ? {} : { description: plain(description) }),
});
const button = (text: string, rest: object = {}) => ({ type: 'button', action_id: text, text: plain(text), ...rest });

/** An answer as the bot gives it: a header, items with their citations, buttons. */
export const ANSWER: AnyBlock[] = [
  { type: 'header', text: plain('“引才留才”的相关段落') },
  {
    type: 'rich_text',
    elements: [
      section(
        words('1  ', { bold: true }),
        words('要把'),
        words('引才', { bold: true }),
        words('的门开得再大一些，把'),
        words('留才', { bold: true }),
        words(
          '的事做得再细一些。年轻人来一座城市，看的是机会，留下来靠的是日子：房子住得上，孩子上得了学，看病不跑远路，晚上下班有一条亮着灯的路。这些事不在文件里，在街道、社区、用人单位每天的工作里。',
        ),
      ),
    ],
  },
  { type: 'context', elements: [plain('《在某市人才工作座谈会上的讲话》 · 二、（一） · 第 7 段 · 可以引用')] },
  {
    type: 'rich_text',
    elements: [
      section(
        words('2  ', { bold: true }),
        words('一个单位能不能'),
        words('留', { bold: true }),
        words('住人，先看它舍不舍得给年轻人压担子。'),
      ),
    ],
  },
  {
    type: 'context',
    elements: [
      plain('《在某县年轻干部座谈会上的讲话》 · 三、 · 第 12 段 · 仅供参考，不得引用 · 另有 2 篇讲话说过同样的话'),
    ],
  },
  {
    type: 'actions',
    block_id: 'answer',
    elements: [
      button('发到频道', { style: 'primary' }),
      button('换个说法再找'),
      {
        type: 'overflow',
        action_id: 'more',
        options: [option('查出处', 'source'), option('找同类段落', 'similar'), option('找句式', 'phrasing')],
      },
    ],
  },
];

const RICH: AnyBlock[] = [
  {
    type: 'rich_text',
    elements: [
      section(
        words('粗体', { bold: true }),
        words('、'),
        words('斜体', { italic: true }),
        words('、'),
        words('删去', { strike: true }),
        words('、'),
        words('以*为*', { code: true }),
        words('，'),
        { type: 'user', user_id: 'U-BOT' },
        words('、'),
        { type: 'channel', channel_id: 'C-TEAM' },
        words('、'),
        { type: 'link', url: 'https://example.org/', text: '链接' },
        words('、'),
        { type: 'broadcast', range: 'here' },
        words('、'),
        { type: 'emoji', name: 'memo', unicode: '1f4dd' },
        words('、'),
        { type: 'color', value: '#8a1c1c' },
        words('。'),
      ),
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [section(words('提高站位，认清形势')), section(words('突出重点，抓住关键'))],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        indent: 1,
        elements: [section(words('抓项目')), section(words('抓服务'))],
      },
      { type: 'rich_text_list', style: 'ordered', offset: 2, elements: [section(words('加强领导，压实责任'))] },
      { type: 'rich_text_quote', elements: [words('会开完了，事才开头。\n散会之后，请各位先做一件事。')] },
      { type: 'rich_text_preformatted', elements: [words('/draft 句式 以[]为[] 体裁:动员')] },
    ],
  },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: 'mrkdwn：*粗体*，_斜体_，~删去~，`代码`，<https://example.org/|链接>，<@U-BOT>，5 &lt; 6\n&gt; 引一句话\n之后的一行',
    },
  },
];

const TABLE: AnyBlock = {
  type: 'table',
  column_settings: [{}, { is_wrapped: true }, { align: 'right' }, { align: 'center' }],
  rows: [
    ['讲话', '标题', '字数', '年份', '出处', '使用限制'].map((text) => ({ type: 'raw_text', text })),
    ...[
      [
        '在某市动员大会上的讲话',
        '提高站位，把思想统一到干事上来，把心思用到落实上去',
        '3,250',
        '2024',
        '一、（一）第 3 段',
      ],
      ['在某县总结会上的讲话', '抓住关键，把短板补上', '860', '2023', '二、第 9 段'],
    ].map((cells) => [
      ...cells.map((text) => ({ type: 'raw_text', text })),
      { type: 'rich_text', elements: [section(words('可以引用', { bold: true }))] },
    ]),
  ],
};

/** A message for each kind of block, named by it. */
export const KINDS: Record<string, AnyBlock[]> = {
  rich_text: RICH,
  section: [
    { type: 'section', text: plain('带按钮的一段：团队的讲话已经读完，共 128 篇。'), accessory: button('查看') },
    {
      type: 'section',
      fields: [
        ['语料', '128 篇'],
        ['段落', '4,210 段'],
        ['可以引用', '96 篇'],
        ['仅限内部', '12 篇'],
      ].map(([name, count]) => ({ type: 'mrkdwn', text: `*${name}*\n${count}` })),
    },
    {
      type: 'section',
      text: plain('带图的一段'),
      accessory: { type: 'image', image_url: 'https://example.org/a.png', alt_text: '印章' },
    },
  ],
  actions: [
    {
      type: 'actions',
      elements: [
        button('普通'),
        button('主要', { style: 'primary' }),
        button('清空收藏', {
          style: 'danger',
          confirm: {
            title: plain('清空收藏？'),
            text: plain('收藏的 6 段都会移除，不能恢复。'),
            confirm: plain('清空'),
            deny: plain('再想想'),
            style: 'danger',
          },
        }),
        {
          type: 'static_select',
          action_id: 'genre',
          placeholder: plain('体裁'),
          options: [option('动员', 'd'), option('总结', 's')],
        },
        { type: 'datepicker', action_id: 'day', initial_date: '2024-05-06' },
      ],
    },
  ],
  'divider, image': [
    { type: 'divider' },
    { type: 'image', image_url: 'https://example.org/a.png', alt_text: '各类讲话篇数', title: plain('语料概况') },
  ],
  table: [TABLE],
  unknown: [
    { type: 'carousel', elements: [] },
    { type: 'header', text: '不合规格' },
  ],
};

export const HOME: AnyBlock[] = [
  { type: 'header', text: plain('执笔') },
  {
    type: 'rich_text',
    elements: [section(words('从团队已有的讲话里找段落、提纲、句式和出处。每一条都注明出处，没有的就直说没有。'))],
  },
  {
    type: 'section',
    fields: [
      ['语料', '128 篇讲话'],
      ['可检索', '4,210 段'],
      ['可以引用', '96 篇'],
      ['仅限内部', '12 篇'],
    ].map(([name, count]) => ({ type: 'mrkdwn', text: `*${name}*\n${count}` })),
  },
  { type: 'divider' },
  { type: 'header', text: plain('从这里开始') },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*找段落*\n说出主题，找到讲过它的段落。' },
    accessory: button('找段落'),
  },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*搭提纲*\n看别的讲话怎样分部分、立标题。' },
    accessory: button('搭提纲'),
  },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*查出处*\n贴一句话，查它出自哪里。' },
    accessory: button('查出处'),
  },
  { type: 'actions', elements: [button('添加讲话', { style: 'primary' }), button('使用说明')] },
  { type: 'context', elements: [plain('索引更新于 5 月 6 日 09:12')] },
];

export const MODAL: AnyBlock[] = [
  { type: 'section', text: { type: 'mrkdwn', text: '在 *128 篇讲话* 里找。' } },
  {
    type: 'input',
    block_id: 'topic',
    label: plain('主题'),
    hint: plain('一个词或一句话，如：引才 留才'),
    element: { type: 'plain_text_input', action_id: 'topic', placeholder: plain('引才 留才'), min_length: 2 },
  },
  {
    type: 'input',
    block_id: 'kind',
    label: plain('找什么'),
    element: {
      type: 'radio_buttons',
      action_id: 'kind',
      initial_option: option('段落', 'find'),
      options: [
        option('段落', 'find'),
        option('提纲', 'outline', '各部分的标题，取自一篇或几篇'),
        option('句式', 'phrase'),
      ],
    },
  },
  {
    type: 'input',
    block_id: 'genre',
    optional: true,
    label: plain('体裁'),
    element: {
      type: 'static_select',
      action_id: 'genre',
      placeholder: plain('不限'),
      options: [option('动员', 'd'), option('总结', 's'), option('座谈', 'z')],
    },
  },
  {
    type: 'input',
    block_id: 'rights',
    optional: true,
    label: plain('范围'),
    element: {
      type: 'checkboxes',
      action_id: 'rights',
      initial_options: [option('可以引用', 'free')],
      options: [
        option('可以引用', 'free'),
        option('仅供参考', 'reference'),
        option('仅限内部', 'internal', '结果只有你能看到'),
      ],
    },
  },
  {
    type: 'input',
    block_id: 'since',
    optional: true,
    label: plain('起始日期'),
    element: { type: 'datepicker', action_id: 'since' },
  },
  {
    type: 'input',
    block_id: 'note',
    optional: true,
    label: plain('补充'),
    element: {
      type: 'plain_text_input',
      action_id: 'note',
      multiline: true,
      placeholder: plain('听众、场合、想突出的意思'),
    },
  },
];

export const PUSHED: AnyBlock[] = [
  { type: 'rich_text', elements: [section(words('没有找到。'), words('可以少写几个字再找一次，或者换一个体裁。'))] },
];
