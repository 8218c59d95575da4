import { fileURLToPath } from 'node:url';

/** The entry points of the page, by the name of what is made of them. */
const ENTRIES = {
  page: 'main.tsx',
  gallery: 'gallery/main.tsx',
  drawing: 'drawing/main.tsx',
} as const;

export type Entry = keyof typeof ENTRIES;

export interface Bundle {
  js: string;
  css: string;
}

/**
 * One JS and one CSS of the page, made of its sources: works in a checkout alone, where esbuild and the sources are.
 *
 * @throws Error with esbuild's own report if the sources are wrong
 */
export async function bundlePage(entry: Entry): Promise<Bundle> {
  const { build } = await import('esbuild');
  const page = fileURLToPath(new URL('page/', import.meta.url));
  const { outputFiles } = await build({
    absWorkingDir: page,
    entryPoints: { [entry]: ENTRIES[entry], styles: 'styles/page.css' },
    outdir: 'out',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'inline',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfig: 'tsconfig.json',
  });
  const text = (suffix: string): string => outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? '';
  return { js: text('.js'), css: text('.css') };
}

/** The page asks nothing of any host but its own. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'";

/** The page's HTML around its JS and CSS, which lie beside it. */
export const pageHtml = (title: string, name: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${name}.css">
<script type="module" src="${name}.js"></script>
</head>
<body></body>
</html>
`;
