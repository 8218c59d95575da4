import type { z } from 'zod';
import type { SectionFile } from './section-file.ts';
import type { Sections } from './sections.ts';

const SECTION = 'json';

/** Plain data as the one section of a file. */
export const jsonSections = (value: unknown): Sections => ({
  sections: new Map([[SECTION, Buffer.from(JSON.stringify(value))]]),
});

/** Reads what {@link jsonSections} wrote. @throws ZhibiError `index-damaged` */
export const readJsonSection = <Schema extends z.ZodType>(file: SectionFile, schema: Schema): z.infer<Schema> =>
  readJson(file, SECTION, schema);

/** Reads a section of bytes that are JSON. @throws ZhibiError `index-damaged` */
export function readJson<Schema extends z.ZodType>(
  file: SectionFile,
  section: string,
  schema: Schema,
): z.infer<Schema> {
  const bytes = file.read(section, [Uint8Array]);
  return parsedAs(file, section, schema, bytes);
}

/** Bytes of a section as the JSON that they are. @throws ZhibiError `index-damaged` */
export function parsedAs<Schema extends z.ZodType>(
  file: SectionFile,
  section: string,
  schema: Schema,
  bytes: Uint8Array,
): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()));
  } catch (error) {
    throw file.damage(section, error);
  }
}
