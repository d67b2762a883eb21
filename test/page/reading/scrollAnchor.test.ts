import assert from 'node:assert/strict';
import type { ReaderStyle } from '../../../src/reader/messages.ts';
import { contentOf } from '../../reader/content.ts';
import { type ReaderPage, useReaderPages } from '../readerPage.ts';
import { HARBOUR, paragraphs } from '../texts.ts';

const WHOLE = contentOf(HARBOUR, { view: 'whole', id: 's-in-brief' });
const [, , , , ships = '', boats = '', weather = ''] = WHOLE.cards.map(({ id }) => id);
const STYLE: ReaderStyle = { family: 'serif', size: 14, lineHeight: 1.6, width: 68, emoji: true };
const LINE = 0.3;

describe('The place on the page', () => {
  const open = useReaderPages();

  /** The paragraph at the reading line, and the offset of the line in it. */
  async function atLine(reader: ReaderPage): Promise<{ words: string; offset: number }> {
    return reader.page.evaluate((part) => {
      const line = window.innerHeight * part;
      const all = [...document.querySelectorAll('.whole article p')];
      const words = all.findLast((one) => one.getBoundingClientRect().top <= line + 1);
      const { top = 0, height = 1 } = words?.getBoundingClientRect() ?? {};
      return { words: words?.textContent.slice(0, 9) ?? '', offset: (line - top) / height };
    }, LINE);
  }

  async function assertSame(reader: ReaderPage, before: { words: string; offset: number }, by = 0.02) {
    const { words, offset } = await atLine(reader);
    assert.equal(words, before.words);
    assert.ok(Math.abs(offset - before.offset) < by, `${offset} for ${before.offset}`);
  }

  it('stays while the window is resized', async () => {
    const reader = await open(WHOLE);
    await reader.scrollTo(1400);
    const before = await atLine(reader);
    for (const [width, height] of [
      [500, 700],
      [1300, 900],
      [320, 400],
      [900, 700],
    ] as const) {
      await reader.page.setViewportSize({ width, height });
      await reader.settle();
      await assertSame(reader, before);
    }
  });

  it('stays while font size, line height, width and font change', async () => {
    const reader = await open(WHOLE);
    await reader.scrollTo(1400);
    const before = await atLine(reader);
    const styles: readonly Partial<ReaderStyle>[] = [
      { size: 28 },
      { size: 10 },
      { lineHeight: 2.5 },
      { width: 40 },
      { family: 'monospace' },
      { emoji: false },
      {},
    ];
    for (const style of styles) {
      await reader.tell({ type: 'style', style: { ...STYLE, ...style } });
      await assertSame(reader, before);
    }
  });

  it('stays while images load', async () => {
    const text = HARBOUR.replace('The lede [1].', '![One](a.png)\n\n![Two](b.png)').replace(
      'Ship 3.',
      '![Three](c.png) Ship 3.',
    );
    const image = { kind: 'show', src: 'https://reader.example/x.svg' } as const;
    const content = contentOf(text, { view: 'whole', id: 's-ships' }, { image: () => image });
    const reader = await open(content, { holdImages: true });
    await reader.scrollTo(1400);
    const before = await atLine(reader);
    const height = await reader.page.evaluate(() => document.documentElement.scrollHeight);
    await reader.letImages();
    assert.ok((await reader.page.evaluate(() => document.documentElement.scrollHeight)) > height + 800);
    await assertSame(reader, before);
  });

  it('is where the page opens, also while its images are still loading', async () => {
    const text = HARBOUR.replace('The lede [1].', '![One](a.png)\n\n![Two](b.png)');
    const place = { id: weather, offset: 0.4 };
    const image = { kind: 'show', src: 'https://reader.example/x.svg' } as const;
    const content = contentOf(text, { view: 'whole', id: weather, place }, { image: () => image });
    const reader = await open(content, { holdImages: true });
    await reader.letImages();
    const { offset } = await partOf(reader, `#${weather}`);
    assert.ok(Math.abs(offset - 0.4) < 0.005, String(offset));
  });

  it('is reported once scrolling has stopped, and restored from that report', async () => {
    const reader = await open(WHOLE);
    await reader.told();
    await reader.scrollTo(700);
    await reader.scrollTo(1400);
    const before = await atLine(reader);
    await reader.rest();
    const [stopped, ...more] = await reader.told('scrolledTo');
    assert.ok(stopped?.type === 'scrolledTo' && stopped.id === ships && more.length === 0);
    const { id, offset } = stopped;
    assert.deepEqual((await reader.state())?.place, { id, offset });
    await reader.close();

    const again = await open({ ...WHOLE, id, place: { id, offset }, render: 2 }, { width: 700, height: 500 });
    await assertSame(again, before, 0.35);
    assert.deepEqual(await again.told('scrolledTo'), [], 'nobody has scrolled');
    await again.close();

    const state = { uri: WHOLE.uri, view: 'whole' as const, render: 1, id, place: { id, offset } };
    await assertSame(await open(WHOLE, { state }), before, 0.05);
  });

  it('is reported before any other message', async () => {
    const reader = await open(WHOLE);
    await reader.told();
    await reader.scrollTo(1400);
    await reader.locator('.view-button:visible').click();
    const told = (await reader.told()).map(({ type }) => type);
    // On a slow machine, it is also reported before the click.
    assert.deepEqual(told.filter((type) => type !== 'focus').slice(-2), ['scrolledTo', 'viewChosen']);
  });

  it('is not reported once something else is shown', async () => {
    const [, , tugs] = WHOLE.cards;
    const reader = await open(WHOLE);
    await reader.told();
    await reader.scrollTo(1400);
    await reader.tell({ type: 'show', id: tugs?.id, view: 'whole' });
    await reader.rest();
    assert.deepEqual(await reader.told('scrolledTo'), []);
    await reader.scrollTo(1400);
    await reader.render({ ...WHOLE, id: tugs?.id ?? '', stays: false, render: 2 });
    await reader.rest();
    assert.deepEqual(await reader.told('scrolledTo'), []);
  });

  for (const [what, text] of [
    ['a text without sections', `# T\n\n${paragraphs('Lede', 30)}`],
    ['a long lede', `# T\n\n${paragraphs('Lede', 30)}\n\n## A\n\n- One\n\n## B\n\nb`],
  ] as const) {
    it(`in ${what} is in a passage`, async () => {
      const content = contentOf(text, { view: 'whole' });
      const reader = await open(content);
      await reader.told();
      await reader.page.setViewportSize({ width: 500, height: 500 });
      await reader.settle();
      assert.equal(await reader.page.evaluate(() => window.scrollY), 0, 'what was at the top stays there');
      await reader.page.setViewportSize({ width: 900, height: 700 });
      await reader.settle();
      await reader.scrollTo(900);
      const before = await atLine(reader);
      await reader.rest();
      const [stopped] = await reader.told('scrolledTo');
      assert.ok(stopped?.type === 'scrolledTo' && content.cards.some(({ id }) => id === stopped.id));
      assert.ok(stopped.id !== '' && stopped.offset > 0.2);
      const place = { id: stopped.id, offset: stopped.offset };
      assert.deepEqual((await reader.state())?.place, place);
      await reader.tell({ type: 'style', style: { ...STYLE, size: 28 } });
      await assertSame(reader, before);
      await reader.render({
        ...contentOf(text.replace('Lede 2.', 'Second. '.repeat(99)), content),
        render: 2,
      });
      await assertSame(reader, before);
      await reader.close();

      const again = await open({ ...content, place, stays: false, render: 3 });
      await assertSame(again, before, 0.05);
      await again.scrollTo(0);
      await again.tell({ type: 'show', ...place, view: 'whole' });
      await assertSame(again, before, 0.05);
      await again.close();

      const state = { uri: content.uri, view: 'whole' as const, render: 1, place };
      await assertSame(await open(content, { state }), before, 0.05);
    });
  }

  it('is left if another item is opened in the same briefing', async () => {
    const reader = await open(WHOLE);
    await reader.scrollTo(1400);
    await reader.render({ ...WHOLE, id: 's-weather', stays: false, render: 2 });
    assert.equal(await reader.locator('.whole article [aria-current]').getAttribute('id'), 's-weather');
    const top = await reader.topOf('#s-weather');
    assert.ok(top > 0 && top < 100, `at ${top}`);
  });

  it('is taken from the page before only if no other item was asked for', async () => {
    const place = { id: weather, offset: 0.5 };
    const state = { uri: WHOLE.uri, view: 'whole' as const, id: weather, render: 1, place };
    const made = { ...WHOLE, id: weather, render: 2 };
    const opened = await open({ ...made, stays: false }, { state });
    const top = await opened.topOf(`#${weather}`);
    assert.ok(top > 0 && top < 300, `at ${top}`);
    await opened.close();
    const { offset } = await partOf(await open({ ...made, stays: true }, { state }), `#${weather}`);
    assert.ok(Math.abs(offset - 0.5) < 0.01, String(offset));
  });

  it('in a takeaway alone is not covered by the bar', async () => {
    const long = `# T\n\n## A\n\n- **One:** words\n\n  ${paragraphs('Line', 30).replaceAll('\n\n', '\n\n  ')}\n`;
    const content = contentOf(long);
    const id = content.cards[0]?.id ?? '';
    const reader = await open({ ...content, id, place: { id, offset: 0.5 } });
    const bottom = await reader
      .locator('.bar')
      .evaluate((bar) => bar.getBoundingClientRect().bottom / innerHeight);
    const { offset } = await partOf(reader, '.card.current', bottom);
    assert.ok(Math.abs(offset - 0.5) < 0.005, String(offset));
  });

  it('is the item at the reading line, marked in the text and in the outline', async () => {
    const reader = await open(WHOLE, { width: 1200 });
    const places = [
      ['Ship 9.', ships, 's-ships'],
      ['Boat 2.', boats, 's-small-ships'],
      ['Cloud 1.', weather, 's-weather'],
    ] as const;
    for (const [words, id, section] of places) {
      const top = await reader.topOf(`.whole article p:has-text("${words}")`);
      await reader.scrollTo((await reader.page.evaluate(() => window.scrollY)) + top - 200);
      assert.equal(await reader.locator('.whole article [aria-current]').getAttribute('id'), id);
      assert.equal(
        await reader.locator('.contents [aria-current="true"]').getAttribute('href'),
        `#${section}`,
      );
    }
  });

  it('stays the item that was chosen until the person scrolls', async () => {
    const reader = await open(WHOLE);
    await reader.tell({ type: 'show', id: 's-sources', view: 'whole' });
    const marked = reader.locator('.whole article [aria-current]');
    assert.equal(
      await marked.getAttribute('id'),
      's-sources',
      'the line is in another, the page is at its end',
    );
    await reader.page.setViewportSize({ width: 600, height: 600 });
    await reader.rest();
    assert.equal(await marked.getAttribute('id'), 's-sources');
    assert.deepEqual(await reader.told('scrolledTo'), []);
    await reader.scrollTo(1400);
    assert.equal(await marked.getAttribute('id'), ships);
  });

  it('is kept when the view is changed and changed back', async () => {
    const [, , tugs] = WHOLE.cards;
    const reader = await open(WHOLE);
    await reader.tell({ type: 'show', id: tugs?.id, view: 'item' });
    assert.equal(await reader.text('.card.current h1'), 'Tugs');
    await reader.tell({ type: 'show', id: tugs?.id, view: 'whole' });
    assert.equal(await reader.locator('.whole article [aria-current]').getAttribute('id'), tugs?.id);
    assert.ok(await reader.locator('.whole article [aria-current]').isVisible());
  });

  it('within a long takeaway is kept as well', async () => {
    const long = `# T\n\n## A\n\n- One\n- **Two:** words\n\n  ${paragraphs('Line', 30).replaceAll('\n\n', '\n\n  ')}\n`;
    const content = contentOf(long);
    const id = content.cards[1]?.id ?? '';
    const reader = await open({ ...content, id });
    await reader.scrollTo(800);
    const before = await partOf(reader, '.card.current', 0);
    await reader.rest();
    const [stopped] = await reader.told('scrolledTo');
    assert.ok(stopped?.type === 'scrolledTo' && stopped.id === id && stopped.offset > 0.2);
    await reader.page.setViewportSize({ width: 500, height: 500 });
    await reader.settle();
    const after = await partOf(reader, '.card.current', 0);
    assert.ok(Math.abs(before.offset - after.offset) < 0.03, `${before.offset} ${after.offset}`);
  });

  async function partOf(reader: ReaderPage, selector: string, line = LINE) {
    return reader.locator(selector).evaluate((item, part) => {
      const { top, height } = item.getBoundingClientRect();
      return { offset: (window.innerHeight * part - top) / height };
    }, line);
  }
});
