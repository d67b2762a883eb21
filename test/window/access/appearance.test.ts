import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../../support/paths.ts';
import { brightnessDuring } from '../support/filmed.ts';
import { THEMES } from '../support/themes.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';
import { someOf } from '../../support/sample.ts';

const UKRAINE = /^Ukraine talks at the White House/;

const CORPUS = path.join(REPO, '..', 'shared', 'corpus');

/** Real briefings, and the direction of their text. */
const WRITINGS = [
  ['arabic', 'rtl', 'zechub/zcashArabic__zcashbasics__electriccoincompany.md'],
  ['japanese', 'ltr', 'bitcoin-optech/ja/_posts__ja__newsletters__2022-09-14-newsletter.md'],
] as const;

describe('The appearance', () => {
  let window: Workbench;
  // The folder has a new name each time, which must not be in the pictures.
  const settings = { 'window.commandCenter': false, 'window.title': '${activeEditorShort}' };
  const folder = useWindow({ settings }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.unfold(UKRAINE);
  });

  it('does not flash when a reader opens in a dark theme', async () => {
    const area = { x: 420, y: 120, width: 800, height: 600 };
    const open = async () => {
      await window.treeItem(/^Talks with Putin\?/).click();
      await window.card.getByRole('heading', { name: 'Talks with Putin?' }).waitFor();
    };
    // It opens in the light theme first, to prove that brightness is measured.
    const [light = 0] = (await brightnessDuring(window.page, area, open)).slice(-1);
    assert.ok(light > 0.8, `${light}`);
    await window.closeEditors();
    const workbench = window.page.locator('.monaco-workbench.vs-dark');
    await window.configure({ 'workbench.colorTheme': 'Default Dark Modern' }, workbench);
    const dark = await brightnessDuring(window.page, area, open);
    assert.ok(dark.length > 3, `${dark.length} pictures`);
    assert.ok(Math.max(...dark) < 0.2, dark.join());
    assert.ok(Math.max(...dark) > 0.005, 'its words are in the pictures');
  });

  for (const { name, theme, body } of someOf(THEMES)) {
    it(`is readable in ${name}`, async () => {
      await window.treeItem(/^Talks with Putin\?/).click();
      await window.configure({ 'workbench.colorTheme': theme }, window.reader.locator(`body.${body}`));
      await window.card.getByRole('heading', { name: 'Talks with Putin?' }).waitFor();
      await window.screenshot(`takeaway-${name}`);
      await assertContrast('.card.current h1', '.card.current .body', '.card.current a', '.bar');
      // Through the palette, which works wherever the focus is: this is about the look.
      await window.treeItem(/^Territory/).click();
      await window.card.getByRole('heading', { name: 'Territory' }).waitFor();
      await window.screenshot(`passage-${name}`);
      await assertContrast('.card.current h1', '.card.current .body', '.card.current a');
      await window.run('Briefings: Show Whole Briefing');
      await window.reader.locator('.whole .passage[aria-current]').waitFor();
      await window.screenshot(`whole-${name}`);
      await assertContrast(
        '.whole h1',
        '.whole .takeaway',
        '.whole .passage',
        '.whole .references a',
        '.whole .site',
      );
      await window.run('Briefings: Show One at a Time');
    });
  }

  it('uses the font of the Markdown preview', async () => {
    await window.configure(
      { 'markdown.preview.fontSize': 20, 'markdown.preview.fontFamily': 'monospace' },
      window.reader.locator('html[style*="--reader-font-size: 20px"]'),
    );
    const body = window.reader.locator('body');
    assert.equal(await body.evaluate((element) => getComputedStyle(element).fontFamily), 'monospace');
    const html = window.reader.locator('html');
    assert.equal(await html.evaluate((element) => getComputedStyle(element).fontSize), '20px');
  });

  it('fits a narrow editor, in a large font too', async () => {
    await window.page.setViewportSize({ width: 760, height: 800 });
    await window.treeItem(/^U\.S\. Agrees Twice/).click();
    await window.card.getByRole('heading', { name: 'U.S. Agrees Twice' }).waitFor();
    await assertFits();
    await window.screenshot('takeaway-narrow-large');
    await window.configure({}, window.reader.locator('html[style*="--reader-font-size: 14px"]'));
    await assertFits();
    await window.screenshot('takeaway-narrow');
    await window.treeItem(/^Territory/).click();
    await window.card.getByRole('heading', { name: 'Territory' }).waitFor();
    await assertFits();
    await window.screenshot('passage-narrow');
    await window.page.setViewportSize({ width: 1280, height: 800 });
  });

  it('fits an editor that is 400 px wide, in both views', async () => {
    await window.unfold(/^Welcome to Briefing Reader/);
    for (const [row, name] of [
      [/^U\.S\. Agrees Twice/, 'U.S. Agrees Twice'],
      [/^The keys/, 'The keys'],
    ] as const) {
      await window.treeItem(row).click();
      await window.card.getByRole('heading', { name }).waitFor();
      await narrowTo(400);
      await assertFits();
      await window.screenshot(`400-item-${name}`);
      await window.run('Briefings: Show Whole Briefing');
      await window.reader.locator('.whole [aria-current]').first().waitFor();
      await assertFits();
      await window.screenshot(`400-whole-${name}`);
      await window.run('Briefings: Show One at a Time');
      await window.page.setViewportSize({ width: 1280, height: 800 });
    }
  });

  it('shows the welcome briefing with its table in the whole view', async () => {
    await window.unfold(/^Welcome to Briefing Reader/);
    await window.treeItem(/^The keys/).click();
    await window.card.getByRole('cell', { name: 'scroll down, then go on' }).waitFor();
    await window.screenshot('passage-table');
    await window.run('Briefings: Show Whole Briefing');
    await window.reader.locator('.whole').getByRole('cell', { name: 'scroll down, then go on' }).waitFor();
    await window.screenshot('welcome');
    await window.run('Briefings: Show One at a Time');
  });

  it('has a welcome view if there are no briefings', async () => {
    await window.configure(
      { 'briefings.showBundled': false },
      window.page.getByText('No briefings found yet.'),
    );
    await window.screenshot('empty-library');
    await window.configure({}, window.treeItem(UKRAINE));
  });

  for (const [name, direction, file] of WRITINGS) {
    it(`sets ${name} as it is written`, async function () {
      const from = path.join(CORPUS, file);
      if (!fs.existsSync(from)) {
        console.log(`      ${from} is not there`);
        this.skip();
      }
      fs.mkdirSync(path.join(folder.path, 'briefings'), { recursive: true });
      fs.copyFileSync(from, path.join(folder.path, 'briefings', `${name}.md`));
      await window.run('Briefings: Refresh');
      // The next page is then built from HTML, which has the language.
      await window.closeEditors();
      await window.run('Briefings: Open Briefing…', true);
      await window.page.locator('.quick-input-widget input').first().fill(`${name}.md`);
      await window.choose(`${name}.md`);
      await window.reader.locator(`body[data-page*="/${name}.md"]`).waitFor();
      if (await window.card.isVisible()) await window.run('Briefings: Show Whole Briefing');
      const text = window.reader.locator('.whole .section p').first();
      await text.waitFor();
      assert.equal(await text.evaluate((element) => getComputedStyle(element).direction), direction);
      await assertFits();
      await window.screenshot(`whole-${name}`);
      await window.run('Briefings: Show One at a Time');
      await window.card.waitFor();
      await assertFits();
      await window.screenshot(`passage-${name}`);
      await window.page.keyboard.press('j');
      await window.reader.locator('.where', { hasText: /^2 of/ }).waitFor();
      await assertFits();
      await window.screenshot(`takeaway-${name}`);
    });
  }

  /** Makes the window so narrow that the editor has this width. */
  async function narrowTo(width: number): Promise<void> {
    const html = window.reader.locator('html');
    const beside = 760 - width;
    await window.page.setViewportSize({ width: 760, height: 800 });
    await window.page.waitForTimeout(500);
    const now = await html.evaluate((element) => element.clientWidth);
    await window.page.setViewportSize({ width: beside + 2 * width - now, height: 800 });
    await window.page.waitForTimeout(500);
    assert.equal(await html.evaluate((element) => element.clientWidth), width);
  }

  async function assertFits(): Promise<void> {
    const html = window.reader.locator('html');
    const wider = await html.evaluate((element) => element.scrollWidth - element.clientWidth);
    assert.equal(wider, 0, 'nothing to scroll sideways');
    const cut = await html.evaluate((element) =>
      [...element.querySelectorAll('button')]
        .filter((button) => {
          const { left, right } = button.getBoundingClientRect();
          return button.checkVisibility() && (left < 0 || right > element.clientWidth);
        })
        .map(({ outerHTML }) => outerHTML),
    );
    assert.deepEqual(cut, [], 'no button is cut');
  }

  /** Checks WCAG’s contrast ratio for text: at least 4.5 between each element’s color and the background. */
  async function assertContrast(...selectors: string[]): Promise<void> {
    for (const selector of selectors) {
      const element = window.reader.locator(selector).first();
      const { ink, ground } = await element.evaluate((node) => ({
        ink: getComputedStyle(node).color,
        ground: getComputedStyle(document.body).backgroundColor,
      }));
      assert.match(ground, /^rgb\(/, 'an opaque ground');
      const ratio = contrast(ink, ground);
      assert.ok(ratio >= 4.5, `${selector}: ${ink} on ${ground} is ${ratio.toFixed(1)}`);
    }
  }
});

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2's relative luminance of `rgb(r, g, b)`. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
