import type { AnyBlock, Message, OpenView, State } from '../../protocol.ts';
import { ANSWER, HOME, KINDS, MODAL } from './blocks.ts';

const PEOPLE: State['people'] = [
  { id: 'U-MEMBER', name: '陈明', kind: 'member', about: '本单位，能看内部材料', language: 'zh' },
  { id: 'U-GUEST', name: '林访', kind: 'guest', about: '访客，看不到内部材料', language: 'zh' },
  { id: 'U-OTHER', name: '周宁', kind: 'external', about: '合作单位，只在共享频道里', language: 'zh' },
  { id: 'U-ENGLISH', name: 'Grace Lee', kind: 'member', about: 'Colleague who reads English', language: 'en' },
  { id: 'U-BOT', name: '执笔', kind: 'bot', about: '找段落、提纲、句式、出处', language: 'zh' },
];

const START = new Date(2024, 4, 6, 9, 12).getTime() / 1000;
let minutes = 0;
const next = (): string => {
  minutes += 1;
  return (START + minutes * 60).toFixed(6);
};

function message(conversation: string, author: string, rest: Partial<Message>): Message {
  return {
    conversation,
    ts: next(),
    thread: null,
    isBroadcast: false,
    author,
    text: '',
    blocks: [],
    isEphemeral: false,
    isEdited: false,
    files: [],
    sent: null,
    ...rest,
  };
}

const fromBot = (conversation: string, blocks: AnyBlock[], rest: Partial<Message> = {}): Message =>
  message(conversation, 'U-BOT', {
    blocks,
    text: '回答',
    sent: {
      method: rest.isEphemeral ? 'respond' : 'chat.postMessage',
      payload: { channel: conversation, text: '回答', blocks },
    },
    ...rest,
  });

const greeting = message('C-TEAM', 'U-ENGLISH', { text: '早上好，下午三点前要初稿。' });
const question = message('C-TEAM', 'U-MEMBER', {
  text: '<@U-BOT> 人才工作座谈会的稿子，引才留才怎么写？',
  isEdited: true,
});

const MESSAGES: Message[] = [
  greeting,
  question,
  fromBot('C-TEAM', ANSWER, { thread: question.ts }),
  message('C-TEAM', 'U-GUEST', { thread: question.ts, text: '第一条很合适，我去核对原文。' }),
  message('C-TEAM', 'U-MEMBER', {
    text: '去年的定稿放在这里。',
    files: [{ name: '某市人才工作座谈会讲话（定稿）.docx', bytes: 48_200 }],
  }),
  message('C-TEAM', 'U-MEMBER', { text: '结尾还要再收一收。' }),
  fromBot('C-TEAM', ANSWER.slice(0, 3).concat(ANSWER.slice(-1)), { isEphemeral: true }),
  message('C-SHARED', 'U-OTHER', { text: '我们这边的材料已经发了。' }),
  ...Object.entries(KINDS).map(([kind, blocks]) =>
    fromBot('C-KINDS', [{ type: 'context', elements: [{ type: 'mrkdwn', text: `\`${kind}\`` }] }, ...blocks]),
  ),
  fromBot('D-BOT', [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [{ type: 'text', text: '把要写的题目、想用的一句话发给我，或者拖一份讲话稿进来。' }],
        },
      ],
    },
  ]),
];

const HOME_VIEW: OpenView = { id: 'V-HOME', method: 'views.publish', view: { type: 'home', blocks: HOME }, errors: {} };

export const MODAL_VIEW: OpenView = {
  id: 'V-FIND',
  method: 'views.open',
  view: {
    type: 'modal',
    title: { type: 'plain_text', text: '找讲话' },
    submit: { type: 'plain_text', text: '查找' },
    close: { type: 'plain_text', text: '取消' },
    blocks: MODAL,
  },
  errors: {},
};

const WORDS = [
  { word: '找', hint: '找相关段落', example: '引才 留才' },
  { word: '提纲', hint: '搭一份提纲', example: '优化营商环境 体裁:动员' },
  { word: '句式', hint: '看怎么说', example: '以*为*' },
  { word: '出处', hint: '查一句话出自哪里', example: '会开完了，事才开头' },
  { word: '帮助', hint: '看用法' },
];
const ENGLISH_WORDS = ['find', 'outline', 'phrase', 'source', 'help'].map((word) => ({
  word,
  hint: `In English: ${word}`,
}));

const conversation = { sharedWith: null, members: 12, prompts: [], topic: '' };

/** A workspace with something of everything. */
export const STATE: State = {
  workspace: { name: '某市政研室' },
  me: 'U-MEMBER',
  people: PEOPLE,
  conversations: [
    { ...conversation, id: 'C-TEAM', kind: 'channel', name: '讲话起草', topic: '本周：人才工作座谈会' },
    { ...conversation, id: 'C-SHARED', kind: 'channel', name: '联合起草', sharedWith: '某县政府办', members: 7 },
    { ...conversation, id: 'C-KINDS', kind: 'channel', name: '图样', topic: '每一种块' },
    {
      ...conversation,
      id: 'D-BOT',
      kind: 'app',
      name: '执笔',
      prompts: [
        { title: '找段落', message: '找 引才 留才' },
        { title: '搭提纲', message: '提纲 优化营商环境' },
        { title: '看句式', message: '/draft 句式 以*为*' },
        { title: '查出处', message: '会开完了，事才开头。' },
      ],
    },
  ],
  messages: MESSAGES,
  statuses: [{ conversation: 'C-TEAM', thread: question.ts, text: '正在查找…' }],
  home: HOME_VIEW,
  modals: [],
  indexing: null,
  commands: [{ command: '/draft', description: '找段落、提纲、句式、出处', words: [...WORDS, ...ENGLISH_WORDS] }],
  shortcuts: [
    { callbackId: 'draft_source', name: '查出处' },
    { callbackId: 'draft_similar', name: '找同类段落' },
    { callbackId: 'draft_phrasing', name: '找句式' },
  ],
};

export const QUESTION = question.ts;
