/**
 * What a person typed, from the text of an event: mentions taken off, links and dates as they were shown, Slack's three
 * entities decoded, without emoji and text styles (docs.slack.dev/messaging/formatting-message-text).
 */
export function typedText(text: string): string {
  const shown = text
    .replaceAll(/<([^<>]{0,3000})>/g, (_, inside: string) => shownFor(inside))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return withoutStyles(shown).trim();
}

/** Mentions of people, groups and channels call somebody; they are no words of the question. */
function shownFor(inside: string): string {
  const [target = '', label] = inside.split('|');
  if (target.startsWith('!date^')) return label ?? '';
  return /^[@#!]/.test(target) ? ' ' : (label ?? target);
}

const EMOJI =
  /:[a-z][a-z0-9_+'-]+:(?::skin-tone-[2-6]:)?|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)\p{Emoji_Modifier}?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*/gu;
const CODE = /```\n?([^`]*)```|`([^`\n]*)`/g;
/** Bold, italics and strike-through begin and end at the edge of words: the stars of 以*为* do not. */
const STYLED = /(?<=^|[\s\p{P}])([*_~]{1,2})(?=\S)([^*_~\n]*[^*_~\s])\1(?=$|[\s\p{P}])/gu;
/** Stars are wildcards behind the word that asks for phrasing. */
const ASKS_FOR_PHRASING = /^\P{L}*(?:句式|phrase)\P{L}*$/iu;

/** People put a pattern in code marks so that Slack does not restyle it: what is in them stays as it is. */
function withoutStyles(text: string): string {
  const plain = text
    .replace(EMOJI, ' ')
    .replace(CODE, (_, block: string | undefined, inline: string | undefined) => block ?? inline ?? '');
  return plain.replace(STYLED, (whole, mark: string, words: string, at: number) =>
    mark.startsWith('*') && ASKS_FOR_PHRASING.test(plain.slice(0, at)) ? whole : words,
  );
}
