import assert from 'node:assert/strict';
import { cutOff } from '../support/cutOff.ts';
import { wordsIn } from '../support/shownWords.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';
import { someOf } from '../../support/sample.ts';

const BRIEFING = `---
language: uk
date: 2025-08-19
---

# Звіт порту

Порт працює, але не весь.

## Ключові тези

- **Північний причал:** Зачинено до четверга. ([повідомлення](https://port.example/14))
- **Буксири:** Два повернулися. [1]

## Погода

Вітер слабшає, і зображення про це не сперечається. ![хвилі](https://port.example/waves.png)

## Джерела

1. [Журнал](https://port.example/log) — Порт
2. Розмова на причалі
`;

/** Names, words that are the same in every language, and VS Code’s own words, which are English here. */
const SAME =
  /Actions for|briefings\/|\.md|Briefing Reader|VS Code|Markdown|LaTeX|Zotero|Pandoc|Shift|Alt|Space|Enter|Esc|port\.example/g;

describe('VS Code in Ukrainian', () => {
  let window: Workbench;
  const files = { 'briefings/порт.md': BRIEFING, 'briefings/зламаний.md': new Uint8Array([0, 1, 2, 0]) };
  const settings = { 'briefings.showBundled': false, 'briefings.markRead': 'manual' };
  useWindow({ files, settings, language: 'uk' }, async (opened) => {
    window = opened;
    await window.page.getByRole('tab', { name: 'Брифінги' }).click();
    await window.treeItem(/^Звіт порту/).waitFor();
  });

  it('has a sidebar without an English word', async () => {
    await window.unfold(/^Звіт порту/);
    await window.treeItem(/^Північний причал/).waitFor();
    await window.treeItem(/^Погода/).waitFor();
    await window.treeItem(/^Серпень 2025/).waitFor();
    await window.screenshot('uk-sidebar');
    assert.deepEqual(english(await wordsIn(window, 'rows')), []);
  });

  it('leads from the sidebar to a quotation that names its source', async () => {
    await window.treeItem(/^Північний причал/).click();
    await window.reader.locator('.card:focus', { hasText: 'Зачинено до четверга' }).waitFor();
    await window.page.keyboard.press('j');
    await window.reader.locator('.card:focus', { hasText: 'Два повернулися' }).waitFor();
    const { length } = window.requests;
    assert.equal(await window.leaving(() => window.page.keyboard.press('o')), 'https://port.example/log');
    assert.equal(window.requests.length, length);
    const box = window.page.locator('.quick-input-widget');
    await window.answer('Брифінги: Копіювати як…', () =>
      box.locator('.monaco-list-row', { hasText: 'Markdown' }).waitFor({ timeout: 5000 }),
    );
    assert.deepEqual(english(await box.locator('.monaco-list-row .label-description').allInnerTexts()), []);
    await window.choose('Markdown');
    await window.reader.locator('#status', { hasText: 'Скопійовано' }).waitFor();
    const copied = await window.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /Два повернулися/);
    assert.match(copied, /https:\/\/port\.example\/log/);
  });

  it('has a reader without an English word: an item, the keys, the end, the whole view', async () => {
    await window.treeItem(/^Північний причал/).click();
    await window.card.getByRole('heading', { name: 'Північний причал' }).waitFor();
    await window.screenshot('uk-item');
    assert.deepEqual(english(await wordsIn(window, 'page')), []);
    await window.reader.getByRole('button', { name: 'Клавіші' }).click();
    await window.reader.getByRole('dialog', { name: 'Клавіші' }).waitFor();
    await window.screenshot('uk-keys');
    await window.page.keyboard.press('Escape');
    await window.page.keyboard.press('f');
    await window.reader.locator('.whole .end').getByText('Кінець').waitFor();
    await window.screenshot('uk-whole');
    assert.deepEqual(english(await wordsIn(window, 'page')), []);
  });

  it('has the right plural form of a count', async () => {
    await window.reader.locator('.whole').waitFor();
    await window.treeItem(/^Звіт порту.* 4 елементи/).waitFor();
  });

  it(fits('uk'), async () => {
    const welcome = /^Ласкаво просимо до Briefing Reader/;
    await window.closeEditors();
    await window.configure({ 'briefings.showBundled': true }, window.treeItem(welcome));
    await assertFits(window, 'uk', welcome);
  });
});

/** One window is opened again in each language, or one of them; Ukrainian has that of the tests above. */
describe('VS Code in any of the languages', () => {
  let window: Workbench;
  useWindow({ settings: { 'briefings.markRead': 'manual' }, language: 'de' }, (opened) => {
    window = opened;
  });

  for (const [language, tab, welcome] of someOf([
    ['de', 'Briefings', /^Willkommen bei Briefing Reader/],
    ['es', 'Boletines', /^Le damos la bienvenida/],
    ['fr', 'Briefings', /^Bienvenue dans Briefing Reader/],
    ['zh-cn', '简报', /^欢迎/],
  ] as const))
    it(fits(language), async () => {
      if (language !== 'de') await window.goTo({ ew: 'true' }, language);
      const briefings = window.page.getByRole('tab', { name: tab });
      await briefings.waitFor();
      // The window before has left the sidebar open, and a click would hide it.
      if ((await briefings.getAttribute('aria-selected')) !== 'true') await briefings.click();
      await assertFits(window, language, welcome);
      // The next language does not begin with a reader.
      await window.closeEditors();
    });
});

function fits(language: string): string {
  return `shows the welcome briefing in ${language}, with nothing cut off, also at 400 px`;
}

async function assertFits(window: Workbench, language: string, welcome: RegExp): Promise<void> {
  await window.unfold(welcome);
  await window.settled();
  await window.list(
    () => window.treeItem(welcome).click(),
    window.card.getByRole('heading', { name: welcome }),
  );
  await window.page.waitForTimeout(300);
  await window.screenshot(`${language}-welcome`);
  const { width = 0 } = (await window.page.locator('.editor-group-container').boundingBox()) ?? {};
  for (const narrow of [0, Math.round(width) - 400]) {
    await window.page.setViewportSize({ width: 1280 - narrow, height: 800 });
    for (const view of ['item', 'whole']) {
      await window.reader.locator(`body.${view}-view`).waitFor();
      await window.page.waitForTimeout(300);
      if (narrow > 0) await window.screenshot(`${language}-${view}-400`);
      assert.deepEqual(await cutOff(window.reader.locator('body')), []);
      const { wide, wanted } = await window.reader
        .locator('html')
        .evaluate(({ clientWidth, scrollWidth }) => ({ wide: clientWidth, wanted: scrollWidth }));
      assert.ok(wide > 300 && wanted <= wide, `${wanted} px of ${wide}`);
      await window.page.keyboard.press('f');
    }
  }
}

function english(texts: readonly string[]): string[] {
  return texts.filter((text) => /[a-z]{2}/i.test(text.replace(/https?:\S+/g, '').replaceAll(SAME, '')));
}
