import assert from 'node:assert/strict';
import { END, type PageStatus } from '../../../src/reader/messages.ts';
import { contentOf, NOTHING } from '../../reader/content.ts';
import { useReaderPages } from '../readerPage.ts';
import { HARBOUR, paragraphs } from '../texts.ts';

const CONTENT = contentOf(HARBOUR);
const [, quay = '', tugs = '', fog = '', , , weather = ''] = CONTENT.cards.map(({ id }) => id);

describe('The page', () => {
  const open = useReaderPages();

  it('goes from item to item, and to the end, with one message each', async () => {
    const reader = await open({ ...CONTENT, id: quay });
    const seen: unknown[] = [];
    for (const id of [tugs, fog, weather, END]) {
      await reader.tell({ type: 'show', id, view: 'item' });
      seen.push([
        await reader.text('.card.current h1'),
        await reader.text('.where'),
        await reader.locator('.progress-bar').evaluate((bar) => bar.style.transform),
        await reader.locator('.turn .turn-button:visible .turn-name').allTextContents(),
        await reader.page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
      ]);
    }
    assert.deepEqual(seen, [
      ['Tugs', '3 of 7 · 3 min left', 'scaleX(0.428571)', ['North quay', 'Fog until noon'], '3 of 7: Tugs'],
      [
        'Fog until noon',
        '4 of 7 · 3 min left',
        'scaleX(0.571429)',
        ['Tugs', 'Ships'],
        '4 of 7: Fog until noon',
      ],
      ['Weather', '7 of 7 · 1 min left', 'scaleX(1)', ['Small ships', 'The end'], '7 of 7: Weather'],
      ['The end', '', 'scaleX(1)', ['Weather'], 'The end'],
    ]);
    const all = { ...NOTHING, read: CONTENT.cards.map(({ id }) => id), finished: true };
    await reader.tell({ type: 'status', status: all });
    assert.equal(await reader.text('.card.current h1'), 'You have finished');
    assert.equal(await reader.locator('h1:visible, h1.unseen:not(.card:not(.current) h1)').count(), 1);
    assert.deepEqual((await reader.state())?.id, END);
  });

  it('reports which of its buttons were pressed', async () => {
    const reader = await open({ ...CONTENT, id: tugs });
    await reader.told();
    const presses: readonly (readonly [selector: string, told: object])[] = [
      ['.turn .previous', { type: 'itemChosen', id: quay, view: 'item' }],
      ['.turn .next', { type: 'itemChosen', id: fog, view: 'item' }],
      ['.read-button', { type: 'buttonPressed', button: 'markRead' }],
      ['.star-button', { type: 'buttonPressed', button: 'star' }],
      ['.bar [data-press="help"]', { type: 'buttonPressed', button: 'help' }],
      ['.view-button:visible', { type: 'viewChosen', view: 'whole' }],
    ];
    for (const [selector, told] of presses) {
      await reader.locator(selector).click();
      assert.deepEqual(await reader.told('itemChosen', 'buttonPressed', 'viewChosen'), [told]);
    }
    await reader.tell({ type: 'show', id: weather, view: 'item' });
    await reader.locator('.turn .next').click();
    assert.deepEqual(await reader.told('itemChosen'), [{ type: 'itemChosen', id: END, view: 'item' }]);
  });

  it('shows what is read and starred, as it changes', async () => {
    const reader = await open({ ...CONTENT, id: tugs });
    const marks = async () => [
      await reader.locator('.read-button').getAttribute('aria-pressed'),
      await reader.locator('.read-button').getAttribute('title'),
      await reader.locator('.star-button').getAttribute('aria-pressed'),
      await reader.locator('.star-button').getAttribute('title'),
    ];
    const unmarked = ['false', 'Mark as Read (m)', 'false', 'Add Star (s)'];
    assert.deepEqual(await marks(), unmarked);
    await reader.tell({ type: 'status', status: { ...NOTHING, read: [tugs, fog], starred: [tugs] } });
    assert.deepEqual(await marks(), ['true', 'Mark as Unread (m)', 'true', 'Remove Star (s)']);
    assert.deepEqual(
      await reader.locator('.whole .mark').evaluateAll((all) => all.map((mark) => mark.ariaLabel)),
      ['Unread', 'Unread', 'Read, Starred', 'Read', 'Unread', 'Unread', 'Unread'],
    );
    assert.equal(await reader.text('.count-read'), '2 of 7 read');
    await reader.tell({ type: 'show', id: quay, view: 'item' });
    assert.deepEqual(await marks(), unmarked);
  });

  it('looks the same whether a state came as a message or with the page', async () => {
    const status: PageStatus = { ...NOTHING, read: [quay], starred: [quay, fog], next: 'Next one' };
    // Hidden parts are only built when they are shown.
    const shown = '.layout > :not(script)';
    for (const id of [tugs, END]) {
      const told = await open({ ...CONTENT, id });
      await told.tell({ type: 'status', status });
      const html = await told.locator(shown).evaluateAll((parts) => parts.map((part) => part.outerHTML));
      await told.close();
      const made = await open({ ...CONTENT, id, status });
      assert.deepEqual(
        html,
        await made.locator(shown).evaluateAll((parts) => parts.map((part) => part.outerHTML)),
      );
      await made.close();
    }
  });

  for (const view of ['item', 'whole'] as const) {
    it(`offers what was starred and what is next at the end, in the ${view} view`, async () => {
      const reader = await open({ ...CONTENT, view, id: END });
      const end = view === 'item' ? '.card.current' : '.whole .end';
      assert.ok(await reader.locator(`${end} .finished`).isVisible());
      assert.ok(await reader.locator(`${end} .nothing-unread`).isVisible());
      assert.ok(!(await reader.locator(`${end} .stars`).isVisible()));
      await reader.tell({ type: 'status', status: { ...NOTHING, starred: [tugs], next: 'Night fog' } });
      assert.ok(!(await reader.locator(`${end} .nothing-unread`).isVisible()));
      assert.equal(await reader.text(`${end} .next-unread .way-title`), 'Night fog');
      await reader.told();
      await reader.locator(`${end} .star-item`).click();
      await reader.locator(`${end} .next-unread`).click();
      assert.deepEqual(await reader.told('itemChosen', 'buttonPressed'), [
        { type: 'itemChosen', id: tugs, view },
        { type: 'buttonPressed', button: 'nextUnread' },
      ]);
    });
  }

  it('scrolls by pages, and requests the next item at an edge', async () => {
    const reader = await open({ ...CONTENT, view: 'whole', id: 's-in-brief' });
    const top = () => reader.page.evaluate(() => window.scrollY);
    await reader.tell({ type: 'scroll', to: 'previous' });
    assert.deepEqual(await reader.told('advanced'), [{ type: 'advanced', step: -1 }]);
    await reader.tell({ type: 'scroll', to: 'next' });
    const first = await top();
    assert.ok(first > 450 && first < 700, String(first));
    await reader.tell({ type: 'scroll', to: 'previous' });
    assert.equal(await top(), 0);
    await reader.tell({ type: 'scroll', to: 'end' });
    assert.equal(await reader.text('.where'), '', 'nothing is left');
    assert.deepEqual(await reader.told('advanced'), []);
    await reader.tell({ type: 'scroll', to: 'next' });
    assert.deepEqual(await reader.told('advanced'), [{ type: 'advanced', step: 1 }]);
    await reader.tell({ type: 'scroll', to: 'start' });
    assert.equal(await top(), 0);
    assert.match(await reader.text('.where'), /^\d+ min left$/);
  });

  it('has nothing to scroll in a short takeaway', async () => {
    const reader = await open({ ...CONTENT, id: quay });
    await reader.tell({ type: 'scroll', to: 'next' });
    await reader.tell({ type: 'scroll', to: 'previous' });
    assert.deepEqual(await reader.told('advanced'), [
      { type: 'advanced', step: 1 },
      { type: 'advanced', step: -1 },
    ]);
  });

  it('reports a click on a link, and stays where it is', async () => {
    const text = [
      '# T\n\n[web](https://a.example/x) [mail](mailto:a@b.example) [there](#below) [file](other.md#x)',
      '![map](https://maps.example/map.png)\n\n## A\n\n- **One:** words\n\n## Below\n\nEnd.',
    ].join('\n\n');
    const image = (href: string) => ({ kind: 'ask', href }) as const;
    const reader = await open(contentOf(text, { view: 'whole' }, { image }), { width: 1400 });
    await reader.told();
    for (const link of await reader.locator('.whole article a').all()) await link.click();
    await reader.locator('.whole article a').first().click({ button: 'middle' });
    await reader.locator('.contents a').first().click();
    // A click by a script is not one by a person.
    await reader
      .locator('.whole article a')
      .first()
      .evaluate((link: HTMLElement) => {
        link.click();
      });
    assert.deepEqual(await reader.told('itemChosen', 'linkFollowed', 'imageRequested'), [
      { type: 'linkFollowed', url: 'https://a.example/x' },
      { type: 'linkFollowed', url: 'mailto:a@b.example' },
      { type: 'itemChosen', id: 's-below', view: 'whole' },
      { type: 'linkFollowed', url: 'other.md#x' },
      { type: 'imageRequested', url: 'https://maps.example/map.png' },
      { type: 'linkFollowed', url: 'https://a.example/x' },
      { type: 'itemChosen', id: 's-a', view: 'whole' },
    ]);
    assert.equal(reader.page.url(), 'https://reader.example/');
    assert.equal(reader.page.context().pages().length, 1);
  });

  it('makes an item that is clicked the current one, without scrolling', async () => {
    const long = paragraphs('Line', 30).replaceAll('\n\n', '\n\n  ');
    const content = contentOf(`# T\n\n## A\n\n- One\n- **Two:** words\n\n  ${long}\n- Three\n`);
    const [, two = '', three = ''] = content.cards.map(({ id }) => id);
    const reader = await open({ ...content, view: 'whole', id: two });
    await reader.scrollTo(800);
    await reader.rest();
    await reader.told();
    const words = reader.locator('.whole .takeaway p:has-text("Line 15.")');
    await words.dblclick({ position: { x: 20, y: 10 } });
    await reader.settle();
    assert.equal(await reader.page.evaluate(() => window.scrollY), 800);
    assert.match(await reader.page.evaluate(() => String(document.getSelection())), /^\w+ ?$/);
    assert.deepEqual(await reader.told('itemChosen', 'scrolledTo'), [], 'it is what is read');
    await reader.page.evaluate(() => document.getSelection()?.removeAllRanges());
    await reader.scrollTo(99_999);
    await reader.rest();
    await reader.told();
    const top = await reader.page.evaluate(() => window.scrollY);
    await reader.locator('.whole .takeaway >> nth=2').click();
    await reader.rest();
    assert.deepEqual(await reader.told('itemChosen', 'scrolledTo'), [
      { type: 'scrolledTo', id: three, offset: 0 },
    ]);
    assert.equal(await reader.page.evaluate(() => window.scrollY), top);
    await reader.render({ ...content, view: 'whole', id: three, render: 2 });
    assert.equal(await reader.locator('.whole [aria-current]').getAttribute('id'), three);
  });

  it('includes its briefing in each message', async () => {
    const reader = await open({ ...CONTENT, view: 'whole' });
    await reader.render(contentOf(HARBOUR, { uri: 'file:///next.md', view: 'whole', render: 2 }), 700);
    await reader.scrollTo(900);
    await reader.rest();
    assert.deepEqual(
      await reader.toldOf('scrolledTo'),
      ['file:///next.md'],
      'where the one before was left is not where this one stands',
    );
  });

  it('leaves the focus on a star of the end that is still there', async () => {
    const reader = await open({ ...CONTENT, id: END, status: { ...NOTHING, starred: [quay, tugs] } });
    const star = reader.locator('.card.current .star-item:has-text("Tugs")');
    await star.focus();
    await reader.tell({ type: 'status', status: { ...NOTHING, read: [fog], starred: [quay, tugs] } });
    assert.ok(await star.evaluate((button) => button === document.activeElement));
    await reader.tell({ type: 'status', status: { ...NOTHING, starred: [tugs, fog] } });
    assert.deepEqual(await reader.locator('.card.current .star-item').allTextContents(), [
      'Tugs',
      'Fog until noon',
    ]);
  });

  it('has about the wanted number of characters on a line, in both views', async () => {
    const words = Array.from(
      { length: 60 },
      (_, at) => `the ${'harbour report'.slice(0, 3 + (at % 9))} says`,
    );
    const text = `# T\n\n## A\n\n- **One:** ${words.join(' ')}\n`;
    for (const [view, width] of [
      ['item', 68],
      ['whole', 68],
      ['whole', 45],
    ] as const) {
      const content = contentOf(text);
      const style = { ...content.style, family: 'sans-serif', width };
      const reader = await open({ ...content, id: content.cards[0]?.id ?? '', view, style }, { width: 1000 });
      const lines = await reader
        .locator(view === 'whole' ? '.whole .takeaway' : '.card.current .body p')
        .evaluate((element) => {
          const { height } = element.getBoundingClientRect();
          return Math.round(height / parseFloat(getComputedStyle(element).lineHeight));
        });
      const perLine = words.join(' ').length / lines;
      assert.ok(Math.abs(perLine - width) < width * 0.15, `${perLine} of ${width} in the ${view} view`);
      await reader.close();
    }
  });

  it('can hide emoji, and lets wide tables and code scroll by keyboard', async () => {
    const wide = `| ${'column | '.repeat(30)}\n| ${'--- | '.repeat(30)}\n| ${'cell | '.repeat(30)}`;
    const text = `# T\n\n${wide}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## A\n\n- **One:** words 🚧\n`;
    const content = contentOf(text, { view: 'whole' });
    const reader = await open({ ...content, style: { ...content.style, emoji: false } });
    assert.ok(!(await reader.locator('.whole .emoji').first().isVisible()));
    assert.deepEqual(
      await reader
        .locator('.whole table')
        .evaluateAll((all: HTMLElement[]) => all.map(({ tabIndex }) => tabIndex)),
      [0, -1],
    );
    const { scrollWidth, clientWidth } = await reader.page.evaluate(() => document.documentElement);
    assert.equal(scrollWidth, clientWidth);
  });

  it('leaves room for the words beside an address in a table', async () => {
    const table = `| Title | Address |\n| - | - |\n| ${paragraphs('Ferry', 1)} | https://a.example/${'news/'.repeat(20)} |`;
    const reader = await open(contentOf(`# T\n\n${table}\n\n## A\n\n- a\n`, { view: 'whole' }));
    const [beside = 0, of = 0] = await reader
      .locator('.whole td')
      .evaluateAll((cells: HTMLElement[]) => cells.map(({ offsetWidth }) => offsetWidth));
    assert.ok(beside > of, `${beside} px of words beside ${of} px of address`);
  });

  it('lets a table scroll by keyboard as soon as the window is too narrow for it', async () => {
    const table = `| ${'column | '.repeat(5)}\n| ${'--- | '.repeat(5)}\n| ${'cell | '.repeat(5)}`;
    const reader = await open(contentOf(`# T\n\n${table}\n\n## A\n\n- a\n`, { view: 'whole' }));
    const tabIndex = () => reader.locator('.whole table').evaluate((one: HTMLElement) => one.tabIndex);
    assert.equal(await tabIndex(), -1);
    await reader.page.setViewportSize({ width: 320, height: 700 });
    await reader.settle();
    assert.equal(await tabIndex(), 0);
    await reader.page.setViewportSize({ width: 900, height: 700 });
    await reader.settle();
    assert.equal(await tabIndex(), -1);
  });

  it('copies both formats if it has access to the clipboard, and is silent otherwise', async () => {
    const reader = await open({ ...CONTENT, id: quay });
    await reader.told();
    const copy = { type: 'copy', html: '<b>Quay</b>', text: 'Quay' } as const;
    await reader.tell(copy);
    await reader.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await reader.tell(copy);
    await reader.page.waitForFunction(async () => (await navigator.clipboard.read()).length > 0);
    const copied = await reader.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const flavours = ['text/html', 'text/plain'].map(async (type) => (await item?.getType(type))?.text());
      return Promise.all(flavours);
    });
    assert.deepEqual(copied, ['<b>Quay</b>', 'Quay']);
    assert.deepEqual(await reader.told(), []);
  });
});
