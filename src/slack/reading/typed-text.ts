/**
 * What a person typed, from the text of an event: our mention taken off, links as they were shown, Slack's three
 * entities decoded (docs.slack.dev/messaging/formatting-message-text).
 */
export function typedText(text: string, botUserId: string | undefined): string {
  return text
    .replaceAll(/<([^<>]{0,3000})>/g, (_, inside: string) => shown(inside, botUserId))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

function shown(inside: string, botUserId: string | undefined): string {
  if (inside.startsWith('@'))
    return inside.slice(1).split('|')[0] === botUserId ? '' : `@${inside.split('|')[1] ?? ''}`;
  const [target = '', label] = inside.split('|');
  return label ?? target;
}
