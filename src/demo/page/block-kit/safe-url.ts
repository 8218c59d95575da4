/** The address of a link if it leads to a page or a mailbox; anything else is shown as words. */
export function safeUrl(url: string): string | null {
  return /^(?:https?|mailto):/i.test(url) ? url : null;
}
