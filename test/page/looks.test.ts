import assert from 'node:assert/strict';
import { END } from '../../src/reader/messages.ts';
import { contentOf, NOTHING } from '../reader/content.ts';
import { type ReaderPage, useReaderPages } from './readerPage.ts';
import { paragraphs } from './texts.ts';

const TEXT = `# Harbour

## Key takeaways

- **Ferry:** Press \`o\`. It stops.
- **Crane:** It is back.

## Tides

${paragraphs('Tide', 2)}

> The tide is high.
`;
const HEBREW = '# הים\n\n- **המעבורת:** עוצרת מחר. [a](https://ims.example/he)\n';

/** A computed style of the first such element, or of a pseudo-element of it. */
const styleOf = (reader: ReaderPage, selector: string, name: string, pseudo?: string) =>
  reader
    .locator(selector)
    .first()
    .evaluate((element, [key, part]) => getComputedStyle(element, part).getPropertyValue(key), [
      name,
      pseudo,
    ] as const);

/** Whether there is a line below the bar. */
const isBelowBar = async (reader: ReaderPage) =>
  (await styleOf(reader, '.bar', 'box-shadow')).endsWith('0px 1px 0px 0px');

describe('The looks of the page', () => {
  const open = useReaderPages();
  const whole = (text: string, at: number, more = {}) => {
    const content = contentOf(text);
    return open({ ...content, view: 'whole', id: content.cards[at]?.id ?? '', ...more });
  };

  it('a kicker stands with its headline, and apart from the item above', async () => {
    const card = (kicker: string, headline: string) => `${kicker}\n## ${headline}\n\nIt is late.\n\n`;
    const reader = await whole(
      `# T\n\nAll is new.\n\n${card('Labour', 'Ferry stops')}${card('Tolls', 'Crane')}`,
      0,
    );
    const box = async (selector: string, hasText: string) => {
      const found = await reader.locator(`.whole ${selector}`).filter({ hasText }).first().boundingBox();
      return { top: found?.y ?? NaN, bottom: (found?.y ?? NaN) + (found?.height ?? NaN) };
    };
    const [text, kicker, headline] = [
      await box('.passage p', 'It is late.'),
      await box('p', 'Tolls'),
      await box('h2', 'Crane'),
    ];
    const [above, below] = [kicker.top - text.bottom, headline.top - kicker.bottom];
    assert.ok(below >= 0 && above > 3 * below, `${above} and ${below}`);
  });

  it('a citation does not begin a line, also without a space before it', async () => {
    const reader = await whole(
      '# T\n\n- It ends for now before cessation.[1]\n\n## References\n\n1. Gazette\n',
      0,
    );
    const begun = await reader.locator('.takeaway').evaluate((item: HTMLElement) => {
      const words = document.createRange();
      const text = document.createTreeWalker(item, NodeFilter.SHOW_TEXT).nextNode() as Text;
      words.setStart(text, text.length - 2);
      words.setEnd(text, text.length);
      return Array.from({ length: 200 }, (_, at) => at + 150).filter((width) => {
        item.style.width = `${width}px`;
        const citation = item.querySelector('.citation a')?.getBoundingClientRect();
        return (citation?.left ?? 0) < words.getBoundingClientRect().left;
      });
    });
    assert.deepEqual(begun, []);
  });

  it('keys and code stand out from the current item', async () => {
    const reader = await whole(TEXT, 0);
    const [key, page] = [
      await styleOf(reader, '.takeaway[aria-current] code', 'background-color'),
      await styleOf(reader, 'body', 'background-color'),
    ];
    assert.equal(key, page);
  });

  it('the first paragraph of an item is as far from the second as that from the third', async () => {
    const text = '# T\n\n- **Ferry:** It stops.\n\n  Since noon.\n\n  Until Monday.\n';
    const reader = await whole(text, 0);
    const gap = await styleOf(reader, '.takeaway > p', 'margin-top');
    assert.equal(gap, await styleOf(reader, '.takeaway > p', 'margin-bottom'));
    assert.notEqual(gap, '0px');
  });

  it('the mark beside the current passage includes the heading above it', async () => {
    const reader = await whole(TEXT, 2);
    const heading = '.section.prose > h2';
    const width = () => styleOf(reader, heading, 'border-inline-start-width');
    assert.equal(await width(), '2px');
    const boxOf = (selector: string) => reader.locator(selector).boundingBox();
    const [above, passage] = [await boxOf(heading), await boxOf('.passage[aria-current]')];
    assert.equal(above?.x, passage?.x);
    assert.equal((above?.y ?? 0) + (above?.height ?? 0), passage?.y);
    await reader.tell({ type: 'show', id: contentOf(TEXT).cards[0]?.id, view: 'whole' });
    assert.equal(await width(), '0px');
  });

  it('the star of an item is beside its first line, in the window', async () => {
    const { cards } = contentOf(TEXT);
    const status = { ...NOTHING, starred: cards.map(({ id }) => id) };
    const reader = await whole(TEXT, 0, { status });
    const item = '.takeaway.starred';
    assert.equal(await styleOf(reader, item, 'content', '::after'), '"★" / ""');
    const [top, padding] = [
      await styleOf(reader, item, 'top', '::after'),
      await styleOf(reader, item, 'padding-top'),
    ];
    assert.equal(top, padding);
    assert.ok(Number.parseFloat(await styleOf(reader, item, 'inset-inline-end', '::after')) < 0);
    await reader.page.setViewportSize({ width: 300, height: 700 });
    const overflow = await reader.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(overflow, 0);
  });

  it('the edge of a quotation is as dark as its text', async () => {
    const reader = await whole(TEXT, 0);
    const [edge, text] = [
      await styleOf(reader, 'blockquote', 'border-inline-start-color'),
      await styleOf(reader, 'blockquote', 'color'),
    ];
    assert.equal(edge, text);
  });

  it('a rule at the end of the text is not above the line of the end, others are shown', async () => {
    const reader = await whole(
      '# T\n\n## A\n\n- one\n\n---\n\n## B\n\nIt stops.\n\n---\n\nNot yet.\n\n---\n',
      0,
    );
    const shown = await reader
      .locator('hr')
      .evaluateAll((rules) => rules.map((rule) => getComputedStyle(rule).display));
    assert.deepEqual(shown, ['block', 'block', 'none']);
  });

  it('the key in the button to the next briefing has the colours of the button', async () => {
    const reader = await open({ ...contentOf(TEXT), id: END, status: { ...NOTHING, next: 'Tugs' } });
    // As VS Code styles keys.
    await reader.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('kbd { color: #111111; background-color: #dddddd; }');
      document.adoptedStyleSheets = [sheet];
    });
    const button = '.end-card .next-unread';
    const [key, words] = [
      await styleOf(reader, `${button} kbd`, 'color'),
      await styleOf(reader, button, 'color'),
    ];
    assert.equal(key, words);
    assert.equal(await styleOf(reader, `${button} kbd`, 'background-color'), 'rgba(0, 0, 0, 0)');
  });

  it('a reference in Latin letters is on the side of a text that is read from right to left', async () => {
    const content = contentOf(HEBREW, { direction: 'rtl' });
    const reader = await open({ ...content, id: content.cards[0]?.id ?? '' });
    const rightOf = (selector: string) =>
      reader.locator(selector).evaluate((element) => element.getBoundingClientRect().right);
    const gap = (await rightOf('.sources h2')) - (await rightOf('.sources .reference a'));
    assert.ok(Math.abs(gap) < 2, `${gap} px`);
  });

  for (const [where, window, style] of [
    ['in a low window', { height: 400 }, {}],
    ['in a narrow window', { width: 330, height: 700 }, {}],
    ['in large, wide lines', {}, { size: 30, lineHeight: 2, width: 40 }],
  ] as const)
    it(`lines show that an item goes on below and above, ${where}`, async () => {
      const content = contentOf(`# Harbour\n\n${paragraphs('Tide', 40)}\n`);
      const shown = { ...content, id: content.cards[0]?.id ?? '', style: { ...content.style, ...style } };
      const reader = await open(shown, window);
      const lines = async () => [
        await isBelowBar(reader),
        await styleOf(reader, '.turn', 'opacity', '::before'),
      ];
      assert.equal(await styleOf(reader, '.turn', 'border-bottom-width', '::before'), '1px');
      assert.deepEqual(await lines(), [false, '1']);
      await reader.scrollTo(300);
      assert.deepEqual(await lines(), [true, '1']);
      await reader.scrollTo(100_000);
      assert.deepEqual(await lines(), [true, '0']);
      await reader.page.setViewportSize({ width: 900, height: 9000 });
      await reader.settle();
      assert.deepEqual(await lines(), [false, '0']);
    });

  for (const direction of ['ltr', 'rtl'] as const)
    it(`a shadow shows on which side a wide table goes on (${direction})`, async () => {
      const row = (cell: string) => `|${`${cell}|`.repeat(12)}`;
      const text = `# T\n\nTides.\n\n${row('harbour')}\n${row('-')}\n${row('a')}\n\n|b|\n|-|\n|c|\n`;
      const reader = await open({ ...contentOf(text, { direction }), view: 'whole' });
      const sides = async (table: string) =>
        [...(await styleOf(reader, table, 'box-shadow')).matchAll(/(-?)7px 0px 7px -7px inset/g)].map(
          ([, sign]) => (sign === '-' ? 'right' : 'left'),
        );
      const [start, end] = direction === 'ltr' ? ['left', 'right'] : ['right', 'left'];
      const slide = async (share: number) => {
        await reader
          .locator('table')
          .first()
          .evaluate((table, to) => {
            const sign = getComputedStyle(table).direction === 'rtl' ? -1 : 1;
            table.scrollLeft = sign * to * (table.scrollWidth - table.clientWidth);
          }, share);
        await reader.settle();
      };
      assert.deepEqual(await sides('table'), [end]);
      await slide(0.5);
      assert.deepEqual(await sides('table'), [end, start]);
      await slide(1);
      assert.deepEqual(await sides('table'), [start]);
      assert.deepEqual(await sides('table:not(:has(th + th))'), []);
    });

  it('a table without column names begins with its first row', async () => {
    const text = '# T\n\nTides.\n\n| | |\n|-|-|\n|Ferry|3|\n|Crane|5|\n';
    const reader = await open({ ...contentOf(text), view: 'whole' });
    const box = await reader.locator('table thead').boundingBox();
    assert.ok(box && box.height <= 2, `${box?.height}`);
  });

  it('a line below the bar shows that the whole view goes on above', async () => {
    const reader = await open({ ...contentOf(`# Harbour\n\n${paragraphs('Tide', 40)}\n`), view: 'whole' });
    assert.ok(!(await isBelowBar(reader)));
    await reader.scrollTo(600);
    assert.ok(await isBelowBar(reader));
  });
});
