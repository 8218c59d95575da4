import type { Inline, RichTextElement, Style } from './schema.ts';

type Marks = NonNullable<Style>;

const STYLES: Record<string, Marks> = { '*': { bold: true }, _: { italic: true }, '~': { strike: true } };

/**
 * Slack's mrkdwn as rich text, so that both are drawn by one hand: `*bold*`, `_italic_`, `~strike~`, `` `code` ``,
 * fences, `>` quotes, `<url|text>`, mentions, and the three entities. A mark counts only between words, as in Slack.
 */
export function readMrkdwn(text: string): RichTextElement[] {
  const parts = text.split(/```\n?([\s\S]*?)```\n?/);
  return parts.flatMap((part, i): RichTextElement[] => {
    if (i % 2 === 0) return readLines(part);
    const code = unescapeText(part.replace(/\n$/, ''));
    return [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: code }] }];
  });
}

function readLines(text: string): RichTextElement[] {
  const elements: RichTextElement[] = [];
  for (const run of text.matchAll(/(?:^(?:>|&gt;)[^\n]*(?:\n|$))+|(?:^(?!>|&gt;)[^\n]*(?:\n|$))+/gm)) {
    const lines = run[0].replace(/\n$/, '');
    if (lines === '') continue;
    if (/^(?:>|&gt;)/.test(lines)) {
      elements.push({ type: 'rich_text_quote', elements: readInline(lines.replace(/^(?:>|&gt;) ?/gm, '')) });
    } else elements.push({ type: 'rich_text_section', elements: readInline(lines) });
  }
  return elements;
}

/** One of: `<…>`, `` `code` ``, a run in marks that stands between words. */
const MARKED =
  /<(?<angle>[^<>\n]+)>|`(?<code>[^`\n]+)`|(?<![\p{L}\p{N}])(?<mark>[*_~])(?<inner>(?!\s)(?:(?!\k<mark>)[^\n])+(?<!\s))\k<mark>(?![\p{L}\p{N}])/gu;

function readInline(text: string, style: Marks = {}): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(MARKED)) {
    if (match.index > at) found.push(words(text.slice(at, match.index), style));
    const { angle, code, mark, inner } = match.groups ?? {};
    if (angle !== undefined) found.push(readAngle(angle, style));
    else if (code !== undefined) found.push(words(code, { ...style, code: true }));
    else for (const one of readInline(inner ?? '', { ...style, ...STYLES[mark ?? ''] })) found.push(one);
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push(words(text.slice(at), style));
  return found;
}

const words = (text: string, style: Marks): Inline => ({
  type: 'text',
  text: unescapeText(text),
  ...(Object.keys(style).length > 0 ? { style } : {}),
});

function readAngle(inside: string, style: Marks): Inline {
  const [target = '', label] = inside.split('|', 2);
  const rest = target.slice(1);
  if (target.startsWith('@')) return { type: 'user', user_id: rest, style };
  if (target.startsWith('#')) return { type: 'channel', channel_id: rest, style };
  if (target.startsWith('!')) return { type: 'broadcast', range: rest, style };
  return { type: 'link', url: unescapeText(target), ...(label ? { text: unescapeText(label) } : {}), style };
}

const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
