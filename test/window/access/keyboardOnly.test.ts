import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../../support/paths.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const HARBOUR = `# Harbour report

## In brief

- **North quay:** Closed until Thursday.
- **Tugs:** Two are back, and the lighthouse is lit. [1]

## Weather

Fog is expected.

## References

1. [Notice](https://port.example/14) — Port
`;

/** The keys on the page, one row for each step: `['F1', 'View: Show Briefings', 'Enter']`. */
function walkOnThePage(): string[][] {
  const page = fs.readFileSync(path.join(REPO, 'docs', 'accessibility.md'), 'utf8');
  const [, table = ''] = /^## Read a briefing with the keyboard\n([^]*?)^Press `\?`/m.exec(page) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) =>
    Array.from(row.split(' | ')[0]?.matchAll(/`([^`]+)`/g) ?? [], ([, key = '']) => key),
  );
}

const NAMES: Readonly<Record<string, string>> = {
  '→': 'ArrowRight',
  '↓': 'ArrowDown',
  Esc: 'Escape',
  'Ctrl+0': 'Control+0',
};

describe('With only a keyboard', () => {
  let window: Workbench;
  const files = { 'briefings/harbour.md': HARBOUR };
  const settings = { 'briefings.showBundled': false, 'briefings.markRead': 'manual' };
  useWindow({ files, settings }, (opened) => {
    window = opened;
  });

  const rows = walkOnThePage();
  const read = (words: string) => window.reader.locator('.card.current:focus', { hasText: words }).waitFor();
  const focusedRow = () => window.page.locator('.sidebar [role=tree]:focus').waitFor();

  /** The expected result of each step, in order. */
  const COMES_TO: readonly (() => Promise<unknown>)[] = [
    () => window.treeItem(/^Harbour report/).waitFor(),
    focusedRow,
    () =>
      window
        .treeItem(/^Harbour report/)
        .and(window.page.locator('[aria-expanded=true]'))
        .waitFor(),
    () => read('Closed until Thursday'),
    () => read('Two are back'),
    () => window.reader.locator('.reference:focus, .reference :focus').first().waitFor(),
    () => Promise.resolve(),
    () => window.reader.locator('.citation a:focus').waitFor(),
    () => Promise.resolve(),
    async () => {
      await window.page
        .locator('.editor-instance .monaco-editor.focused', { hasText: 'Two are back' })
        .waitFor();
      // The extension host enables Escape for going back a moment later.
      await window.page.waitForTimeout(1000);
    },
    () => read('Two are back'),
    () => window.treeItem(/^Tugs.*, read/).waitFor(),
    () => window.reader.locator('.whole [aria-current]', { hasText: 'lighthouse' }).waitFor(),
    () => read('Two are back'),
    () => window.reader.locator('.card.current[data-id=end]:focus').waitFor(),
    focusedRow,
  ];

  it('every step that the page lists is tested here', () => {
    assert.equal(rows.length, COMES_TO.length);
  });

  for (const [i, row] of rows.entries())
    it(`${i + 1}: ${row.join(' ')}`, async () => {
      const walk = async () => {
        for (const key of row) await press(key);
      };
      if (LEAVES.includes(i)) assert.equal(await window.leaving(walk), 'https://port.example/14');
      else await walk();
      await COMES_TO[i]?.();
    });

  async function press(key: string): Promise<void> {
    const { page } = window;
    const box = page.locator('.quick-input-widget input:focus, .simple-find-part.visible input:focus');
    if (/^\p{L}{2,}/u.test(key) && /[ a-z]{5,}/.test(key)) {
      await box.first().waitFor();
      await page.keyboard.type(key);
      // The results come a moment later.
      await page.waitForTimeout(700);
      return;
    }
    await page.keyboard.press(NAMES[key] ?? key);
    await page.waitForTimeout(300);
  }
});

/** The steps that open the source in the browser. */
const LEAVES = [6, 8];
