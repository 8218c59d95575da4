/**
 * Draws messages, modals and Home tabs as the local workspace shows them, into one HTML file that stands by itself:
 *
 *     npx tsx docs/images/draw.ts messages.json out.html [--dark] [--en]
 *
 * What `messages.json` holds is `DrawnSchema` in src/demo/page/drawing/drawn.ts.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { bundlePage } from '../../src/demo/index.ts';

const options = process.argv.slice(2);
const [from, to] = options.filter((option) => !option.startsWith('--'));
if (from === undefined || to === undefined) throw new Error('draw.ts messages.json out.html [--dark] [--en]');

const theme = options.includes('--dark') ? 'dark' : 'light';
const lang = options.includes('--en') ? 'en' : 'zh';
const drawn: unknown = JSON.parse(await readFile(from, 'utf8'));
const { js, css } = await bundlePage('drawing');

/** Nothing inside may end the element that holds it. */
const inline = (text: string): string => text.replaceAll('</', '<\\/');

await writeFile(
  to,
  `<!doctype html>
<html lang="${lang === 'en' ? 'en' : 'zh-CN'}" data-theme="${theme}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><style>${css}</style></head>
<body><script type="application/json" id="drawn">${inline(JSON.stringify({ lang, drawn }))}</script>
<script type="module">${inline(js)}</script></body>
</html>
`,
);
