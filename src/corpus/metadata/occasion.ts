const OCCASION_LINE = /在(.{2,50}?)上?[）)]?$/;

/** The occasion on a line of its own, or in a subtitle: （2024年1月10日在…会议上）; `null` where it has none. */
export const occasionOnLine = (line: string): string | null => OCCASION_LINE.exec(line)?.[1] ?? null;

const OCCASION_IN_TITLE = /在([^—]{2,50}?)(?:上|时)的?(?:.{0,4})(?:讲话|发言|致辞|报告|讲稿|党课)/;
const MEETING_IN_TITLE =
  /^(.{2,40}?(?:会议|大会|座谈会|推进会|工作会|动员会|部署会|总结会|表彰会|交流会|会))(?:的|上的)?(?:讲话|发言|主持|致辞|报告)/;

/** The occasion that a title names: 在…上的讲话, …会议讲话稿; `null` where it names none. */
export const occasionIn = (title: string): string | null =>
  OCCASION_IN_TITLE.exec(title)?.[1] ?? MEETING_IN_TITLE.exec(title)?.[1] ?? null;

/** How much of a speech's beginning is looked at for its occasion. In characters. */
const BEGINNING = 300;
const SESSION =
  /(?:向|在|出席|召开)((?:[\p{Script=Han}X×]{0,12})第[一二三四五六七八九十]+届[^，。：；]{2,40}?(?:大会|委员会)第[一二三四五六七八九十]+次(?:全体)?会议)/u;

/** The session that a speech names in its first sentences as the one it is held in; `null` where it names none. */
export const occasionTold = (body: string): string | null => SESSION.exec(body.slice(0, BEGINNING))?.[1] ?? null;
