/** What stands in these as JSON; anything else that begins with a bracket is a text. */
const NESTED: ReadonlySet<string> = new Set(['blocks', 'attachments', 'metadata', 'view', 'prompts']);

/** The arguments of a call: Slack's client sends a form. What is no JSON where it should be stays a text, and is refused later. */
export function argumentsOf(body: unknown): Record<string, unknown> {
  if (typeof body !== 'string') return {};
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [key, NESTED.has(key) ? parsed(value) : value]),
  );
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
