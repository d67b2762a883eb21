import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

function lines(name: string): string {
  return Array.from({ length: 60 }, (_, i) => `${name} line ${i} of a long one.`).join('\n\n');
}

const ABOVE = `# Long report

## In brief

- **North quay:** Closed until Thursday.

## Ships

${lines('Ships')}

## Weather

`;
const BELOW = '\n\n## Tides\n\nHigh at noon.\n';
const BRIEFING = `${ABOVE}${lines('Weather')}${BELOW}`;

/** Its lede is longer than a window, and it has no sections. */
const PROSE = `# Prose alone\n\n${lines('Prose')}\n`;

/** So long that only its first part is sent at once. */
const ENDLESS = `# Endless report\n\n${Array.from({ length: 1500 }, (_, i) => `## Part ${i}\n\n- **Berth ${i}:** Closed until Thursday.\n- **Tug ${i}:** Back from the yard.\n`).join('\n')}`;

/** How often a place is looked at before it counts as lost. */
const ATTEMPTS = 20;
/** The tolerance for a place: one line of text, and rounding. */
const A_LINE = 1;

describe('The place where one reads', () => {
  let window: Workbench;
  const files = {
    'briefings/long.md': BRIEFING,
    'briefings/prose.md': PROSE,
    'other.log': 'text\n',
  };
  const settings = { 'briefings.showBundled': false, 'briefings.reader.view': 'whole' };
  const folder = useWindow({ files, settings }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.unfold('Long report');
  });
  const file = path.join(folder.path, 'briefings', 'long.md');
  let scrolled = 0;
  /** Waits for the scrolled place, and not only for the start of the section. */
  const placeIsWritten = () => {
    const places = window.writtenMarks().flatMap((mark) => (mark.kind === 'place' ? [mark] : []));
    const last = places.sort((a, b) => a.stamp - b.stamp).at(-1);
    return last !== undefined && last.stamp >= scrolled && last.place.offset > 0.2;
  };

  const scrollToMiddle = () =>
    window.reader.getByText('Weather line 30 of').evaluate((line) => {
      line.scrollIntoView({ block: 'center' });
    });

  const isNearMiddle = (line: number) => Math.abs(line - 30) < 15;

  beforeEach(async () => {
    fs.writeFileSync(file, BRIEFING);
    await window.unfold('Long report');
    await window.treeItem(/^Weather/).click();
    await window.reader.locator('.whole #s-weather').waitFor();
    // It may be an old row, and a busy reader may get to the section only after it was scrolled.
    let attempt = 0;
    do {
      await window.page.waitForTimeout(300);
      scrolled = Date.now();
      await scrollToMiddle();
      // The page stores the place once scrolling has stopped.
      await window.page.waitForTimeout(500);
    } while (++attempt < ATTEMPTS && !isNearMiddle(await lineRead()));
  });

  const cases: readonly (readonly [what: string, change: () => Promise<void>])[] = [
    [
      'a tab switch',
      async () => {
        await window.openFile('other.log');
        await window.page.locator('.editor-instance .view-lines', { hasText: 'text' }).waitFor();
        await window.page.getByRole('tab', { name: 'Long report' }).click();
      },
    ],
    [
      'hiding the editors and showing them again',
      async () => {
        await window.run('View: Toggle Maximized Panel');
        await window.page.waitForTimeout(500);
        await window.run('View: Hide Panel');
      },
    ],
    [
      'a split',
      async () => {
        await window.run('View: Move Editor into Right Group');
        await window.page.waitForTimeout(500);
      },
    ],
    ['a reload of the window', () => window.reload()],
    [
      'a restart',
      async () => {
        // A busy reader may get to the section only after the page was scrolled.
        while (!placeIsWritten()) {
          await scrollToMiddle();
          await window.page.waitForTimeout(500);
        }
        await window.page.goto('about:blank');
        await window.page.goBack();
      },
    ],
    [
      'another size of the text',
      async () => {
        await window.run('Briefings: Increase Font Size');
        await window.run('Briefings: Increase Font Size');
        await window.reader.locator('html[style*="--reader-font-size: 16px"]').waitFor();
      },
    ],
    [
      'another size of the window',
      async () => {
        await window.page.setViewportSize({ width: 900, height: 700 });
      },
    ],
    [
      'another theme',
      async () => {
        await window.configure(
          { 'workbench.colorTheme': 'Default Light Modern' },
          window.reader.locator('body.vscode-light'),
        );
      },
    ],
    [
      'an edit above it',
      async () => {
        fs.writeFileSync(file, BRIEFING.replace('## Ships', `## Tugs\n\n${lines('Tugs')}\n\n## Ships`));
        await window.reader.locator('#s-tugs').waitFor({ state: 'attached' });
      },
    ],
    [
      'an edit below it',
      async () => {
        fs.writeFileSync(file, `${BRIEFING}\n## Lights\n\n${lines('Lights')}\n`);
        await window.reader.locator('#s-lights').waitFor({ state: 'attached' });
      },
    ],
    [
      'an edit inside of what is read',
      async () => {
        fs.writeFileSync(file, BRIEFING.replace('Weather line 31 of', 'Weather line 31, corrected, of'));
        await window.reader.getByText('Weather line 31, corrected').waitFor({ state: 'attached' });
      },
    ],
    [
      'a file that is emptied, and written again later',
      async () => {
        fs.writeFileSync(file, '');
        await window.reader.locator('#s-weather').waitFor({ state: 'detached' });
        await window.page.waitForTimeout(1000);
        fs.writeFileSync(file, BRIEFING);
      },
    ],
    [
      'a file that is written in two goes',
      async () => {
        fs.writeFileSync(file, ABOVE.slice(0, ABOVE.indexOf('Ships line 9')));
        await window.reader.locator('#s-weather').waitFor({ state: 'detached' });
        await window.page.waitForTimeout(1000);
        fs.writeFileSync(file, BRIEFING);
      },
    ],
  ];

  for (const [what, change] of cases) {
    it(`survives ${what}`, async () => {
      const before = await lineRead();
      assert.ok(isNearMiddle(before), `line ${before}`);
      await change();
      await window.reader.locator('.whole #s-weather').waitFor();
      // The page has its words before its script runs, which marks the current item.
      await window.reader.locator('.contents [aria-current]').waitFor({ state: 'attached' });
      await window.page.waitForTimeout(700);
      let after = await lineRead();
      // A busy page scrolls later.
      for (let attempt = 1; Math.abs(after - before) > A_LINE && attempt < ATTEMPTS; attempt++) {
        await window.page.waitForTimeout(700);
        after = await lineRead();
      }
      assert.ok(Math.abs(after - before) <= A_LINE, `from line ${before} to ${after}`);
      await window.reader.locator('.whole #s-weather .passage[aria-current]').waitFor();
    });
  }

  it('survives in a briefing without sections', async () => {
    const prose = window.reader.getByText('Prose line 30 of');
    const open = async () => {
      await window.chooseFor(window.treeItem(/^Prose alone/), /^Open$/);
      await prose.waitFor();
    };
    const isThere = async (after: string) => {
      await prose.waitFor();
      await window.page.waitForTimeout(700);
      const { y = 0 } = (await prose.boundingBox()) ?? {};
      assert.ok(y > 100 && y < 700, `at ${y} after ${after}`);
    };
    await open();
    await prose.evaluate((line) => {
      line.scrollIntoView({ block: 'center' });
    });
    await isThere('scrolling');
    await window.unfold('Long report');
    await window.treeItem(/^Weather/).click();
    await window.reader.locator('.whole #s-weather').waitFor();
    await open();
    await isThere('reading something else');
    await window.run('View: Toggle Maximized Panel');
    await window.page.waitForTimeout(500);
    await window.run('View: Hide Panel');
    await isThere('hiding it');
    await window.reload();
    await isThere('a reload');
    await window.closeEditors();
    await window.run('Briefings: Continue Reading');
    await isThere('closing it');
  });

  it('moves to the nearest item before it if its item is removed', async () => {
    fs.writeFileSync(file, `${ABOVE.replace('## Weather', '')}${BELOW}`);
    await window.reader.locator('#s-weather').waitFor({ state: 'detached' });
    await window.reader.locator('.whole #s-ships .passage[aria-current]').waitFor();
  });

  it('is followed by the sidebar, which does not take the focus', async () => {
    const selected = window.page.locator('.sidebar [role=treeitem][aria-selected=true]');
    await window.reader.locator('.whole').hover();
    for (const [delta, name] of [
      [-900, 'Ships'],
      [900, 'Weather'],
    ] as const) {
      const isThere = selected.filter({ hasText: name });
      for (let i = 0; i < 10 && !(await isThere.isVisible()); i++) {
        await window.page.mouse.wheel(0, delta);
        await window.page.waitForTimeout(300);
      }
      await isThere.waitFor();
    }
    assert.equal(await window.page.evaluate(() => document.activeElement?.tagName), 'IFRAME');
  });

  it('survives in a briefing that is too long to be sent at once', async () => {
    const { keyboard } = window.page;
    const headline = (words: string) =>
      window.card.getByRole('heading', { name: words, exact: true }).waitFor();
    const isInView = async (words: string) => {
      const { y = 0 } = (await window.reader.locator('.whole').getByText(words).boundingBox()) ?? {};
      assert.ok(y > 0 && y < 800, `${words} at ${y}`);
    };
    // Only now: a click that misses its row could expand it, and move all others out of view.
    fs.writeFileSync(path.join(folder.path, 'briefings', 'endless.md'), ENDLESS);
    await window.chooseFor(window.treeItem(/^Endless report/), /^Open$/);
    const berth = window.reader.locator('.whole').getByText('Berth 700');
    await berth.evaluate((line) => {
      line.scrollIntoView({ block: 'start' });
    });
    await window.reader.locator('.whole [aria-current]', { hasText: /(?:Berth|Tug) 70\d/ }).waitFor();
    await window.page.waitForTimeout(500);
    await window.run('Briefings: Show One at a Time');
    await window.card.waitFor();
    const name = (await window.card.locator('.name').innerText()).trim();
    const [, kind = '', at = ''] = /^(Berth|Tug) (\d+)$/.exec(name) ?? [];
    assert.ok(Number(at) >= 700 && Number(at) < 710, name);
    await window.reload();
    await headline(name);
    // At once, like a fast reader, while the rest of the page may be on its way.
    const next = kind === 'Berth' ? `Tug ${at}` : `Berth ${Number(at) + 1}`;
    await window.card.focus();
    await keyboard.press('j');
    await headline(next);
    await window.run('View: Toggle Maximized Panel');
    await window.page.waitForTimeout(500);
    await window.run('View: Hide Panel');
    await headline(next);
    await window.run('Briefings: Go to End');
    await window.reader.locator('.end-card.current').waitFor();
    await window.run('Briefings: Previous');
    await headline('Tug 1499');
    await window.run('Briefings: Show Whole Briefing');
    await window.reader.locator('.whole [aria-current]', { hasText: 'Tug 1499' }).waitFor();
    await isInView('Tug 1499');
    await window.closeEditors();
  });

  /** The number of the line at the reading line of the page. */
  function lineRead(): Promise<number> {
    return window.reader.locator('.whole #s-weather p').evaluateAll((lines) => {
      const line = innerHeight * 0.3;
      const [nearest] = lines
        .map((one) => ({ one, distance: Math.abs(one.getBoundingClientRect().top - line) }))
        .sort((a, b) => a.distance - b.distance);
      return Number(/line (\d+)/.exec(nearest?.one.textContent ?? '')?.[1] ?? NaN);
    });
  }
});
