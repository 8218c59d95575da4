/** What is answered comes after the acknowledgement. In milliseconds. */
const PATIENCE = 15_000;

/** Asks again and again until there is something. @param patience in milliseconds. @throws Error when nothing came */
export async function eventually<T>(probe: () => Promise<T | undefined>, patience = PATIENCE): Promise<T> {
  for (const end = Date.now() + patience; ; ) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error('nothing came');
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
