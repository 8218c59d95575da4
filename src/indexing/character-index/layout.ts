/** Each array begins at a multiple of this. In bytes. */
const ALIGNMENT = 4;
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Lays arrays of numbers end to end: the number of arrays, the bytes of each, then the arrays. All numbers are
 * little-endian, all arrays aligned, so that they are read as they lie.
 */
export function pack(arrays: readonly (Uint16Array | Uint32Array | Int32Array)[]): Uint8Array<ArrayBuffer> {
  const head = Uint32Array.from([arrays.length, ...arrays.map((array) => array.byteLength)]);
  const all = [head, ...arrays];
  const packed = new Uint8Array(all.reduce((sum, array) => sum + aligned(array.byteLength), 0));
  let at = 0;
  for (const array of all) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    packed.set(IS_LITTLE_ENDIAN ? bytes : swapped(bytes, array.BYTES_PER_ELEMENT), at);
    at += aligned(array.byteLength);
  }
  return packed;
}

/** The bytes of each array that {@link pack} laid into `packed`. @throws RangeError where it is cut short */
export function unpack(packed: Uint8Array): Packed {
  // A copy: what is given may be a piece of a larger buffer, at any offset.
  const bytes = new Uint8Array(packed);
  const count = readUint32(bytes, 0, 1)[0] ?? 0;
  const lengths = [...readUint32(bytes, ALIGNMENT, count)];
  let at = aligned(ALIGNMENT * (count + 1));
  const starts = lengths.map((length) => {
    const start = at;
    at += aligned(length);
    return start;
  });
  if (at !== bytes.length) throw new RangeError('the arrays are not as long as they say');
  const piece = (i: number, width: number): [ArrayBuffer, number, number] => {
    const start = starts[i] ?? 0;
    const length = lengths[i] ?? 0;
    if (!IS_LITTLE_ENDIAN) bytes.set(swapped(bytes.subarray(start, start + length), width), start);
    return [bytes.buffer, start, length / width];
  };
  return {
    uint16: (i) => new Uint16Array(...piece(i, 2)),
    uint32: (i) => new Uint32Array(...piece(i, 4)),
    int32: (i) => new Int32Array(...piece(i, 4)),
  };
}

/** Arrays by their number; each is to be read once. */
export interface Packed {
  uint16(i: number): Uint16Array<ArrayBuffer>;
  uint32(i: number): Uint32Array<ArrayBuffer>;
  int32(i: number): Int32Array<ArrayBuffer>;
}

/** Units that are made a string at a time: the engine keeps longer ones outside its heap, where reading is slower. */
const CHUNK = 2 ** 17;

/** The text whose units these are. */
export function toText(units: Uint16Array): string {
  const bytes = new Uint8Array(units.buffer, units.byteOffset, units.byteLength);
  const little = Buffer.from(IS_LITTLE_ENDIAN ? bytes : swapped(bytes, 2));
  const pieces: string[] = [];
  for (let at = 0; at < little.length; at += 2 * CHUNK) pieces.push(little.toString('utf16le', at, at + 2 * CHUNK));
  return pieces.join('');
}

/** The units of a text. */
export function toUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

function readUint32(bytes: Uint8Array<ArrayBuffer>, at: number, count: number): Uint32Array {
  const view = new DataView(bytes.buffer, at, count * 4);
  return Uint32Array.from({ length: count }, (_, i) => view.getUint32(i * 4, true));
}

function swapped(bytes: Uint8Array, width: number): Uint8Array {
  const copy = Buffer.from(bytes);
  return width === 2 ? copy.swap16() : copy.swap32();
}
