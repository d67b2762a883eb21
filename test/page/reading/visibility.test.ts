import assert from 'node:assert/strict';
import type { PageContent } from '../../../src/reader/content.ts';
import { END } from '../../../src/reader/messages.ts';
import { contentOf } from '../../reader/content.ts';
import { type ReaderPage, useReaderPages } from '../readerPage.ts';
import { paragraphs } from '../texts.ts';

declare global {
  interface Window {
    /** Makes the page check what is in view, as it does each {@link LOOK}. */
    look(): void;
  }
}

/** In ms. */
const LOOK = 250;

/** The test controls when the page checks. */
const before = 'window.setInterval = (look) => { window.look = look; return 1; };';

const TEXT = ['# T', '## Ships', '- **One:** a\n- **Two:** b\n- **Three:** c', 'A passage.'].join('\n\n');

describe('What counts as seen on the page', () => {
  const open = useReaderPages();

  /** A page with these items, each of which takes this many seconds to read. */
  async function opened(text: string, seconds: readonly number[], more: Partial<PageContent>) {
    const content = contentOf(text);
    const ids = content.cards.map(({ id }) => id);
    const times = Object.fromEntries(ids.map((id, at) => [id, [seconds[at] ?? 0, 0] as const]));
    const reader = await open({ ...content, id: ids[0] ?? '', ...more, times }, { before });
    await reader.told();
    return { reader, ids };
  }

  /**
   * Checks for this long, and returns the numbers of the items that are seen, with `.` for the end of an
   * item.
   */
  async function seenIn(reader: ReaderPage, ids: readonly string[], ms: number): Promise<string[]> {
    await reader.page.evaluate((times) => {
      for (let i = 0; i < times; i++) window.look();
    }, ms / LOOK);
    const told = await reader.told('itemSeen');
    return told.flatMap((one) =>
      one.type === 'itemSeen' ? `${ids.indexOf(one.id)}${one.end ? '.' : ''}` : [],
    );
  }

  it('is a short item after a second, and its end with it', async () => {
    const { reader, ids } = await opened(TEXT, [1, 1, 1, 1], { view: 'item' });
    assert.deepEqual(await seenIn(reader, ids, 750), []);
    assert.deepEqual(await seenIn(reader, ids, 250), ['0', '0.']);
    assert.deepEqual(await seenIn(reader, ids, 10_000), [], 'and that is told once');
  });

  it('is nothing while the person is elsewhere, until they use the page again', async () => {
    for (const view of ['item', 'whole'] as const) {
      const { reader, ids } = await opened(TEXT, [1, 1, 1, 1], { view });
      const happens = (event: string) =>
        reader.page.evaluate((name) => window.dispatchEvent(new Event(name)), event);
      await seenIn(reader, [], 1000);
      await reader.tell({ type: 'resetVisibility' });
      await happens('blur');
      assert.deepEqual(await seenIn(reader, ids, 10_000), []);
      await happens('pointermove');
      assert.deepEqual(await seenIn(reader, ids, 1000), ['0', '0.']);
    }
  });

  it('is an item that was opened from elsewhere, though the page had the focus only for a moment', async () => {
    const { reader, ids } = await opened(TEXT, [1, 1, 1, 1], { view: 'item' });
    await reader.page.evaluate(() => {
      window.look();
      window.dispatchEvent(new Event('focus'));
      window.dispatchEvent(new Event('blur'));
    });
    assert.deepEqual(await seenIn(reader, ids, 1000), ['0', '0.']);
  });

  it('is a long item after a part of its reading time', async () => {
    const text = `# T\n\n${paragraphs('Line', 20)}`;
    const { reader, ids } = await opened(text, [20], { view: 'item' });
    assert.deepEqual(await seenIn(reader, ids, 1500), []);
    assert.deepEqual(await seenIn(reader, ids, 4250), []);
    assert.deepEqual(await seenIn(reader, ids, 250), ['0'], 'whose end is below the window');
    await reader.scrollTo(99_999);
    assert.deepEqual(await seenIn(reader, ids, 750), []);
    assert.deepEqual(await seenIn(reader, ids, 250), ['0.']);
  });

  it('is not what is only passed', async () => {
    const { reader, ids } = await opened(TEXT, [1, 1, 1, 1], { view: 'item' });
    for (const id of [...ids, END, ...ids.toReversed()]) {
      await reader.tell({ type: 'show', id, view: 'item' });
      assert.deepEqual(await seenIn(reader, ids, 750), []);
    }
  });

  it('is one item after the other in the whole view, each after its own time', async () => {
    const { reader, ids } = await opened(TEXT, [1, 10, 1, 5], { view: 'whole' });
    assert.deepEqual(await seenIn(reader, ids, 750), []);
    assert.deepEqual(await seenIn(reader, ids, 250), ['0', '0.']);
    assert.deepEqual(await seenIn(reader, ids, 2750), []);
    assert.deepEqual(await seenIn(reader, ids, 250), ['1', '1.']);
    assert.deepEqual(await seenIn(reader, ids, 1000), ['2', '2.']);
    assert.deepEqual(await seenIn(reader, ids, 1250), []);
    assert.deepEqual(await seenIn(reader, ids, 250), ['3', '3.']);
    assert.deepEqual(await seenIn(reader, ids, 10_000), []);
  });

  it('is what is in view without a break in the whole view', async () => {
    const text = `# T\n\n${paragraphs('Lede', 20)}\n\n## A\n\n${paragraphs('Ship', 20)}`;
    const { reader, ids } = await opened(text, [10, 1], { view: 'whole' });
    assert.deepEqual(await seenIn(reader, ids, 2750), []);
    await reader.scrollTo(99_999);
    assert.deepEqual(await seenIn(reader, ids, 1000), ['1', '1.'], 'what is before it is not waited for');
    await reader.scrollTo(0);
    assert.deepEqual(await seenIn(reader, ids, 2750), [], 'and begins anew');
    assert.deepEqual(await seenIn(reader, ids, 250), ['0']);
  });

  it('starts again if nobody has looked until now', async () => {
    const { reader, ids } = await opened(TEXT, [1, 10, 1, 5], { view: 'whole' });
    assert.deepEqual(await seenIn(reader, ids, 2000), ['0', '0.']);
    await reader.tell({ type: 'resetVisibility' });
    assert.deepEqual(await seenIn(reader, ids, 1000), ['0', '0.']);
    assert.deepEqual(await seenIn(reader, ids, 2750), []);
    assert.deepEqual(await seenIn(reader, ids, 250), ['1', '1.']);
  });

  it('is the whole briefing if there is only a title', async () => {
    const { reader } = await opened('# T', [], { view: 'whole' });
    assert.deepEqual(await seenIn(reader, [''], 1000), ['0', '0.']);
  });
});
