import { z } from 'zod';
import { blockKitProblems, viewProblems } from '../block-kit-validator.ts';
import { type AnyBlock, BlockSchema, type View, ViewSchema } from '../protocol.ts';
import { type Calling, Refused } from './method.ts';

/** So many lines of what is wrong are shown. */
const MOST_SHOWN = 3;

/** What was said as text and blocks, if Slack takes it. @throws Refused `no_text`, `invalid_blocks` */
export function checkedMessage(
  { text = '', blocks = [] }: { text?: string | undefined; blocks?: unknown },
  calling: Calling,
): { text: string; blocks: AnyBlock[] } {
  const given = Array.isArray(blocks) && blocks.length === 0 ? undefined : blocks;
  if (text === '' && given === undefined) throw new Refused('no_text');
  const problems = blockKitProblems({ text, ...(given === undefined ? {} : { blocks: given }) });
  const read = z.array(BlockSchema).safeParse(given ?? []);
  if (problems.length > 0 || !read.success) throw refusal('invalid_blocks', problems, calling);
  return { text, blocks: read.data };
}

/** A view, if Slack takes it. @throws Refused `invalid_arguments` */
export function checkedView(view: unknown, type: View['type'], calling: Calling): View {
  const problems = viewProblems(view);
  const read = ViewSchema.safeParse(view);
  if (problems.length > 0 || !read.success || read.data.type !== type) {
    throw refusal('invalid_arguments', problems, calling);
  }
  return read.data;
}

/** Shown on the page too: whoever tries the app should not have to look for it in a log. */
function refusal(error: string, problems: readonly string[], { cause, method, workspace }: Calling): Refused {
  const first = problems.slice(0, MOST_SHOWN);
  workspace.notify(cause?.person ?? null, 'error', (texts) => texts.refused(method, first));
  return new Refused(error, { response_metadata: { messages: problems } });
}
