import { PAGE, readCommand, textsIn } from '../../../assistant/index.ts';
import type { DraftRequest } from '../../../drafting/index.ts';
import type { Asked } from '../../answering/answering.ts';
import type { Press } from '../../blocks/index.ts';
import type { Services } from '../../services.ts';

/** Paragraphs around a passage that is unfolded. */
const AROUND = 3;
/** Items of a kind of phrasing that was asked for alone. */
const OF_ONE_KIND = 25;

/** What a button asks; `null` where the question that it turns the pages of is no longer kept. */
export function questionBehind(press: Exclude<Press, { verb: 'trace' }>, services: Services): Asked | null {
  switch (press.verb) {
    case 'unfold':
      return asking({ kind: 'passage', passage: press.passage, around: AROUND });
    case 'share':
      return asking({ kind: 'passage', passage: press.passage, around: 0 });
    case 'similar':
      return asking({ kind: 'find', query: '', like: press.passage, filters: {}, limit: PAGE });
    case 'skeleton':
      return asking({ kind: 'speech-skeleton', passage: press.passage, points: true });
    case 'phrasing':
      return asking({ kind: 'phrase', query: '', section: press.section, filters: {} });
    case 'alternatives':
    case 'share-skeleton':
      return asking({ kind: 'skeleton', sections: press.sections });
    case 'example':
      return example(press.number);
    default:
      return keptQuestion(press, services);
  }
}

const asking = (request: DraftRequest): Asked => ({ surface: 'button', command: { kind: 'request', request } });

function example(number: number): Asked | null {
  // The examples of both languages ask the same.
  const { typed } = textsIn('zh').views.home.examples[number] ?? {};
  return typed === undefined ? null : { surface: 'home', command: readCommand(typed) };
}

function keptQuestion(press: Extract<Press, { question: string }>, { questions }: Services): Asked | null {
  const request = questions.find(press.question);
  if (request === undefined) return null;
  if (press.verb === 'kind') {
    return request.kind === 'phrase' ? asking({ ...request, kinds: [press.kind], limit: OF_ONE_KIND }) : null;
  }
  if (press.verb !== 'page') return asking(request);
  if (request.kind !== 'find') return null;
  const page = Math.max(1, press.page);
  return { ...asking({ ...request, skip: (page - 1) * request.limit }), page };
}
