import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { secondsOf } from '../../../src/briefing/text/readingTime.ts';
import { briefingTooltip } from '../../../src/workbench/sidebar/briefingTooltip.ts';
import { file, forgetReading, nodeAt, parts, run, until, write } from '../support/parts.ts';

const COUNTED = file('briefings/counted.md');
const long = (words: number) => 'tide '.repeat(words).trim();

/** Texts whose items could be counted in several ways, each with its number of items. */
const TEXTS: readonly (readonly [about: string, text: string, items: number])[] = [
  [
    'takeaways between prose',
    '# Counted\n\nLede.\n\n## A\n\n- **One:** x\n- **Two:** y\n\nAfter.\n\n## B\n\nz',
    5,
  ],
  [
    'a line that introduces a list',
    '# Counted\n\n## A\n\nOf these it is said:\n\n- **One:** x\n- **Two:** y',
    2,
  ],
  ['the same words twice', '# Counted\n\n## A\n\n- same\n- same\n- other', 3],
  [
    'a text that is divided',
    `# Counted\n\n## A\n\n${[1, 2, 3].map((at) => `${at} ${long(380)}.`).join('\n\n')}`,
    3,
  ],
  [
    'a table that tells',
    '# Counted\n\n## A\n\n| When | What |\n|---|---|\n| Monday | The last ferry leaves at nine. |\n| Tuesday | The crane comes on a barge. |',
    2,
  ],
  [
    'what takes long',
    `# Counted\n\n${long(700)}\n\n## A\n\n- **One:** ${long(200)}\n- **Two:** ${long(90)}`,
    3,
  ],
  ['a single line', '# Counted\n\nAll is well.', 1],
  ['sources alone', '# Counted\n\n## References\n\n1. [One](https://a.example)', 0],
];

/** The whole view of a page, and its cards. */
interface Pages {
  readonly whole: string;
  readonly cards: readonly string[];
}

/* Everywhere, items are counted, and their time is that of their words. */
describe('“3 of 9”', () => {
  before(() => vscode.workspace.getConfiguration('briefings').update('markRead', 'manual'));

  after(async () => {
    const { library } = await parts();
    await vscode.workspace.getConfiguration('briefings').update('markRead', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await forgetReading();
    await vscode.workspace.fs.delete(COUNTED);
    await until('its end', () => !library.get(COUNTED.toString()));
  });

  for (const [about, text, count] of TEXTS)
    it(`means the same in the sidebar and everywhere on the page: ${about}`, async () => {
      const { library, readingLog } = await parts();
      await write(COUNTED, text);
      const opened = await until('the text', async () => {
        const found = await library.open(COUNTED.toString());
        return found?.kind === 'briefing' && found.briefing.text === text && found;
      });
      const items = readingItems(opened.briefing);
      assert.equal(items.length, count);
      const keys = items.map(({ key }) => key);
      let shown: Pages | undefined;
      for (const marked of new Set([0, 1, Math.max(0, count - 1), count])) {
        await readingLog.markRead(keys, false);
        await readingLog.markRead(keys.slice(0, marked), true);
        // Items with the same words are read together.
        const read = items.filter(({ key }) => readingLog.isRead(key)).length;
        shown = await assertSaid(opened, count, read);
      }
      assertTimes(
        shown,
        count,
        items.reduce((sum, { label = '', text: words }) => sum + secondsOf(`${label}\n${words}`), 0),
      );
    });

  type Opened = Parameters<typeof briefingTooltip>[0];

  /** Returns the pages that it has looked at. */
  async function assertSaid(opened: Opened, count: number, read: number): Promise<Pages> {
    const { library, readingLog, tree } = await parts();
    const left = `${count - read} unread`;
    const row = read > 0 && read < count ? left : count > 0 ? String(count) : '';
    const node = await nodeAt(COUNTED);
    await until(`a row that says "${row}"`, () => (tree.getTreeItem(node).description ?? '') === row);
    const entry = library.get(COUNTED.toString());
    assert.ok(entry?.kind === 'briefing');
    const tooltip = briefingTooltip(opened, entry, readingLog);
    if (count > 0) assert.match(tooltip, new RegExp(`\n\n${count} items? · ${left}\n`));
    else assert.doesNotMatch(tooltip, /item|unread/);
    const shown = await pages();
    const { whole, cards } = shown;
    const [, said] = /<span class="count-read"[^>]*>(.*?)<\/span>/.exec(whole) ?? [];
    assert.equal(said, count > 0 ? `${read} of ${count} read` : undefined);
    assert.deepEqual(
      cards.slice(0, -1).map((card) => /data-where="(\d+ of \d+)/.exec(card)?.[1]),
      Array.from({ length: count }, (_, at) => `${at + 1} of ${count}`),
    );
    for (const end of [whole, ...cards.slice(-1)]) {
      const [, hidden, skipped] =
        /class="way skipped"[^>]*?( hidden)?><span[^>]*>(.*?)<\/span>/.exec(end) ?? [];
      assert.equal(hidden ? 0 : Number.parseInt(skipped ?? '', 10), count - read);
    }
    return shown;
  }

  function assertTimes(shown: Pages | undefined, count: number, seconds: number): void {
    const { whole, cards } = shown ?? { whole: '', cards: [] };
    const minutes = Math.max(1, Math.round(Math.round(seconds) / 60));
    assert.equal(/<p class="meta">.*?(\d+) min</.exec(whole)?.[1], String(minutes));
    if (count > 0)
      assert.match(cards[0] ?? '', new RegExp(`data-where="1 of ${count} · ${minutes} min left"`));
  }

  /** A new page: the whole view, and the cards including the end. */
  async function pages(): Promise<Pages> {
    const { readers } = await parts();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('openBriefing', COUNTED);
    const { html } = readers.requireCurrent().panel.panel.webview;
    const [, data = '[]'] = /id="cards">(.*?)<\/script>/s.exec(html) ?? [];
    return {
      whole: /<main class="whole">(.*?)<\/main>/s.exec(html)?.[1] ?? '',
      cards: (JSON.parse(data) as [id: string, html: string][]).map(([, card]) => card),
    };
  }
});
