import type { Reply } from '../../assistant/index.ts';

/** How many items an answer has, for the log. */
export function itemsOf(reply: Reply): number {
  if (reply.kind === 'help') return 0;
  const { answer } = reply;
  switch (answer.kind) {
    case 'passages':
      return answer.hits.length;
    case 'skeletons':
      return answer.skeletons.length;
    case 'phrasing':
      return answer.groups.length;
    case 'sources':
      return answer.matches.length;
    case 'trace':
      return answer.sentences.length;
    case 'place':
      return 1;
    case 'overview':
      return answer.speeches.length;
    case 'nothing':
      return 0;
  }
}
