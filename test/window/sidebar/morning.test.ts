import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { LONG, morningFiles, READ } from '../support/morningFiles.ts';
import { THEMES } from '../support/themes.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const ALL = 61;
/** The maximum number of briefings in the group of new ones. */
const IN_NEW = 30;
const AT_END = '.card.current[data-id=end], .whole:not(:has([aria-current])) .end';
const WIDTHS = [800, 1280] as const;

describe('A morning with sixty-one briefings', () => {
  let window: Workbench;
  const files = morningFiles();
  const settings = {
    'briefings.showBundled': false,
    'window.commandCenter': false,
    'window.title': '${activeEditorShort}',
  };
  const folder = useWindow({ settings }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.page.getByText('No briefings found yet.').waitFor();
  });

  const press = (key: string) => window.page.keyboard.press(key);
  const box = () => window.page.locator('.quick-input-widget');
  const seen = (selector: string) => window.reader.locator(`${selector} >> visible=true`).first();

  it('starts with what is new, as much as can be read in a day', async () => {
    fs.mkdirSync(path.join(folder.path, 'briefings'));
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder.path, name), text);
    await window
      .treeItem(new RegExp(`^New, ${IN_NEW} unread.*, ${ALL - IN_NEW} more below, by date`))
      .waitFor();
    await window.screenshot('morning-new');
  });

  for (const [i, { title }] of READ.entries()) {
    it(`“${title}” is read to its end by keys alone`, async () => {
      await open(title);
      await readToTheEnd(i < 2);
      await window.screenshot(`morning-end-${i}`);
    });
  }

  it('what was read is finished, and what was starred has its star', async () => {
    await window.run('Briefings: Show Starred');
    await window.page.getByText(`Starred: 2 of ${ALL}`).waitFor();
    await window.screenshot('morning-starred');
    await window.run('Briefings: Show All');
    for (const { title } of READ) await finished(title);
  });

  it('one is found again by a sentence with a typo and two extra words, and quoted with its source', async () => {
    const search = async () => {
      await window.run('Briefings: Search…', true);
      await box().getByText('Search Briefings', { exact: true }).waitFor({ timeout: 5000 });
      await window.page.keyboard.type('zeppelin minister promissed seventh icebreaker yesterday');
    };
    await window.list(search, box().getByText('No result contains all words.'));
    await window.screenshot('morning-search');
    await press('Enter');
    await window.card.getByRole('heading', { name: 'Seventh icebreaker promised' }).waitFor();
    await window.reader.locator('.card:focus').waitFor();
    await press('c');
    await window.reader.getByRole('status').getByText('“Seventh icebreaker promised” copied.').waitFor();
    const copied = await window.page.evaluate(() => navigator.clipboard.readText());
    assert.match(
      copied,
      /^Seventh icebreaker promised — The minister promised .*\n— Harbour brief, 9 March, 2026-03-09\n— The Gazette \(https:\/\/gazette\.example\/icebreaker\)$/,
    );
  });

  it('Go Back leads through three briefings, the last one first', async () => {
    const way = [...READ].reverse().slice(0, 3);
    for (const { title } of way) {
      const tab = window.activeTab.filter({ hasText: title });
      for (let i = 0; i < 20 && !(await tab.isVisible()); i++) {
        const before = await placeShown();
        await press('Alt+ArrowLeft');
        // The next step waits until this one has an effect, or has none.
        for (let wait = 0; wait < 20 && (await placeShown()) === before; wait++)
          await window.page.waitForTimeout(100);
      }
      await tab.waitFor();
    }
  });

  it('reading continues at the line after a reload', async () => {
    await open(LONG.title);
    await window.reader.locator('.whole').waitFor();
    for (let i = 0; i < 4; i++) {
      await press('Space');
      await window.page.waitForTimeout(400);
    }
    const before = await lineRead();
    assert.match(before, /^The (?:first|second) leg, day (?!1:)/);
    // A place is written to disk a second later.
    await window.page.waitForTimeout(1500);
    await window.reload();
    await window.reader.locator('.whole').waitFor();
    await window.page.waitForTimeout(700);
    assert.equal(await lineRead(), before);
  });

  for (const { name, theme, body } of THEMES) {
    it(`can be viewed in ${name}`, async () => {
      await window.configure(
        { ...settings, 'workbench.colorTheme': theme },
        window.reader.locator(`body.${body}`),
      );
      for (const [at, { title }] of [READ[0], LONG].entries()) {
        await open(title);
        for (const width of WIDTHS) {
          await window.page.setViewportSize({ width, height: 800 });
          await window.page.waitForTimeout(300);
          assert.equal(await window.reader.locator('body').evaluate(isTooWide), false);
          await window.screenshot(`morning-${at}-${name}-${width}`);
        }
      }
    });
  }

  /** The active tab, and the place in it. */
  async function placeShown(): Promise<string> {
    const bar = window.reader.locator('.bar');
    return `${await window.activeTab.innerText()}\n${await bar.innerText()}`;
  }

  async function open(title: string): Promise<void> {
    await window.answer('Briefings: Open Briefing…', async () => {
      await window.page.getByPlaceholder('Open a briefing').fill(title, { timeout: 5000 });
      await box().locator('.monaco-list-row.focused', { hasText: title }).waitFor({ timeout: 5000 });
      await press('Enter');
      await window.activeTab.filter({ hasText: title }).waitFor({ timeout: 7000 });
    });
    await window.reader.locator('.card:focus, .whole :focus, .whole:focus').first().waitFor();
  }

  /** Looks at each item until it counts as read, and stars the second one if `stars`. */
  async function readToTheEnd(stars: boolean): Promise<void> {
    for (let before = '', i = 0; i < 30; i++) {
      const items = `.card.current:not([data-id="${before}"]), .whole [aria-current]:not([id="${before}"])`;
      const current = seen(`${items}, ${AT_END}`);
      await current.waitFor();
      if (await seen(AT_END).isVisible()) return;
      await seen('.bar [data-press=markRead][aria-pressed=true], .whole .read[aria-current]').waitFor();
      before = await current.evaluate((item: HTMLElement) => item.dataset['id'] ?? item.id);
      if (stars && i === 1) await press('s');
      await press('j');
    }
    assert.fail('there is no end');
  }

  async function finished(title: string): Promise<void> {
    await open(title);
    await window
      .treeItem(new RegExp(`${title}, finished`))
      .first()
      .waitFor();
  }

  /** The words at the reading line of the page. */
  function lineRead(): Promise<string> {
    return window.reader.locator('.whole .section p').evaluateAll((lines) => {
      const line = innerHeight * 0.3;
      const [nearest] = lines
        .map((one) => ({ one, distance: Math.abs(one.getBoundingClientRect().top - line) }))
        .sort((a, b) => a.distance - b.distance);
      return nearest?.one.textContent ?? '';
    });
  }
});

function isTooWide(): boolean {
  return document.documentElement.scrollWidth > document.documentElement.clientWidth;
}
