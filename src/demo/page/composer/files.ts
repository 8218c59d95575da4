import { LARGEST_FILE } from '../../protocol.ts';
import type { AttachedFile } from './read-typed.ts';

/** Reads files that were chosen or dropped; the names of those that are too large come apart. */
export async function readFiles(files: readonly File[]): Promise<{ read: AttachedFile[]; tooLarge: string[] }> {
  const small = files.filter(({ size }) => size <= LARGEST_FILE);
  const read = await Promise.all(small.map(async (file) => ({ name: file.name, base64: await base64Of(file) })));
  return { read, tooLarge: files.filter((file) => !small.includes(file)).map(({ name }) => name) };
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** `12 KB` */
export const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
