import type { ScopeUse, SetupTexts, SlackFeature, SlackSetting } from './setup.ts';

const features: Record<SlackFeature, string> = {
  command: '斜杠命令 /draft',
  shortcuts: '消息快捷方式',
  mention: '在频道里 @ 提问',
  'mention-without-words': '只 @ 不写字时看所回复的那条消息',
  'direct-message': '私信提问',
  files: '私信里收文件',
  answers: '发出回答',
  prompts: '私信里的建议问题',
  language: '按对方的语言回答',
  guests: '识别访客和外单位的人',
  'shared-channels': '识别与外单位共享的频道、频道里的访客',
  'user-groups': '按用户组开放权限',
};

const listed = (uses: readonly ScopeUse[]): string =>
  uses.map(({ scope, features: of }) => `${scope}（${of.map((feature) => features[feature]).join('、')}）`).join('，');

/** Where each setting is found on Slack's pages, whose menus are English. */
const WHERE: Record<SlackSetting, string> = {
  SLACK_BOT_TOKEN: 'https://api.slack.com/apps → 应用 → OAuth & Permissions → Bot User OAuth Token，以 xoxb- 开头',
  SLACK_APP_TOKEN:
    'https://api.slack.com/apps → 应用 → Basic Information → App-Level Tokens，勾选 connections:write，以 xapp- 开头',
  SLACK_SIGNING_SECRET: 'https://api.slack.com/apps → 应用 → Basic Information → App Credentials → Signing Secret',
};

const whereOf = (key: string): string => (key in WHERE ? WHERE[key as SlackSetting] : 'README.zh-CN.md「配置」一节');

export const setupZh: SetupTexts = {
  app: {
    description: '执笔：从团队已有的讲话里找段落、提纲、句式和出处',
    longDescription:
      '执笔读团队已有的讲话稿，用其中的原话回答：相关段落、讲话提纲、句式写法、一句话的出处。每一条都注明出自哪篇讲话、哪个章节、哪一段，以及文稿对使用的限制。执笔不代拟文字，语料中没有的就直说没有；内部材料不出现在频道里，也不给访客和外单位的人看。在频道里用 /draft 或 @ 提问，在私信里贴一句话就查出处，在任何一条消息的菜单里可以查出处、找同类段落、找句式。',
    agentDescription:
      '从团队已有的讲话里找段落、提纲、句式和出处，每一条都注明来源和使用限制。贴一句话就查出处；不代拟文字，没有的就直说没有。',
    command: { description: '找段落、提纲、句式、出处', usageHint: '[找|提纲|句式|出处|帮助] 引才 留才' },
    shortcuts: {
      draft_source: { name: '查出处', description: '这句话出自哪篇讲话、哪一段' },
      draft_similar: { name: '找同类段落', description: '团队的讲话里与这条消息意思相近的段落' },
      draft_phrasing: { name: '找句式', description: '这层意思在团队的讲话里还有哪些说法' },
    },
    suggestions: {
      find: { title: '找段落', word: '找' },
      outline: { title: '看提纲', word: '提纲' },
      phrase: { title: '查句式', word: '句式' },
      help: { title: '怎么用', word: '帮助' },
    },
  },
  features,
  checks: {
    node: 'Node.js',
    settings: '配置',
    corpus: '语料',
    index: '索引',
    dictionary: '词典',
    state: '状态文件夹',
    access: '权限文件',
    workspace: '工作区',
    scopes: '权限',
    connection: '连接',
    port: '端口',
  },
  findings: {
    'node-fits': ({ version }) => ({ says: `${version} 可用` }),
    'node-unfit': ({ version, wanted }) => ({
      says: `${version} 不在支持之列`,
      advice: `请安装 Node.js ${wanted}。`,
    }),
    'settings-read': () => ({ says: '写法都对' }),
    'setting-wrong': ({ key, reason }) => ({ says: `${key} 的值不对（${reason}）`, advice: `见 ${whereOf(key)}。` }),
    'bot-token-missing': () => ({ says: '没有 SLACK_BOT_TOKEN', advice: `见 ${WHERE.SLACK_BOT_TOKEN}。` }),
    'connection-missing': () => ({
      says: '没有 SLACK_APP_TOKEN，也没有 SLACK_SIGNING_SECRET',
      advice: `用 Socket Mode 见 ${WHERE.SLACK_APP_TOKEN}；用 HTTP 见 ${WHERE.SLACK_SIGNING_SECRET}。`,
    }),
    'corpus-read': ({ speeches, skipped }) => ({
      says: `${speeches} 篇讲话，跳过 ${skipped} 个文件`,
      ...(skipped === 0 ? {} : { advice: '运行 zhibi index 可看到跳过的原因。' }),
    }),
    'index-ready': ({ speeches, passages }) => ({ says: `${speeches} 篇讲话，${passages} 个段落，与语料一致` }),
    'index-stale': ({ folder }) => ({
      says: `${folder} 里的索引比语料旧：语料改过，还没有重建`,
      advice: '请运行 zhibi index，再重启机器人。',
    }),
    'dictionary-loaded': () => ({ says: '分词词典已载入' }),
    'state-writable': ({ folder }) => ({ says: `${folder} 可写` }),
    'state-unwritable': ({ folder, reason }) => ({
      says: `${folder} 写不了（${reason}）`,
      advice: '请把这个文件夹交给运行机器人的用户，或换一个。',
    }),
    'access-default': () => ({ says: '没有设：本工作区的人都能问，语料的文件夹不分人' }),
    'access-read': ({ file, folders }) => ({ says: `${file} 读得懂，管 ${folders} 个文件夹` }),
    'access-unmatched': ({ file, folder }) => ({
      says: `${file} 里的文件夹 ${folder} 下没有讲话，等于谁也没有限制`,
      advice: '请对照语料文件夹改正名字，或删去这一条。',
    }),
    'workspace-reached': ({ team, bot }) => ({ says: `已连上「${team}」，机器人是 @${bot}` }),
    'token-refused': ({ key, error }) => ({
      says: `Slack 不认 ${key}（${error}）`,
      advice: `令牌可能抄错、已作废，或属于另一个应用。请重新复制：${WHERE[key]}。`,
    }),
    'slack-unreachable': ({ reason }) => ({
      says: `连不上 Slack（${reason}）`,
      advice: '请检查网络、代理和 SLACK_API_URL。',
    }),
    'not-asked': () => ({ says: '未查：缺少前面的令牌或连接' }),
    'scopes-granted': ({ count }) => ({ says: `需要的 ${count} 项都有` }),
    'scopes-missing': ({ uses }) => ({
      says: `缺少 ${listed(uses)}`,
      advice: '请用 zhibi manifest 的清单更新应用（App Manifest），再在 OAuth & Permissions 里点 Reinstall。',
    }),
    'scopes-declined': ({ uses }) => ({ says: `未开的可选权限：${listed(uses)}；这些功能不可用，其余照常` }),
    'scopes-extra': ({ scopes }) => ({ says: `用不着的权限：${scopes.join('、')}，可以撤掉` }),
    'scopes-unknown': () => ({ says: '对方没有说给了哪些权限' }),
    'socket-allowed': () => ({ says: 'Socket Mode 可用' }),
    'socket-unscoped': () => ({
      says: 'SLACK_APP_TOKEN 没有 connections:write',
      advice: `请另建一个：${WHERE.SLACK_APP_TOKEN}。`,
    }),
    'secret-set': () => ({ says: 'HTTP，签名密钥已设；对不对要等 Slack 发来第一个请求才知道' }),
    'port-free': ({ port }) => ({ says: `${port} 空闲` }),
    'port-ours': ({ port }) => ({ says: `${port} 已有程序在回应 /healthz，多半是机器人正在运行` }),
    'port-taken': ({ port, reason }) => ({
      says: `${port} 用不了（${reason}）`,
      advice: '请停掉占用它的程序，或用 ZHIBI_PORT 换一个端口。',
    }),
  },
  summary: (failed) => (failed === 0 ? '一切就绪。' : `有 ${failed} 项要处理，逐步说明见 docs/slack.md。`),
  invalidUrl: '地址要以 https:// 开头，例如 https://…/slack/events',
};
