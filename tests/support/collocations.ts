import { CollocationTable, learnCollocations } from '../../src/indexing/index.ts';
import type { Speech } from '../../src/speech/index.ts';
import { speechFrom } from './corpus.ts';

/** Speeches written for tests of phrasing: they put the same nouns under other verbs. */
export const PHRASING_SPEECHES = [
  `在基层治理会议上的讲话
同志们：
一、夯实治理基础
要夯实治理基础，夯实思想防线，夯实安全底线。要夯实管护责任，把责任落到人。我们要加强人才工作，加强队伍建设。
要不断加强作风建设，要认真听取群众意见。`,
  `在安全会议上的讲话
同志们：
一、筑牢安全底线
要筑牢安全底线，筑牢思想防线，筑牢制度基础。筑牢了底线，心里才有底。要进一步抓好人才工作，切实抓好队伍建设。
今年还要抓好作风建设，抓好安全生产。`,
  `在镇村工作会议上的讲话
同志们：
一、压实管护责任
要压实管护责任，不断压实主体责任。要增加岗位，增加编制，增加机构，增加名额。要减少岗位，减少编制，减少机构，减少名额。
我们要做好人才工作，做好队伍建设。要耐心倾听群众意见。`,
].map((text, i) => speechFrom(text, `${i}.txt`));

export const tableOf = (speeches: readonly Speech[]): CollocationTable =>
  new CollocationTable(learnCollocations(speeches));
