import fs from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { Workbench } from '../../window/workbench.ts';
import { NEWEST } from '../versions.ts';
import { installServer, nodeFor } from '../vscode/vscodeServer.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { type Bench, type Figure, isMet, mark, median, type Report, shown } from './bench.ts';
import { type Goal, GOALS } from './report/goals.ts';

const ROUNDS = 9;
/** The size of the large briefing, about, in bytes. */
const LARGE = 500_000;
/** The interval at which the page is polled, and the timeout, in ms. */
const POLL_INTERVAL = 5;
const TIMEOUT = 20_000;

/** Measures the reader and VS Code's own Markdown preview in turn, in one window: from the last click to the text. */
export const reader: Bench<'reader'> = {
  doing: 'the reader beside the Markdown preview, in one window',
  run: async (): Promise<Report<'reader'>> => {
    installServer(NEWEST);
    nodeFor(NEWEST);
    const folder = writeFolder();
    const window = await Workbench.open({
      version: NEWEST,
      folder,
      settings: { 'briefings.showBundled': false, 'markdown.preview.openMarkdownLinks': 'inPreview' },
    });
    try {
      const times = {
        firstOpen: await both(window, 'small.md', 'Small report'),
        anotherBriefing: await others(window),
        largeOpen: await both(window, 'large.md', 'Large report'),
      };
      return reportOf(times, await items(window));
    } finally {
      await window.close();
    }
  },
};

/** The times of all runs, in ms. */
interface Times {
  readonly ours: number[];
  readonly preview: number[];
}

function reportOf(
  {
    firstOpen,
    anotherBriefing,
    largeOpen,
  }: Readonly<Record<'firstOpen' | 'anotherBriefing' | 'largeOpen', Times>>,
  shownAfter: readonly number[],
): Report<'reader'> {
  const goals = GOALS.reader;
  const most = shown(Math.max(...shownAfter), 'ms');
  const figures = {
    firstOpen: ratio(firstOpen),
    anotherBriefing: ratio(anotherBriefing),
    largeOpen: ratio(largeOpen),
    item: { here: median(shownAfter) },
  };
  return {
    lines: [
      lineOf('first open', figures.firstOpen, goals.firstOpen),
      lineOf('another briefing in an open panel', figures.anotherBriefing, goals.anotherBriefing),
      lineOf(`first open of ${LARGE / 1000} kB`, figures.largeOpen, goals.largeOpen),
      lineOf(`another item of the same briefing, in the page, at most ${most}`, figures.item, goals.item),
    ],
    figures,
  };
}

function ratio({ ours, preview }: Times): Figure {
  const [our, its] = [median(ours), median(preview)];
  return { here: our / its, detail: shown(our, 'ms'), anchor: shown(its, 'ms') };
}

/** `first open: 0.83 × (343 ms; the preview 412 ms; goal 1)` */
function lineOf(what: string, { here, detail, anchor }: Figure, goal: Goal): string {
  const remarks = [detail, anchor && `the preview ${anchor}`, `goal ${goal.goal}`].filter(Boolean);
  return `${what}: ${shown(here, goal.unit)} (${remarks.join('; ')})${mark(isMet(goal, here))}`;
}

/** Measures opening a file, which is open as text, as a preview and as a briefing, each in a new panel. */
async function both(window: Workbench, file: string, title: string): Promise<Times> {
  const times: Times = { ours: [], preview: [] };
  for (let i = 0; i < ROUNDS; i++) {
    for (const [command, list] of [
      ['Markdown: Open Preview', times.preview],
      ['Briefings: Read as Briefing', times.ours],
    ] as const) {
      await openText(window, file);
      const row = await listed(window, command);
      const start = await press(window, row);
      await seen(window, pageOf(window).getByText(title).first());
      list.push(performance.now() - start);
      await window.run('View: Close All Editors');
    }
  }
  return times;
}

/** Measures following a link from one briefing to the next, in an open panel. */
async function others(window: Workbench): Promise<Times> {
  const times: Times = { ours: [], preview: [] };
  for (const [command, list] of [
    ['Markdown: Open Preview', times.preview],
    ['Briefings: Read as Briefing', times.ours],
  ] as const) {
    await openText(window, 'ring-0.md');
    await (await listed(window, command)).click();
    const isOurs = command.startsWith('Briefings');
    if (isOurs) await pageOf(window).locator('.card.current').waitFor();
    for (let i = 0; i < ROUNDS; i++) {
      // The view is set for each briefing, and the link is at the end of the whole briefing.
      if (isOurs) await window.run('Briefings: Show Whole Briefing');
      const link = pageOf(window)
        .getByRole('link', { name: `to report ${i + 1}`, exact: true })
        .first();
      await link.waitFor();
      // Let the new page finish its work.
      await window.page.waitForTimeout(500);
      const start = await press(window, link);
      const title = pageOf(window).getByText(`Report ${i + 1}`, { exact: true });
      await seen(window, title.locator('visible=true').first());
      list.push(performance.now() - start);
    }
    await window.run('View: Close All Editors');
  }
  return times;
}

/** Measures inside the page: from the message that names another item until that item is laid out. */
async function items(window: Workbench): Promise<readonly number[]> {
  await openText(window, 'large.md');
  await window.run('Briefings: Read as Briefing');
  await pageOf(window).locator('.card.current').waitFor();
  const times = await pageOf(window)
    .locator('body')
    .evaluate(() => {
      const cards = JSON.parse(document.getElementById('cards')?.textContent ?? '[]') as [string, string][];
      const ids = cards.map(([id]) => id);
      return ids.slice(1, 102).map((id) => {
        const start = performance.now();
        globalThis.dispatchEvent(new MessageEvent('message', { data: { type: 'show', id, view: 'item' } }));
        // Forces the layout.
        document.querySelector('.card.current')?.getBoundingClientRect();
        return performance.now() - start;
      });
    });
  await window.run('View: Close All Editors');
  return times;
}

/** Waits until something is visible. Playwright’s own waiting soon polls only twice a second. */
async function seen({ page }: Workbench, what: Locator): Promise<void> {
  const end = performance.now() + TIMEOUT;
  while (!(await what.isVisible())) {
    if (performance.now() > end) throw new Error('Nothing has been shown.');
    await page.waitForTimeout(POLL_INTERVAL);
  }
}

function pageOf(window: Workbench): FrameLocator {
  return window.reader;
}

async function openText(window: Workbench, file: string): Promise<void> {
  await window.page.keyboard.press('Control+P');
  const input = window.page.locator('.quick-input-widget input').first();
  await input.fill(file);
  await window.choose(file);
  await window.page.locator('.editor-instance .view-lines').first().waitFor();
  // The palette offers the commands for the file's language only once that is known.
  await window.page.waitForTimeout(700);
}

/** Clicks, and returns when. Does not use Playwright's `click`, which waits for several conditions first. */
async function press({ page }: Workbench, target: Locator): Promise<number> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to click.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const start = performance.now();
  await page.mouse.down();
  await page.mouse.up();
  return start;
}

/** Opens the palette, and returns a command's row in it, to be clicked. */
async function listed(window: Workbench, command: string): Promise<Locator> {
  await window.page.keyboard.press('F1');
  const widget = window.page.locator('.quick-input-widget');
  await widget.locator('input').first().fill(`>${command}`);
  // The exact name, as other commands begin with the same words.
  const row = widget.locator('.monaco-list-row .label-name', { hasText: new RegExp(`^${command}$`) });
  await row.waitFor();
  return row;
}

/** Writes the files, but not into a folder named briefings, so that the extension only reads what is opened. */
function writeFolder(): string {
  const { path: folder } = temporaryFolder();
  const write = (name: string, text: string) => {
    fs.writeFileSync(path.join(folder, name), text);
  };
  write('small.md', report('Small report', 5));
  for (let i = 0; i <= ROUNDS; i++)
    write(`ring-${i}.md`, `${report(`Report ${i}`, 5)}\n[to report ${i + 1}](ring-${i + 1}.md)\n`);
  const one = report('', 1).length;
  write('large.md', report('Large report', Math.round(LARGE / one)));
  return folder;
}

/** A briefing with a number of sections, each with two takeaways and two paragraphs. */
function report(title: string, sections: number): string {
  const parts = Array.from(
    { length: sections },
    (_, i) => `## Part ${i}

- **Berth ${i}:** Closed until Thursday, as the port says. ([notice](https://port.example/${i}))
- **Tug ${i}:** Back from the yard, and ready at noon.

Fog is expected after midnight, and the night ferry will wait for it to lift. It has done so before, and was an hour late.

Two ships came in from the north, both with timber, and both leave again on Friday.
`,
  );
  return `# ${title}\n\n${parts.join('\n')}`;
}
