// npm run build:page: the page of the local workspace to dist/demo/page/, and what is not compiled beside it; with --gallery
// its gallery too.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundlePage, type Entry, pageHtml } from './bundle-page.ts';

const FOLDER = 'dist/demo/page';

async function write(entry: Entry, html: string, title: string): Promise<void> {
  const { js, css } = await bundlePage(entry);
  await writeFile(join(FOLDER, `${entry}.js`), js);
  await writeFile(join(FOLDER, `${entry}.css`), css);
  await writeFile(join(FOLDER, html), pageHtml(title, entry));
}

await mkdir(FOLDER, { recursive: true });
await cp('src/demo/speeches', 'dist/demo/speeches', { recursive: true });
await write('page', 'index.html', '执笔 · 本地工作区');
if (process.argv.includes('--gallery')) await write('gallery', 'gallery.html', '执笔 · 图样');
