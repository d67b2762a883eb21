import assert from 'node:assert/strict';
import { contentOf } from '../reader/content.ts';
import { type ReaderPage, useReaderPages } from './readerPage.ts';
import { HARBOUR } from './texts.ts';

/** The focus is elsewhere, and calls of `focus` are counted. */
const before = 'taken = 0; focus = () => taken++; document.hasFocus = () => false;';

describe('Focus that the page was given', () => {
  const open = useReaderPages();

  /** How often the page has taken the focus, after longer than it waits. */
  async function taken({ page }: ReaderPage): Promise<number> {
    await page.waitForTimeout(300);
    return page.evaluate(() => (globalThis as unknown as { taken: number }).taken);
  }

  it('is taken if it does not arrive', async () => {
    const reader = await open(contentOf(HARBOUR), { before });
    assert.equal(await taken(reader), 0, 'none was given');
    await reader.tell({ type: 'focus', at: Date.now() });
    assert.equal(await taken(reader), 1);
  });

  it('is left alone if it is there', async () => {
    const reader = await open(contentOf(HARBOUR), { before: `${before} document.hasFocus = () => true;` });
    await reader.tell({ type: 'focus', at: Date.now() });
    assert.equal(await taken(reader), 0);
  });

  it('is left alone after a while, because a box may have opened since', async () => {
    const reader = await open(contentOf(HARBOUR), { before });
    await reader.tell({ type: 'focus', at: Date.now() - 2000 });
    assert.equal(await taken(reader), 0);
  });

  it('is left alone if it arrived and moved on', async () => {
    const reader = await open(contentOf(HARBOUR), { before });
    await reader.tell({ type: 'focus', at: Date.now() });
    await reader.page.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
    assert.equal(await taken(reader), 0);
  });
});
