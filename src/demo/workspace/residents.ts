import type { Language } from '../../assistant/index.ts';
import type { Person } from '../protocol.ts';
import type { DemoTexts } from '../texts/index.ts';

export const TEAM = 'T0LOCAL';
/** The organisation that the shared channel is shared with. */
const PARTNER_TEAM = 'T0PARTNER';
export const APP = 'A0ZHIBI';
export const BOT = 'U0ZHIBI';
export const BOT_ID = 'B0ZHIBI';

/** Somebody of the workspace. Roles, not persons: the names are as common as names are. */
export interface Resident {
  id: string;
  name: string;
  kind: Person['kind'];
  role: keyof DemoTexts['about'];
  language: Language;
  team: string;
}

const member = { kind: 'member', language: 'zh', team: TEAM } as const;

/** The first is who opens the page. */
export const RESIDENTS: readonly Resident[] = [
  { ...member, id: 'U0LI', name: '小李', role: 'drafter' },
  { ...member, id: 'U0WANG', name: '老王', role: 'editor' },
  { ...member, id: 'U0MORGAN', name: 'Morgan', role: 'colleague', language: 'en' },
  { ...member, id: 'U0CHEN', name: '小陈', kind: 'guest', role: 'guest' },
  { ...member, id: 'U0ZHAO', name: '赵老师', kind: 'external', role: 'partner', team: PARTNER_TEAM },
  { ...member, id: BOT, name: '执笔', kind: 'bot', role: 'bot' },
];

export const residentNamed = (id: string): Resident | undefined => RESIDENTS.find((one) => one.id === id);

/** Slack lets nobody use an app outside the workspace that it is installed in, but where a channel is shared. */
export const mayUseApp = ({ kind }: Resident): boolean => kind === 'member' || kind === 'guest';

/** A channel, or the direct messages of one person with the bot. */
export interface Room {
  id: string;
  kind: 'channel' | 'app';
  name: string;
  topic: string;
  members: readonly string[];
  sharedWith: string | null;
}

/** Whoever has direct messages with the bot reads them under an id of their own. */
const directRoom = ({ id, name }: Resident): Room => ({
  id: `D${id.slice(1)}`,
  kind: 'app',
  name,
  topic: '',
  members: [id, BOT],
  sharedWith: null,
});

export const TEAM_ROOM = 'C0QICAO';
const SHARED_ROOM = 'C0LIANXI';

export const ROOMS: readonly Room[] = [
  {
    id: TEAM_ROOM,
    kind: 'channel',
    name: '讲话起草',
    topic: '本周：全县人才工作会议',
    members: ['U0LI', 'U0WANG', 'U0MORGAN', BOT],
    sharedWith: null,
  },
  {
    id: SHARED_ROOM,
    kind: 'channel',
    name: '联席会议',
    topic: '季度联席会议材料',
    members: ['U0LI', 'U0WANG', 'U0CHEN', 'U0ZHAO', BOT],
    sharedWith: '市职业学院',
  },
  ...RESIDENTS.filter(mayUseApp).map(directRoom),
];

export const roomNamed = (id: string): Room | undefined => ROOMS.find((one) => one.id === id);

export const directRoomOf = (person: string): Room | undefined =>
  ROOMS.find(({ kind, members }) => kind === 'app' && members.includes(person) && person !== BOT);

/** What people had written before anybody came. */
export const SAID: readonly { room: string; author: string; text: string }[] = [
  {
    room: TEAM_ROOM,
    author: 'U0WANG',
    text: '全县人才工作会议的讲话稿下周三交，先看看往年讲话里“引才”“留才”是怎么写的。',
  },
  { room: TEAM_ROOM, author: 'U0WANG', text: '愿意把年华交给这座城市的人，这座城市就要把舞台交给他。' },
  { room: TEAM_ROOM, author: 'U0MORGAN', text: 'Where is that sentence from? The menu of the message should tell.' },
  { room: SHARED_ROOM, author: 'U0ZHAO', text: '我们学院的发言材料放在这个频道里对，请各位提意见。' },
];
