import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { REPO } from '../../support/paths.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';
import { someOf } from '../../support/sample.ts';

const SHARED = path.join(REPO, '..', 'shared');
const SEED = 'seed/ukraine-talks.txt';

/** Briefings of different kinds: prose, lists of links, stories with parts, another script. */
const DOCUMENTS: readonly string[] = [
  SEED,
  'corpus/lwkd/_posts__2025-02-09-update.md',
  'corpus/bitcoin-optech/ja/_posts__ja__newsletters__2019-10-02-newsletter.md',
  'corpus/gutenberg-md/content__posts__2024__2024-04-04-pg-monthly-newsletter-April-2024.md',
  'corpus/zechub/zcashfrance__newsletter__zecweekly40.md',
  'corpus/agents/DylanDDeng-gpl3/content__my-publish__2025-11-12-notes.en.md',
];

const OWN = `# Harbour report

The harbour opens later than usual. [The office](https://harbour.example/a) says why.

## In brief

These are the changes:

- **North quay:** Closed until Thursday.

  Nobody is to blame[^1].
- Two tugs are back.

Between two lists, something is said.

| Ship | What became of it |
|---|---|
| **Anna** | It has left for the north and will not be back before the summer is over. |
| **Ida** | It has come in with a broken mast and waits for the carpenter to have time. |

## Weather

### Monday

Fog. ${'The pilots board further out, and everybody waits until they can see the other shore. '.repeat(40)}

${'Nothing else is known of that day, but that it was grey and that the bells were heard. '.repeat(40)}

## Sources

[^1]: [Harbour office](https://harbour.example/b)
`;

/** The words of one card. */
interface Read {
  readonly id: string;
  readonly headline: string;
  readonly intro: string;
  /** The column names of a table. */
  readonly columns: string;
  readonly body: string;
}

describe('With j alone', () => {
  let window: Workbench;
  const here = DOCUMENTS.filter((name) => fs.existsSync(path.join(SHARED, name)));
  const names = ['own.md', ...here.map((name) => path.basename(name))];
  const texts = [OWN, ...here.map((name) => fs.readFileSync(path.join(SHARED, name), 'utf8'))];
  const files = Object.fromEntries(names.map((name, i) => [`briefings/${name}`, texts[i] ?? '']));
  const settings = {
    'briefings.showBundled': false,
    'briefings.markRead': 'manual',
    'briefings.reader.view': 'items',
  };
  const folder = useWindow({ files, settings }, async (opened) => {
    window = opened;
    await window.showSidebar();
  });

  /** Opens a file of the folder in the reader, at its start. */
  async function open(name: string): Promise<void> {
    const { title } = parseBriefing(files[`briefings/${name}`] ?? '', name);
    await window.answer('Briefings: Open Briefing…', async () => {
      // The palette is closing, and would swallow what is typed.
      await window.page.getByPlaceholder('Open a briefing').fill(title, { timeout: 5000 });
      const row = window.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: title });
      await row.click({ timeout: 5000 });
    });
    await window.card.waitFor();
    await window.activeTab.filter({ hasText: title }).waitFor();
    await window.card.click();
    await window.reader.locator('.card.current:focus').waitFor();
    await window.page.keyboard.press('g');
    await window.page.keyboard.press('g');
  }

  /** The cards up to the end when j is pressed repeatedly, and whether the end was reached. */
  async function readAll(): Promise<{ readonly cards: readonly Read[]; readonly hasEnded: boolean }> {
    const cards: Read[] = [];
    for (let before = ''; cards.length < 200;) {
      await window.reader.locator(`.card.current:not([data-id="${before}"])`).waitFor();
      const card = await window.card.evaluate(readCard);
      if (card.id === 'end') return { cards, hasEnded: true };
      cards.push(card);
      before = card.id;
      await window.page.keyboard.press('j');
    }
    return { cards, hasEnded: false };
  }

  it('one sees every word of a briefing once, in order, and then its end', async () => {
    await open('own.md');
    const { cards, hasEnded } = await readAll();
    assert.ok(hasEnded);
    assert.deepEqual(
      cards.map(({ headline }) => headline),
      [
        'Harbour report',
        'North quay',
        'Two tugs are back.',
        'In brief',
        'Anna',
        'Ida',
        'Monday 1 of 2',
        'Monday 2 of 2',
      ],
    );
    await compare(cards);
  });

  it('one sees every word of the seed, as in its file', async function () {
    if (!here.includes(SEED)) this.skip();
    await open(names[here.indexOf(SEED) + 1] ?? '');
    const { cards, hasEnded } = await readAll();
    assert.ok(hasEnded);
    await window.screenshot('every-word-end');
    const source = texts[here.indexOf(SEED) + 1] ?? '';
    const written = wordsIn(source.slice(0, source.indexOf('Reference(s)')));
    // The headline of the first card is the file name.
    const shown = cards.flatMap(({ headline, body }, i) => wordsIn(i === 0 ? body : `${headline} ${body}`));
    const heading = wordsIn('Key Takeaways');
    // It is above each key takeaway, but is not a headline.
    const at = written.findIndex((_, i) => heading.every((word, n) => written[i + n] === word));
    assert.deepEqual(shown, written.toSpliced(at, heading.length));
  });

  for (const name of someOf(DOCUMENTS.slice(1))) {
    it(`one sees every word of ${path.basename(name)}`, async function () {
      if (!here.includes(name)) this.skip();
      await open(names[here.indexOf(name) + 1] ?? '');
      const { cards, hasEnded } = await readAll();
      assert.ok(hasEnded);
      await compare(cards, isReadInOrder(name));
    });
  }

  it('no file was written to', () => {
    for (const [name, text] of Object.entries(files))
      assert.equal(fs.readFileSync(path.join(folder.path, name), 'utf8'), text, name);
  });

  /** Compares the cards, word by word, with the whole view without its headings and sources. */
  async function compare(cards: readonly Read[], isInOrder = true): Promise<void> {
    const read = cards.flatMap(({ id, headline, intro, columns, body }, i) => {
      // Each row of a table repeats the column names, which the whole view shows once.
      const names = columns === cards[i - 1]?.columns ? '' : columns;
      // An item without a label has its first words as its headline.
      const label = id.startsWith('t-') && !body.startsWith(headline) ? headline : '';
      return wordsIn([intro, names, label, body].join(' '));
    });
    await window.page.keyboard.press('k');
    await window.page.keyboard.press('f');
    const whole = window.reader.locator('.whole article');
    await whole.waitFor();
    const written = wordsIn(await whole.evaluate(readWhole));
    if (isInOrder) assert.deepEqual(read, written);
    else assert.deepEqual(read.toSorted(), written.toSorted());
    await window.page.keyboard.press('f');
    await window.card.waitFor();
  }
});

/** A table of contents is read last, wherever it is. */
function isReadInOrder(name: string): boolean {
  return !/^#*\s*\W*contents\W*$/im.test(fs.readFileSync(path.join(SHARED, name), 'utf8'));
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Runs in the page. */
function readCard(card: Element): Read {
  const selectors = ['h1', '.intro', '.columns', '.body'];
  const [headline = '', intro = '', columns = '', body = ''] = selectors.map((selector) => {
    const copy = card.querySelector(selector)?.cloneNode(true) as Element | undefined;
    copy?.querySelector('.columns')?.remove();
    for (const beside of copy?.querySelectorAll('.host, .citation, .reference-tools, .emoji, button') ?? [])
      beside.remove();
    for (const block of copy?.querySelectorAll('p, li, td, th, br, pre, h2, h3, h4') ?? []) block.after(' ');
    return (copy?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
  return { id: card.getAttribute('data-id') ?? '', headline, intro, columns, body };
}

/** Runs in the page. */
function readWhole(article: Element): string {
  const copy = article.cloneNode(true) as Element;
  const beside =
    'h1, .meta, .section > :is(h2, h3, h4, h5, h6):first-child, .section.references, .references';
  for (const one of copy.querySelectorAll(`${beside}, .host, .citation, .reference-tools, button`))
    one.remove();
  for (const block of copy.querySelectorAll('p, li, td, th, br, pre, h2, h3, h4, strong.label'))
    block.after(' ');
  return copy.textContent;
}
