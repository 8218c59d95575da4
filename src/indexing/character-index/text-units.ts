/** Units that are made a string at a time: the engine keeps longer ones outside its heap, where reading is slower. */
const CHUNK = 2 ** 17;

/** The text whose UTF-16 units these are. */
export function toText({ buffer, byteOffset, byteLength }: Uint16Array): string {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 2 * CHUNK) pieces.push(bytes.toString('utf16le', at, at + 2 * CHUNK));
  return pieces.join('');
}

/** The UTF-16 units of a text. */
export function toUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}
