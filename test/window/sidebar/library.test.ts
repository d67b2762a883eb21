import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { localDay } from '../../../src/library/days.ts';
import { generatedBriefing } from '../../support/bench/texts/manyBriefings.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const COUNT = 1000;

/** Many briefings from several years, and two of today. */
function files(): Record<string, string> {
  const day = localDay(new Date());
  const old = Array.from({ length: COUNT - 2 }, (_, i) => generatedBriefing(i));
  return {
    ...Object.fromEntries(old.map(({ name, text }) => [`briefings/${name}`, text])),
    [`briefings/${day}-morning.md`]: fresh('Morning news', 'Ferry', 'Lock'),
    [`briefings/${day}-noon.md`]: fresh('Noon news', 'Pilot', 'Crane'),
  };
}

/** The one of the pilot is long. */
function fresh(title: string, ...labels: readonly string[]): string {
  const words = Array.from({ length: 120 }, (_, i) => `Sentence ${i} of a long one.`).join('\n\n  ');
  const items = labels.map(
    (label) => `- **${label}:** what ${title} says of it.\n\n  ${label === 'Pilot' ? words : 'No more.'}`,
  );
  return `# ${title}\n\n## Key Takeaways\n\n${items.join('\n')}\n`;
}

/* A normal day with a thousand briefings. */
describe('A library of a thousand briefings', () => {
  let window: Workbench;
  const settings = { 'briefings.showBundled': false, 'window.commandCenter': false };
  const folder = useWindow({ files: files(), settings }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.treeItem(/^Morning news/).waitFor();
  });

  it('shows what is new today on top', async () => {
    const rows = window.page.locator('.sidebar [role=treeitem]');
    assert.match(await rows.nth(0).innerText(), /^New/);
    assert.match((await rows.nth(1).getAttribute('aria-label')) ?? '', /^Morning news, unread, 2 items/);
    await window.screenshot('library');
  });

  it('marks what was in view for a moment as read, and shows it', async () => {
    await window.unfold(/^Morning news/);
    await window.treeItem(/^Ferry/).click();
    await window.card.getByRole('heading', { name: 'Ferry' }).waitFor();
    await window.treeItem(/^Ferry, read/).waitFor();
    await window.treeItem(/^Morning news, 1 unread, 2 items/).waitFor();
  });

  it('undoes that', async () => {
    await window.run('Briefings: Undo Mark as Read');
    await window.treeItem(/^Ferry, unread/).waitFor();
  });

  it('is followed by another window, and shows the marks of that one', async () => {
    const other = await window.another();
    await other.showSidebar();
    await other.treeItem(/^Noon news, unread/).waitFor();
    await other.chooseFor(other.treeItem(/^Noon news/), 'Add Star');
    await window.treeItem(/^Noon news, unread, starred/).waitFor();
    await other.chooseFor(other.treeItem(/^Noon news/), 'Remove Star');
    await window.treeItem(/^Noon news, unread, 2/).waitFor();
    await other.page.close();
  });

  it('goes on to what is unread, across briefings', async () => {
    await window.run('Briefings: Next Unread');
    await window.card.getByRole('heading', { name: 'Lock' }).waitFor();
    await window.treeItem(/^Lock, read/).waitFor();
    await window.run('Briefings: Next Unread');
    await window.card.getByRole('heading', { name: 'Pilot' }).waitFor();
  });

  it('is at the same line again after the window was closed in mid-item', async () => {
    await window.card.getByText('Sentence 60 of a long one.').scrollIntoViewIfNeeded();
    const before = await topSentence(window);
    assert.ok(before > 20, `it was scrolled to sentence ${before}`);
    // The page reports its place a moment after scrolling has stopped.
    await window.page.waitForTimeout(2000);
    await window.closeEditors();
    await window.reload();
    await window.run('Briefings: Continue Reading');
    await window.card.getByRole('heading', { name: 'Pilot' }).waitFor();
    await window.page.waitForTimeout(500);
    assert.ok(Math.abs((await topSentence(window)) - before) <= 1, 'the same line');
  });

  it('shows what is new today after a restart too', async () => {
    await window.reload();
    await window.treeItem(/^Morning news/).waitFor();
    const time = await window.page.evaluate(() => performance.now());
    console.log(`      today's briefings: ${time.toFixed(0)} ms after the window began to open`);
  });

  it('finds words in titles and labels, and says how to leave an empty view', async () => {
    const filter = (words: string) =>
      window.answer('Briefings: Filter by Words…', async () => {
        const box = window.page.getByPlaceholder('Filter briefings');
        await box.fill(words, { timeout: 3000 });
        await box.press('Enter', { timeout: 3000 });
      });
    await filter('ferry');
    const rows = window.page.locator('.sidebar [role=treeitem]');
    await window.treeItem(/^Noon news/).waitFor({ state: 'hidden' });
    await window.treeItem(/^Morning news/).waitFor();
    assert.match((await rows.nth(1).getAttribute('aria-label')) ?? '', /^Morning news/);
    await filter('no such words');
    await window.page.getByText('No briefing matches the filter.').waitFor();
    await window.screenshot('filtered');
    await window.page
      .getByRole('button', { name: 'Clear Filter' })
      .or(window.page.getByText('Clear Filter'))
      .first()
      .click();
    await window.treeItem(/^Noon news/).waitFor();
  });

  it('drops a takeaway into an editor as a quotation', async () => {
    await window.page.keyboard.press('Control+N');
    const lines = window.page.locator('.editor-group-container.active .editor-instance .view-lines');
    await lines.waitFor();
    await window.page.keyboard.type('Notes\n\n\n\n');
    await window.unfold(/^\S+ and \S+: report 0,/);
    const takeaway = window.row(/in district 0-0,/);
    await takeaway.hover();
    const from = await takeaway.boundingBox();
    const to = await lines.boundingBox();
    assert.ok(from && to);
    const { mouse, keyboard } = window.page;
    await mouse.move(from.x + 60, from.y + 8);
    await mouse.down();
    await mouse.move(from.x + 90, from.y + 20, { steps: 5 });
    await window.page.waitForTimeout(300);
    // As VS Code says during a drag: Shift drops into the editor.
    await keyboard.down('Shift');
    await mouse.move(to.x + 100, to.y + 60, { steps: 10 });
    await window.page.waitForTimeout(600);
    await mouse.move(to.x + 104, to.y + 62, { steps: 3 });
    await window.page.waitForTimeout(300);
    await mouse.up();
    await keyboard.up('Shift');
    await lines.getByText('— [Notice 0-1](<https://notices.example/0/1>)').waitFor();
  });

  it('follows a file that is added', async () => {
    fs.writeFileSync(path.join(folder.path, 'briefings', 'late.md'), fresh('Late news', 'Fog'));
    await window.treeItem(/^Late news/).waitFor();
  });

  it('opens a takeaway of any briefing by its words', async () => {
    await window.run('Briefings: Open Item…', true);
    const input = window.page.locator('.quick-input-widget input').first();
    await input.fill('district 990-4');
    await window.choose('in district 990-4,');
    await window.card.getByText('in district 990-4,').waitFor();
  });
});

/** The number of the first visible sentence. */
function topSentence(window: Workbench): Promise<number> {
  return window.card.evaluate((card) => {
    const lines = [...card.querySelectorAll('p')].filter((line) => /^Sentence \d+/.test(line.textContent));
    const first = lines.find((line) => line.getBoundingClientRect().bottom > 0);
    return Number(/\d+/.exec(first?.textContent ?? '')?.[0] ?? -1);
  });
}
