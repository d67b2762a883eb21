import assert from 'node:assert/strict';
import { contentOf } from '../../reader/content.ts';
import { useReaderPages } from '../readerPage.ts';
import { paragraphs } from '../texts.ts';

describe('Selected text on the page', () => {
  const open = useReaderPages();

  it('determines the current item, wherever the window is scrolled: Find selects its matches', async () => {
    const content = contentOf(`# T\n\n## A\n\n- One\n- Two\n- Three\n\n${paragraphs('Line', 30)}`);
    const [one = '', , three = ''] = content.cards.map(({ id }) => id);
    const reader = await open({ ...content, view: 'whole', id: one });
    await reader.told();
    const select = (from: string) =>
      reader.page.evaluate((id) => {
        const words = document.evaluate(
          './/text()[normalize-space()]',
          document.getElementById(id) ?? document,
        );
        const found = words.iterateNext();
        if (found) document.getSelection()?.setBaseAndExtent(found, 0, found, 3);
      }, from);
    await select(three);
    await reader.rest();
    assert.deepEqual(await reader.told('scrolledTo'), [{ type: 'scrolledTo', id: three, offset: 0 }]);
    assert.equal(await reader.locator('.whole [aria-current]').getAttribute('id'), three);
    await reader.page.evaluate(() => document.getSelection()?.removeAllRanges());
    await reader.settle();
    assert.equal(await reader.locator('.whole [aria-current]').getAttribute('id'), three);
  });
});
