import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type * as Axe from 'axe-core';
import type { Locator } from 'playwright-core';
import { REPO } from '../../support/paths.ts';
import { cutOff } from '../support/cutOff.ts';
import { THEMES } from '../support/themes.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';
import { someOf } from '../../support/sample.ts';

const AXE = path.join(REPO, 'node_modules', 'axe-core', 'axe.min.js');

const BRIEFING = `# All that a page can hold

A lede with a [link](https://port.example/1) and an emoji ⚓.

## Key Takeaways

- **Label:** words with a citation [1], \`code\` and **bold**. 🤝
- Words without a label.
  - and a list in it

## Tables and code

| Ship | Due |
| --- | ---: |
| Aurora | 12:30 |

\`\`\`
a line of code that is so long that it has to be scrolled in a window of any width that a person has, I should think
\`\`\`

> A quotation.

![a picture](https://images.example/a.png)

## References

1. [A source](https://port.example/14)
2. One without a link
`;

/** No item names a source of its own, so many may be shown. */
const FOLDED = `# Many references

## Key Takeaways

- Words that name no source.

## References

${[1, 2, 3, 4, 5].map((number) => `- [Source ${number}](https://port.example/${number})`).join('\n')}
`;

interface State {
  readonly name: string;
  readonly enter: (window: Workbench, file: string) => Promise<void>;
  readonly leave?: (window: Workbench, file: string) => Promise<void>;
}

/** All states of the reader’s page, one after the other, from the takeaway `Label` on. */
const STATES: readonly State[] = [
  { name: 'a takeaway', enter: ({ card }) => card.waitFor() },
  {
    name: 'a citation with what it cites',
    async enter({ card, reader }) {
      await card.locator('.citation a').first().hover();
      await reader.locator('#citation').waitFor();
    },
    leave: async ({ page, reader }) => {
      await page.mouse.move(640, 4);
      await reader.locator('#citation').waitFor({ state: 'detached' });
    },
  },
  { name: 'a reference with its actions', enter: ({ card }) => card.locator('.reference').first().hover() },
  {
    name: 'what is read and has a star',
    async enter({ page, reader }) {
      for (const [key, press] of [
        ['m', 'markRead'],
        ['s', 'star'],
      ] as const) {
        // It may already be pressed from the theme before.
        const pressed = reader.locator(`[data-press=${press}][aria-pressed=true]`);
        if ((await pressed.count()) === 0) await page.keyboard.press(key);
        await pressed.waitFor();
      }
    },
  },
  {
    name: 'the find box',
    async enter({ page }) {
      await page.keyboard.press('/');
      await page.locator('.simple-find-part.visible input:focus').waitFor();
      await page.keyboard.type('words');
    },
    async leave({ page, reader }) {
      await page.keyboard.press('Escape');
      await reader.locator('.whole').waitFor();
      await page.keyboard.press('f');
      await reader.locator('.card.current').waitFor();
    },
  },
  {
    name: 'the keys',
    async enter({ page, reader }) {
      await page.keyboard.press('Shift+Slash');
      await reader.getByRole('dialog').waitFor();
    },
    async leave({ page, reader }) {
      await page.keyboard.press('Escape');
      await reader.getByRole('dialog').waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'the whole',
    async enter({ page, reader }) {
      await page.keyboard.press('f');
      await reader.locator('.whole').waitFor();
    },
    async leave({ page, card }) {
      await page.keyboard.press('f');
      await card.waitFor();
    },
  },
  {
    name: 'a passage with a table, code, a quotation and an image that is not loaded',
    async enter({ page, card }) {
      for (let i = 0; i < 2; i++) await page.keyboard.press('j');
      await card.locator('table').waitFor();
    },
  },
  {
    name: 'the end, with a star and with what is left',
    async enter({ page, reader }) {
      await page.keyboard.press('Shift+G');
      await reader.locator('.card.current[data-id=end]').waitFor();
    },
  },
  {
    name: 'a file that can no longer be read',
    async enter({ reader }, file) {
      fs.writeFileSync(file, new Uint8Array([0, 1, 2, 0]));
      await reader.locator('.fault', { hasText: 'binary' }).waitFor();
    },
    async leave({ reader }, file) {
      fs.writeFileSync(file, BRIEFING);
      await reader.locator('.fault:empty').waitFor({ state: 'attached' });
    },
  },
];

describe('The accessibility of the reader', () => {
  let window: Workbench;
  const files = {
    'briefings/all.md': BRIEFING,
    'briefings/folded.md': FOLDED,
    'briefings/none.md': '# A title alone\n',
  };
  const settings = { 'briefings.showBundled': false, 'briefings.markRead': 'manual' };
  const folder = useWindow({ files, settings }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.unfold('All that a page can hold');
    await window.treeItem(/^Label/).click();
    await window.card.waitFor();
  });
  const file = path.join(folder.path, 'briefings', 'all.md');

  /** The state that all others start from, reached with the keys of the reader. */
  async function beginAtLabel(): Promise<void> {
    await window.unfold('All that a page can hold');
    await window.treeItem(/^Label/).click();
    await window.reader.locator('.card.current:focus', { hasText: 'Label' }).waitFor();
  }

  for (const { name, theme, body } of someOf(THEMES))
    it(`has no violation in ${name}`, async () => {
      await window.configure({ 'workbench.colorTheme': theme }, window.reader.locator(`body.${body}`));
      await beginAtLabel();
      for (const state of STATES) {
        await state.enter(window, file);
        assert.deepEqual(await violations(), [], state.name);
        await state.leave?.(window, file);
      }
    });

  // The minimum and the maximum of the setting.
  for (const size of [8, 48])
    it(`has no violation, and nothing is cut off, at ${size} px`, async () => {
      const sized = window.reader.locator(`html[style*="--reader-font-size: ${size}px"]`);
      await window.configure({ 'briefings.reader.fontSize': size }, sized);
      await beginAtLabel();
      for (const { name, enter, leave } of STATES) {
        await enter(window, file);
        assert.deepEqual(await violations(), [], name);
        assert.deepEqual(await cutOff(window.reader.locator('body')), [], name);
        await leave?.(window, file);
      }
    });

  it('has no violation if there is nothing to read', async () => {
    await window.configure({}, window.card);
    await window.treeItem(/^A title alone/).click();
    await window.reader.getByRole('heading', { name: 'A title alone' }).waitFor();
    assert.deepEqual(await violations(), []);
  });

  it('has no violation with collapsed and expanded references', async () => {
    await window.unfold('Many references');
    await window.treeItem(/^Words that name no source/).click();
    const fold = window.reader.locator('.card.current summary');
    await fold.waitFor();
    assert.deepEqual(await violations(), []);
    const { height = 0 } = (await fold.boundingBox()) ?? {};
    assert.ok(height >= 24, `a fold of ${height} px`);
    await fold.focus();
    await window.page.keyboard.press('Enter');
    await window.reader.locator('.card.current .reference').first().waitFor();
    assert.deepEqual(await violations(), []);
  });

  it('allows everything by keyboard', async () => {
    await beginAtLabel();
    const seen = new Set<string>();
    for (let i = 0; i < 30; i++) {
      await window.page.keyboard.press('Tab');
      const focused = window.reader.locator(':focus');
      if ((await focused.count()) === 0) break;
      seen.add(
        await focused
          .first()
          .evaluate((element) => element.getAttribute('aria-label') ?? element.textContent),
      );
      assert.ok(await hasRing(focused.first()), 'the focus can be seen');
    }
    for (const name of ['[1]', 'A source'])
      assert.ok(seen.has(name), `${name} among ${[...seen].join(', ')}`);
  });

  it('loses nothing at a zoom of 200 %', async () => {
    await window.page.setViewportSize({ width: 640, height: 400 });
    await window.run('Briefings: Show Whole Briefing');
    const html = window.reader.locator('html');
    assert.equal(await html.evaluate((element) => element.scrollWidth - element.clientWidth), 0);
    await window.run('Briefings: Show One at a Time');
    assert.equal(await html.evaluate((element) => element.scrollWidth - element.clientWidth), 0);
    await window.page.setViewportSize({ width: 1280, height: 800 });
  });

  it('has targets that are large enough to click', async () => {
    const small = await window.reader.locator('button:visible').evaluateAll((buttons) =>
      buttons
        .map((button) => ({ name: button.textContent, box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    );
    assert.deepEqual(small, []);
  });

  /** The violations that axe-core finds in the page. */
  async function violations(): Promise<string[]> {
    const source = fs.readFileSync(AXE, 'utf8');
    const root = window.reader.locator('html');
    return root.evaluate(async (_, script) => {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
      new Function(script)();
      const { axe } = globalThis as unknown as { axe: typeof Axe };
      const { violations: found } = await axe.run(document);
      return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    }, source);
  }
});

/** Whether an element with the focus has an outline. */
function hasRing(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(node);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  });
}
