import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type * as Axe from 'axe-core';
import type { Locator } from 'playwright-core';
import { REPO } from '../support/paths.ts';
import { THEMES } from './themes.ts';
import { useWindow } from './useWindow.ts';
import type { Workbench } from './workbench.ts';

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

describe('Whoever reads', () => {
  let window: Workbench;
  const files = { 'briefings/all.md': BRIEFING };
  useWindow({ files, settings: { 'briefings.showBundled': false } }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.unfold('All that a page can hold');
    await window.treeItem(/^Label/).click();
    await window.card.waitFor();
  });

  for (const { name, theme, body } of THEMES) {
    it(`finds nothing in the way, in ${name}`, async () => {
      await window.configure({ 'workbench.colorTheme': theme }, window.reader.locator(`body.${body}`));
      await window.card.waitFor();
      assert.deepEqual(await violations(), [], 'takeaway');
      await window.card.locator('.reference').first().hover();
      assert.deepEqual(await violations(), [], 'a reference with its actions');
      await window.run('Briefings: Go to End');
      await window.reader.locator('.card.current[data-id=end]').waitFor();
      assert.deepEqual(await violations(), [], 'the end');
      await window.run('Briefings: Show Keys');
      await window.reader.getByRole('dialog').waitFor();
      assert.deepEqual(await violations(), [], 'the keys');
      await window.run('Briefings: Show Keys');
      await window.run('Briefings: Go to Start');
      await window.run('Briefings: Show Whole Briefing');
      await window.reader.locator('.whole').waitFor();
      assert.deepEqual(await violations(), [], 'whole');
      await window.run('Briefings: Show One at a Time');
    });
  }

  it('gets along with the keyboard alone', async () => {
    await window.treeItem(/^Label/).click();
    await window.card.getByRole('heading', { name: 'Label' }).waitFor();
    await window.reader.locator('.card.current').focus();
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

  it('loses nothing at 200 %', async () => {
    await window.page.setViewportSize({ width: 640, height: 400 });
    await window.run('Briefings: Show Whole Briefing');
    const html = window.reader.locator('html');
    assert.equal(await html.evaluate((element) => element.scrollWidth - element.clientWidth), 0);
    await window.run('Briefings: Show One at a Time');
    assert.equal(await html.evaluate((element) => element.scrollWidth - element.clientWidth), 0);
    await window.page.setViewportSize({ width: 1280, height: 800 });
  });

  it('can aim at what is to be clicked', async () => {
    const small = await window.reader.locator('button:visible').evaluateAll((buttons) =>
      buttons
        .map((button) => ({ name: button.textContent, box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    );
    assert.deepEqual(small, []);
  });

  /** What axe-core finds wrong in the page that is shown. */
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

/** Whether an element with the focus has an outline around it. */
function hasRing(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(node);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  });
}
