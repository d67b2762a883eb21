import assert from 'node:assert/strict';
import { useWindow } from './useWindow.ts';
import type { Workbench } from './workbench.ts';

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

/** Names, what is written the same in every language, and VS Code’s own words, which are in English here. */
const SAME =
  /Actions for|briefings\/|\.md|Briefing Reader|VS Code|Markdown|Shift|Alt|Space|Enter|port\.example/g;

describe('VS Code in Ukrainian', () => {
  let window: Workbench;
  const files = { 'briefings/порт.md': BRIEFING, 'briefings/зламаний.md': new Uint8Array([0, 1, 2, 0]) };
  const settings = { 'briefings.showBundled': false, 'briefings.markRead': 'manual' };
  useWindow({ files, settings, language: 'uk' }, async (opened) => {
    window = opened;
    await window.page.getByRole('tab', { name: 'Брифінги' }).click();
    await window.treeItem(/^Звіт порту/).waitFor();
  });

  it('has a sidebar without a word of English', async () => {
    await window.unfold(/^Звіт порту/);
    await window.treeItem(/^Північний причал/).waitFor();
    await window.treeItem(/^Погода/).waitFor();
    await window.screenshot('uk-sidebar');
    assert.deepEqual(english(await wordsIn(window, 'rows')), []);
  });

  it('has a reader without a word of English: an item, the keys, the end, the whole', async () => {
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

  it('says a count in the form that it has there', async () => {
    await window.reader.locator('.whole').waitFor();
    await window.treeItem(/^Звіт порту.* 4 елементи/).waitFor();
  });
});

// The two whose words are the longest.
for (const [language, tab, welcome] of [
  ['de', 'Briefings', /^Willkommen bei Briefing Reader/],
  ['fr', 'Briefings', /^Bienvenue dans Briefing Reader/],
] as const) {
  describe(`VS Code in ${language}`, () => {
    let window: Workbench;
    useWindow({ language, settings: { 'briefings.markRead': 'manual' } }, async (opened) => {
      window = opened;
      await window.page.getByRole('tab', { name: tab }).click();
    });

    it('welcomes in its language, in an editor that is 400 px wide', async () => {
      await window.treeItem(welcome).click();
      await window.card.getByRole('heading', { name: welcome }).waitFor();
      const { width = 0 } = (await window.page.locator('.editor-group-container').boundingBox()) ?? {};
      await window.page.setViewportSize({ width: 1280 - Math.round(width) + 400, height: 800 });
      for (const view of ['item', 'whole']) {
        await window.reader.locator(`body.${view}-view`).waitFor();
        await window.page.waitForTimeout(300);
        await window.screenshot(`${language}-${view}-400`);
        const { wide, wanted } = await window.reader
          .locator('html')
          .evaluate(({ clientWidth, scrollWidth }) => ({ wide: clientWidth, wanted: scrollWidth }));
        assert.ok(wide > 300 && wanted <= wide, `${wanted} px of ${wide}`);
        await window.page.keyboard.press('f');
      }
    });
  });
}

/** All that is seen of it, or read out. */
function wordsIn(window: Workbench, part: 'rows' | 'page'): Promise<string[]> {
  const all =
    part === 'page' ? window.reader.locator('body') : window.page.locator('.sidebar .monaco-list-rows');
  return all.evaluate((root) => {
    const found: string[] = [];
    for (const element of root.querySelectorAll(':not(script)')) {
      for (const node of element.childNodes) if (node.nodeType === 3) found.push(node.nodeValue ?? '');
      for (const name of ['title', 'aria-label', 'placeholder', 'alt', 'data-on', 'data-off'])
        found.push(element.getAttribute(name) ?? '');
    }
    return found.map((text) => text.trim()).filter(Boolean);
  });
}

function english(texts: readonly string[]): string[] {
  return texts.filter((text) => /[a-z]{2}/i.test(text.replace(/https?:\S+/g, '').replaceAll(SAME, '')));
}
