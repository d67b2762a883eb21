import assert from 'node:assert/strict';
import { contentOf } from '../../reader/content.ts';
import { type ReaderPage, useReaderPages } from '../readerPage.ts';

const TEXT = `# The port

The port, the *por*t and the report of Port 7. Ports.

## In brief

- **Port quay:** The port is open [1].
- Two ports in the **harb**our

## 港口

关于港口的消息。

## Sources

1. [The port](https://notice.example/14)
`;

describe('Words that were searched for', () => {
  const open = useReaderPages();
  const content = contentOf(TEXT);
  const [, quay = '', two = ''] = content.cards.map(({ id }) => id);

  /** The marked words, with the letter before and after each. */
  async function marked(reader: ReaderPage): Promise<string[]> {
    return reader.page.evaluate(() => {
      const ranges = [...(CSS.highlights.get('found') ?? [])] as Range[];
      return ranges.map((range) => {
        const { endContainer, endOffset } = range;
        return `${range.toString()}${(endContainer.textContent ?? '').slice(endOffset, endOffset + 1)}`;
      });
    });
  }

  it('are marked in any case, at the start of a word, also between letters of another script', async () => {
    const reader = await open({ ...content, view: 'whole' });
    await reader.tell({ type: 'highlight', words: ['port', 'harbour', '港口', ''] });
    assert.deepEqual(await marked(reader), [
      ...['port', 'port,', 'port ', 'Port ', 'Ports', 'Port ', 'port ', 'ports', 'port'],
      ...['harbour', '港口', '港口的'],
    ]);
    await reader.tell({ type: 'highlight', words: ['Port'] });
    assert.equal((await marked(reader)).length, 9);
    await reader.tell({ type: 'highlight', words: [] });
    assert.equal(await reader.page.evaluate(() => CSS.highlights.has('found')), false);
  });

  it('are marked with and without accents', async () => {
    const reader = await open(
      contentOf('# Élysée\n\nThe Elysée, an Übersee café; がか.\n', { view: 'whole' }),
    );
    await reader.tell({ type: 'highlight', words: ['elysée', 'ubersee', 'CAFE', 'か'] });
    assert.deepEqual(await marked(reader), ['Élysée', 'Elysée,', 'Übersee ', 'café;', 'か.']);
  });

  it('stay marked while one moves in the briefing, and while it is edited', async () => {
    const reader = await open({ ...content, id: quay, words: ['port'] });
    assert.deepEqual(await marked(reader), ['Port ', 'port ', 'port']);
    await reader.tell({ type: 'show', id: two, view: 'item' });
    assert.deepEqual(await marked(reader), ['ports', 'port']);
    await reader.tell({ type: 'show', id: two, view: 'whole' });
    assert.equal((await marked(reader)).length, 9);
    await reader.render(
      contentOf(TEXT.replace('Two ports', 'Two other ports'), { view: 'whole', render: 2 }),
    );
    assert.equal((await marked(reader)).length, 9);
    const state = (await reader.state()) ?? undefined;
    await reader.close();
    const again = await open({ ...content, view: 'whole', render: 2 }, state && { state });
    assert.equal((await marked(again)).length, 9, 'over a switch of tabs');
  });

  it('are readable in high contrast, and in forced colors', async () => {
    const reader = await open({ ...content, view: 'whole', words: ['port'] });
    const colours = () =>
      reader.locator('.whole .lede p').evaluate((p) => {
        const { color, backgroundColor } = getComputedStyle(p, '::highlight(found)');
        return [color, backgroundColor];
      });
    await reader.page.evaluate(() => {
      document.body.classList.add('vscode-high-contrast');
      const { style } = document.documentElement;
      style.setProperty('--vscode-editor-foreground', '#ffffff');
      style.setProperty('--vscode-editor-selectionForeground', '#000000');
      style.setProperty('--vscode-editor-selectionBackground', '#f3f518');
    });
    assert.deepEqual(await colours(), ['rgb(0, 0, 0)', 'rgb(243, 245, 24)']);
    await reader.page.emulateMedia({ forcedColors: 'active' });
    const system = await reader.page.evaluate(() => {
      document.body.style.cssText = 'color: MarkText; background-color: Mark; forced-color-adjust: none';
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor];
    });
    assert.deepEqual(await colours(), system);
  });

  it('are no longer marked after Escape, and in another briefing', async () => {
    const reader = await open({ ...content, view: 'whole', words: ['port'] });
    await reader.page.keyboard.press('Escape');
    assert.deepEqual([await marked(reader), await reader.heard()], [[], []]);
    await reader.page.keyboard.press('Escape');
    assert.equal((await reader.heard()).length, 1);
    const state = (await reader.state()) ?? undefined;
    await reader.tell({ type: 'highlight', words: ['port'] });
    await reader.render(contentOf(TEXT, { view: 'whole', uri: 'file:///other.md', render: 2 }));
    assert.deepEqual(await marked(reader), []);
    await reader.close();
    const again = await open({ ...content, view: 'whole', words: ['port'] }, state && { state });
    assert.deepEqual(await marked(again), [], 'nor do they come back with the page');
  });
});

describe('Find in the page', () => {
  const open = useReaderPages();

  it('finds the words of the text before those of the outline', async () => {
    const content = contentOf(
      '# The port\n\nWords.\n\n## Quays\n\n- One\n\n## Ships\n\nThe tugs.\n\n## Tugs\n\nTwo.',
    );
    const reader = await open({ ...content, view: 'whole' }, { width: 1300 });
    assert.ok(await reader.locator('.contents').isVisible());
    const boxes = await reader.page.evaluate(() =>
      ['.contents', '.whole article', '.bar'].map((one) =>
        document.querySelector(one)?.getBoundingClientRect(),
      ),
    );
    const [outline, text, bar] = boxes;
    assert.ok(outline && text && bar && outline.right <= text.left, 'it stands beside the text');
    assert.ok(outline.top >= bar.bottom && outline.top < text.top + 100, 'and begins where that does');
    // As VS Code does in a browser. On the desktop, the browser’s own search goes through a page in the same
    // order.
    const found = await reader.page.evaluate(() =>
      [1, 2, 3].map(() => {
        (window as unknown as { find: (text: string) => boolean }).find('tugs');
        const place = getSelection()?.anchorNode?.parentElement?.closest('nav, h2, p');
        return place?.tagName;
      }),
    );
    assert.deepEqual(found, ['P', 'H2', 'NAV']);
  });
});
