import assert from 'node:assert/strict';
import { contentOf } from '../../reader/content.ts';
import { useReaderPages } from '../readerPage.ts';

describe('All images of a briefing', () => {
  const open = useReaderPages();

  it('are requested only if a person presses the button, not a script', async () => {
    const image = (href: string) => ({ kind: 'ask', href }) as const;
    const text = '# T\n\nA ![map](https://maps.example/map.png)';
    const [{ id } = { id: '' }] = contentOf(text).cards;
    const images = { count: 2, hosts: ['maps.example'] };
    for (const view of ['item', 'whole'] as const) {
      const reader = await open(contentOf(text, { view, id, images }, { image }));
      const button = reader.locator('button.image:visible');
      await reader.told();
      await button.evaluate((element: HTMLElement) => {
        element.click();
      });
      assert.deepEqual(await reader.told('buttonPressed'), []);
      await button.click();
      assert.deepEqual(await reader.told('buttonPressed'), [{ type: 'buttonPressed', button: 'showImages' }]);
    }
  });
});
