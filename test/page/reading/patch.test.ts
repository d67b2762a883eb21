import assert from 'node:assert/strict';
import { contentOf } from '../../reader/content.ts';
import { useReaderPages } from '../readerPage.ts';
import { HARBOUR } from '../texts.ts';

declare global {
  interface Element {
    /** Set by a test to find out whether the element is replaced. */
    kept?: boolean;
  }
}

describe('An update of the page', () => {
  const open = useReaderPages();
  const id = 's-ships';
  const before = contentOf(HARBOUR, { view: 'whole', id });

  /**
   * Shows a text, marks every element, shows another text, and returns the tags and words of the new
   * elements.
   */
  async function newElements(from: string, to: string): Promise<string[]> {
    const reader = await open(contentOf(from, { view: 'whole' }));
    await reader.page.evaluate(() => {
      for (const element of document.querySelectorAll('*')) element.kept = true;
    });
    await reader.render(contentOf(to, { view: 'whole', render: 2 }));
    return reader.page.evaluate(() =>
      [...document.querySelectorAll('.whole article *')]
        .filter((element) => element.kept !== true)
        .map((element) => `${element.localName} ${element.textContent}`),
    );
  }

  it('replaces only the words that are new', async () => {
    assert.deepEqual(await newElements(HARBOUR, HARBOUR), []);
    const ship = 'Ship 7. A paragraph that fills the page, so that there is something to scroll.';
    assert.deepEqual(await newElements(HARBOUR, HARBOUR.replace(ship, 'Ship 7 has sunk.')), []);
    assert.deepEqual(await newElements(HARBOUR, HARBOUR.replace(ship, `A new one.\n\n${ship}`)), [
      'p A new one.',
    ]);
    assert.deepEqual(await newElements(HARBOUR, HARBOUR.replace(`${ship}\n\n`, '')), []);
    assert.deepEqual(await newElements(HARBOUR, HARBOUR.replace('## Weather', 'More.\n\n## Weather')), [
      'p More.',
    ]);
  });

  it('equals a page that had the words from the start', async () => {
    const edits: readonly ((text: string) => string)[] = [
      (text) => text.replace('title: Harbour', 'title: The harbour'),
      (text) => text.replace('- Fog until noon\n', ''),
      (text) => text.replace('- Fog until noon', '- Fog until *evening*\n- **New:** words'),
      (text) => text.replace('### Small ships', '## Small ships'),
      (text) => text.replace(/## Ships[^]*?(?=## Weather)/, ''),
      (text) => text.replace('## Ships', '## Boats\n\n> A quote.\n\n```js\ncode\n```\n\n## Ships'),
      (text) => text.split('\n\n').reverse().join('\n\n'),
      () => '# Something else\n\nProse.',
    ];
    for (const edit of edits) {
      const after = contentOf(edit(HARBOUR), { view: 'whole', render: 2, uri: 'file:///other.md' });
      const patched = await open(before);
      await patched.render(after);
      const html = await patched.page.evaluate(wholePage);
      await patched.close();
      const fresh = await open(after);
      assert.deepEqual(html, await fresh.page.evaluate(wholePage));
      await fresh.close();
    }
  });

  it('keeps the scroll position to the pixel', async () => {
    const reader = await open(before);
    await reader.scrollTo(1500);
    const words = '.whole article p:has-text("Ship 12.")';
    const top = await reader.topOf(words);
    const longer = HARBOUR.replace('The lede', 'The lede. '.repeat(200)).replace('Cloud 3.', 'Cloud three!');
    await reader.render(contentOf(longer, { view: 'whole', id: 's-in-brief', render: 2 }));
    assert.ok(Math.abs((await reader.topOf(words)) - top) < 2);
    assert.match(await reader.text('.whole article .passage[aria-current]'), /Ship 12\./);
    assert.equal((await reader.state())?.render, 2);
  });

  it('keeps the scroll position within the passage that is updated, too', async () => {
    const reader = await open(before);
    await reader.scrollTo(1000);
    const words = '.whole article p:has-text("Ship 12.")';
    const top = await reader.topOf(words);
    const passages = (text: string) =>
      contentOf(text).cards.filter(({ name }) => name.startsWith('Ships')).length;
    const one = HARBOUR.replace('Ship 3.', 'Ship three.').replace('Ship 19.', 'Ship nineteen.');
    // So much that it is divided after these words.
    const two = HARBOUR.replace('Ship 19.', 'Nineteen. '.repeat(200));
    assert.deepEqual([one, two].map(passages), [1, 2]);
    for (const [at, text] of [one, two].entries()) {
      await reader.render({ ...contentOf(text), view: 'whole', id: 's-in-brief', render: 2 + at });
      assert.ok(Math.abs((await reader.topOf(words)) - top) < 2, String(await reader.topOf(words)));
      const current = reader.locator('.whole article [aria-current]');
      assert.match((await current.textContent()) ?? '', /Ship 12\./);
      assert.equal((await reader.state())?.place?.id, await current.getAttribute('id'));
    }
  });

  it('keeps the selection and the focus', async () => {
    const reader = await open(before);
    await reader.page.evaluate(() => {
      const words = [...document.querySelectorAll('.whole p')].find((p) =>
        p.textContent.startsWith('Ship 2.'),
      );
      if (words) document.getSelection()?.selectAllChildren(words);
      document.querySelector<HTMLElement>('.bar [data-press="help"]')?.focus();
    });
    await reader.render(
      contentOf(HARBOUR.replace('Ship 4.', 'Ship four.'), { view: 'whole', id, render: 2 }),
    );
    const [selected, focused] = await reader.page.evaluate(() => [
      String(document.getSelection()),
      document.activeElement?.getAttribute('data-press'),
    ]);
    assert.match(selected, /^Ship 2\./);
    assert.equal(focused, 'help');
  });

  it('keeps the current item, or shows the one that the extension names if it is gone', async () => {
    const [, first, second] = before.cards;
    assert.ok(first && second);
    const reader = await open({ ...before, view: 'item', id: second.id });
    const edited = HARBOUR.replace('Two are back', 'Three are back');
    const after = contentOf(edited, { render: 2 });
    await reader.render({ ...after, id: after.cards[2]?.id ?? '' });
    assert.match(await reader.text('.card.current'), /Three are back/);
    assert.equal(await reader.text('.where'), '3 of 7 · 3 min left');
    assert.equal(await reader.locator('.card.current').count(), 1);
    assert.equal(await reader.page.evaluate(() => document.activeElement?.className), 'card current');
  });

  it('with another briefing starts at its item, with its title and data', async () => {
    const reader = await open(before);
    await reader.scrollTo(1500);
    const other = contentOf('# Other\n\n## A\n\n- **One:** 1\n- **Two:** 2\n', {
      uri: 'file:///other.md',
      render: 2,
    });
    await reader.render({ ...other, id: other.cards[1]?.id ?? '' });
    assert.equal(await reader.page.title(), 'Other');
    assert.equal(await reader.text('.card.current h1'), 'Two');
    assert.equal(await reader.page.evaluate(() => window.scrollY), 0);
    const place = { id: other.cards[1]?.id, offset: 0 };
    const { at, ...state } = (await reader.state()) ?? {};
    assert.ok(Number(at) > 1.7e12);
    assert.deepEqual(state, {
      ...{ uri: 'file:///other.md', view: 'item', render: 2, id: other.cards[1]?.id, place, words: [] },
    });
  });

  it('is requested if the page is older than what it last showed, and nothing old is seen', async () => {
    const weather = before.cards.at(-1)?.id ?? '';
    const place = { id: weather, offset: 0.5 };
    const state = { uri: before.uri, view: 'whole' as const, id: weather, render: 2, place };
    const reader = await open(before, { state });
    assert.deepEqual(await reader.told('stale'), [{ type: 'stale' }]);
    assert.ok(!(await reader.locator('.whole h1').isVisible()));
    assert.deepEqual(await reader.state(), state, 'which is not forgotten meanwhile');
    await reader.render({ ...before, id: weather, render: 3 });
    assert.ok(await reader.locator('.whole article').isVisible());
    assert.equal(await reader.locator('.whole article [aria-current]').getAttribute('id'), weather);
    const now = await reader.state();
    assert.ok(now?.render === 3 && Math.abs((now.place?.offset ?? 0) - 0.5) < 0.01, JSON.stringify(now));
  });

  it('that does not come leaves the old words visible', async () => {
    const reader = await open(before, { state: { uri: before.uri, view: 'whole', render: 2 } });
    await reader.locator('.whole h1').waitFor({ state: 'visible' });
  });
});

/** Each element of the page with its sorted attributes and its words. Runs in the page. */
function wholePage(): string[] {
  return [...document.querySelectorAll('#page *')].map((element) => {
    const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${value}"`).sort();
    return `<${element.localName}${attributes.join('')}>${element.textContent}`;
  });
}
