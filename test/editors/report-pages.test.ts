/** The HTML pages of reports in a real browser: they fit every width, and can be read in light, in dark and on paper. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { isInstalled } from './scene.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const isHere = isInstalled('chromium', 'report pages');
const pages = {
  lint: ['examples/insecure', '--preset', 'all', '--format', 'html'],
  audit: ['audit', 'examples/insecure', '--benchmark', 'cis-16', '--format', 'html'],
  access: ['access', 'examples/insecure', '--all', '--format', 'html'],
  'access of 500 records': ['access', 'MANY', '--format', 'html'],
};

/** Records as a large site has them, with names that have no place to break. */
const many = Array.from({ length: 500 }, (_, n) => {
  const network = n % 4 === 0 ? `10.${n % 25}.0.0/16` : `fd00:${n % 97}:${n % 25}:abcd:1234:5678:9abc:${n}/128`;
  return `host db${n % 60},${'x'.repeat(60)} user${n},"${'y'.repeat(60)}" ${network} ${['md5', 'scram-sha-256', 'reject', 'trust'][n % 4]}\n`;
}).join('');

(isHere ? describe : describe.skip)('pages of reports', () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pgconflint-pages-'));
    writeFileSync(join(folder, 'pg_hba.conf'), many);
    for (const [name, args] of Object.entries(pages)) {
      const named = args.map((one) => (one === 'MANY' ? join(folder, 'pg_hba.conf') : one));
      const { stdout } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...named], {
        cwd: root,
        encoding: 'utf8',
      });
      writeFileSync(join(folder, `${name}.html`), stdout);
    }
    const executablePath = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const media = ['light', 'dark', 'print'] as const;
  const cases = Object.keys(pages).flatMap((name) =>
    [420, 768, 1280].flatMap((width) => media.map((medium) => [name, width, medium] as const)),
  );

  test.each(cases)(
    '%s at %i pixels, %s',
    async (name, width, medium) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      try {
        if (medium === 'print') await page.emulateMedia({ media: 'print' });
        else await page.emulateMedia({ colorScheme: medium });
        await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
        const measured = await page.evaluate(measure);
        expect(measured.texts).toBeGreaterThan(50);
        expect(measured.overflow).toBeLessThanOrEqual(0);
        expect(measured.faint).toEqual([]);
      } finally {
        await page.close();
      }
    },
    30_000,
  );
});

/** Runs in the page: how much wider it is than its window, and the texts whose contrast is below WCAG's 4.5. */
function measure(): { overflow: number; texts: number; faint: string[] } {
  const { document, getComputedStyle } = globalThis as typeof globalThis & Page;
  const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const backgroundOf = (element: PageElement | null): string => {
    if (element === null) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 0 ? backgroundOf(element.parentElement) : backgroundColor;
  };
  const faint: string[] = [];
  let texts = 0;
  for (const element of document.querySelectorAll('body *')) {
    const isText = [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
    if (!isText || getComputedStyle(element).display === 'none') continue;
    texts++;
    const [text, ground] = [luminance(getComputedStyle(element).color), luminance(backgroundOf(element))];
    const contrast = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
    if (contrast < 4.5) faint.push(`${contrast.toFixed(2)}: ${element.textContent?.slice(0, 40)}`);
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  return { overflow: scrollWidth - clientWidth, texts, faint };
}

/** What `measure` asks of a browser: the types of its page are not those of Node. */
interface PageElement {
  childNodes: Iterable<{ nodeType: number; textContent: string | null }>;
  parentElement: PageElement | null;
  textContent: string | null;
}
interface Page {
  document: {
    documentElement: { scrollWidth: number; clientWidth: number };
    querySelectorAll(selector: string): Iterable<PageElement>;
  };
  getComputedStyle(element: PageElement): { backgroundColor: string; color: string; display: string };
}
