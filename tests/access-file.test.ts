import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAccessPolicy } from '../src/access-file.ts';
import { DEFAULT_POLICY } from '../src/slack/index.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibi-access-'));
});

const fileWith = async (content: string | Uint8Array): Promise<string> => {
  const file = join(folder, 'access.yaml');
  await writeFile(file, content);
  return file;
};

describe('the access file', () => {
  it('that is not named leaves the defaults', async () => {
    expect(await readAccessPolicy(undefined)).toEqual(DEFAULT_POLICY);
  });

  it('is read, a byte order mark aside', async () => {
    const file = await fileWith('\uFEFFchannels: [C0123ABCD]\n');
    expect(await readAccessPolicy(file)).toEqual({ ...DEFAULT_POLICY, channels: ['C0123ABCD'] });
  });

  it('that is named and missing is an error, and so is a folder', async () => {
    await expect(readAccessPolicy(join(folder, 'none.yaml'))).rejects.toMatchObject({ code: 'file-vanished' });
    await expect(readAccessPolicy(folder)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  it('in another encoding is refused: its folders would be hidden from nobody', async () => {
    const gb = Uint8Array.from([...Buffer.from('folders:\n  - folder: '), 0xc4, 0xda, 0xb2, 0xbf]);
    await expect(readAccessPolicy(await fileWith(gb))).rejects.toMatchObject({ code: 'encoding-unknown' });
  });

  it('with a slip is refused with its line', async () => {
    const file = await fileWith('channels: [C0123ABCD]\nchanels: []\n');
    await expect(readAccessPolicy(file)).rejects.toMatchObject({ code: 'access-invalid', details: { file, line: 2 } });
  });
});
