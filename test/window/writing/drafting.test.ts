import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const DRAFT = `# The harbour

## Key Takeaways

- **Ferry:** It stops on Monday [1].
- **Crane:** A third one was ordered [7].
- **Fog:** The port stays closed.

## References

1. [Notice](https://port.example/notices/14?utm_source=letter)
2. [Ice log](https://ice.example/log/9)
`;
const KNOWN = `# Tides

- **Flood:** It came, and was read of in [Tide tables of 2026](https://tide.example/tables/2026).
`;

// In a browser, a window saves automatically.
const SETTINGS = { 'workbench.startupEditor': 'none', 'files.autoSave': 'off' };

describe('A briefing that is being written', () => {
  let window: Workbench;
  const files = {
    'briefings/draft.md': DRAFT,
    'briefings/tides.md': KNOWN,
    'briefings/told.md': '# Told\n\nIt is told.\n\n## More\n\nAnd so is this.\n',
  };
  useWindow({ files, settings: SETTINGS }, async (opened) => {
    window = opened;
    await window.run('View: Show Explorer');
    await window.treeItem(/^briefings$/).click();
    await window.treeItem(/^draft\.md$/).dblclick();
    await status().getByText('3 takeaways · 2 without source · 1 min').waitFor();
  });

  const status = () => window.page.locator('.statusbar');
  const lines = () => window.page.locator('.editor-instance .view-lines');

  async function goTo(line: number, column: number): Promise<void> {
    await window.run('Go to Line/Column...', true);
    await window.page.keyboard.type(`${line}:${column}`);
    await window.page.keyboard.press('Enter');
    await status().getByText(`Ln ${line}, Col ${column}`, { exact: true }).waitFor();
  }

  async function shows(...words: string[]): Promise<void> {
    for (const one of words) await lines().getByText(one).first().waitFor();
  }

  /** A visible row of any list. */
  const row = (list: string, words: string): Locator =>
    window.page.locator(`${list} .monaco-list-row`, { hasText: words }).first();

  it('has diagnostics where it could be better, and the status bar counts them', async () => {
    await window.page.locator('.squiggly-warning').first().waitFor();
    await window.page.locator('.squiggly-info').first().waitFor();
    await window.screenshot('draft');
  });

  it('gets the missing entry of a citation from a quick fix, with tab stops', async () => {
    await goTo(6, 42);
    const fix = row('.action-widget', 'Add Reference [3]');
    await window.list(() => window.page.keyboard.press('Control+.'), fix);
    await window.screenshot('draft-fixes');
    await fix.click();
    await shows('Title of the source');
    await window.page.keyboard.type('Crane ordered');
    await window.page.keyboard.press('Tab');
    await window.page.keyboard.type('https://crane.example/2026');
    await window.page.keyboard.press('Escape');
    await shows('was ordered [3].', '[Crane ordered](https://crane.example/2026)');
  });

  it('completes sources that another briefing has cited, as soon as a bracket is typed', async () => {
    await goTo(7, 33);
    await window.page.keyboard.type(' [');
    await row('.suggest-widget', 'Tide tables of 2026').waitFor();
    await row('.suggest-widget', '[1] Notice').waitFor();
    await window.screenshot('draft-completions');
    await window.page.keyboard.type('tide');
    await row('.suggest-widget', 'Tide tables of 2026').click();
    await shows('stays closed [4]', '[Tide tables of 2026](https://tide.example/tables/2026)');
    await status().getByText('3 takeaways · 1 min').waitFor();
  });

  it('has a hover with the source of a citation', async () => {
    await goTo(5, 33);
    await window.run('Show or Focus Hover');
    await window.page.locator('.monaco-hover', { hasText: 'Notice' }).first().waitFor();
    await window.screenshot('draft-hover');
    await window.page.keyboard.press('Escape');
  });

  async function paste(address: string): Promise<void> {
    await window.page.evaluate((text) => navigator.clipboard.writeText(text), address);
    await window.page.keyboard.press('Control+v');
  }

  it('adds a pasted address to its sources with the title that the library knows', async () => {
    await window.run('Go to Line/Column...', true);
    await window.page.keyboard.type('99:1');
    await window.page.keyboard.press('Enter');
    await paste('https://news.example/2026/11/fog');
    await shows('5. [news.example](https://news.example/2026/11/fog)');
  });

  it('adds it at the end of numbered sources, also if it is pasted between them', async () => {
    await goTo(12, 1);
    await window.page.keyboard.press('Enter');
    await window.page.keyboard.press('ArrowUp');
    await paste('https://news.example/2026/11/gate');
    await shows('6. [news.example](https://news.example/2026/11/gate)', '2. [Ice log]');
  });

  it('is fixed by Fix All where there is one answer', async () => {
    await window.run('Fix All');
    await lines().getByText('utm_source').waitFor({ state: 'hidden' });
    await shows('[Notice](https://port.example/notices/14)');
  });

  it('lists its takeaways from the status bar, and goes to the one that is chosen', async () => {
    await status().getByText('3 takeaways').click();
    await window.choose('Crane');
    await status().getByText('Ln 6, Col 1', { exact: true }).waitFor();
    await window.screenshot('draft-mended');
  });

  it('is restored completely by Undo', async () => {
    await window.run('File: Revert File');
    await shows('utm_source');
    assert.deepEqual(window.requests, []);
  });

  it('shows the reading time of running text', async () => {
    await window.treeItem(/^told\.md$/).dblclick();
    await status().getByText('2 items · 1 min').waitFor();
  });
});
