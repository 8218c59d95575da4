import { describe, expect, it } from 'vitest';
import { bundlePage, pageHtml } from '../../src/demo/bundle-page.ts';

describe('the bundled page', () => {
  it('is one JS and one CSS that name no other host', async () => {
    const { js, css } = await bundlePage('page');
    expect(js.length).toBeGreaterThan(10_000);
    expect(css.length).toBeGreaterThan(5_000);
    expect(css).not.toMatch(/@import|url\((?!"?data:)/);
    expect(js).not.toMatch(/import\s*\(|from"/);
    // Names of formats, which nobody fetches.
    const hosts = [...`${js}${css}`.matchAll(/https?:\/\/([a-z0-9.-]+)/g)].map(([, host]) => host);
    expect(new Set(hosts)).toEqual(new Set(['www.w3.org', 'json-schema.org']));
    expect(pageHtml('题', 'page')).not.toMatch(/https?:/);
    expect(pageHtml('题', 'page')).toContain("default-src 'none'");
  });

  it('does not grow beyond what a slow line loads in a second', async () => {
    const { js, css } = await bundlePage('page');
    expect(js.length + css.length).toBeLessThan(260_000);
  });
});
