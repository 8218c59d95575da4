/*
 * Each speech has words that no other has, in its title, its headings and its text. They are looked for in everything that
 * leaves the app. No question has one of them: what somebody typed may be shown to them again.
 */
export const GUARDED_SPEECHES = {
  'open.txt': `在全市乡村振兴工作会议上的讲话
同志们：
一、推进产业振兴
乡村振兴要从地里长出来，翠湖村的路子就是一村一业算细账。
二、推进人才振兴
乡村振兴要靠翠湖村那样的能人领着干，干出来才算数。
`,
  'reference.txt': `仅供学习参考，请勿照搬照抄
在全县乡村振兴现场会上的讲话
同志们：
一、推进文化振兴
乡村振兴要把银杏台唱起来，一个月唱一回不算多。
二、推进生态振兴
乡村振兴的底色是银杏台下那条清水沟。
`,
  'internal.txt': `仅供内部学习，严禁外传
在青鸾片区乡村振兴调度会上的讲话
同志们：
一、推进墨竹振兴
乡村振兴的难处都在朱雀桥头。底账一笔一笔往下核，谁核的谁签字。
二、推进玄龟振兴
乡村振兴欠下的账要在朱雀桥头当面结清。
三、再学一遍
乡村振兴要从地里长出来，朱雀桥头的路子也是一村一业算细账。
四、锁好柜子
铜锁配齐，麒麟封条贴牢。
`,
  'party/hidden.txt': `在白鹭洲乡村振兴座谈会上的讲话
同志们：
一、推进紫藤振兴
乡村振兴的根子扎在赤松坡上。班子里的话关起门来说，出了门就是一句话。
二、再学一遍
乡村振兴要从地里长出来，赤松坡的路子同样是一村一业算细账。
`,
  'party/both.txt': `仅供内部学习，严禁外传
在黑鹳岭乡村振兴通气会上的讲话
同志们：
一、推进丹霞振兴
乡村振兴的苦头在苍狼沟里。人选的事一人一票，票箱当场封存。
`,
};
export const OPEN = /翠湖村|银杏台/;
export const INTERNAL = /青鸾|墨竹|朱雀|玄龟|麒麟/;
export const HIDDEN = /白鹭|紫藤|赤松|黑鹳|丹霞|苍狼/;
/** How members are told that internal speeches were not asked. */
export const NOT_ASKED = /内部材料未参与检索；可在私信里查。/;

/** Sentences of the speeches, and one of none. */
export const QUOTES = {
  open: '干出来才算数',
  internal: '底账一笔一笔往下核，谁核的谁签字。',
  hidden: '班子里的话关起门来说，出了门就是一句话。',
  both: '人选的事一人一票，票箱当场封存。',
};
export const ALL_QUOTES = Object.values(QUOTES).join('');
