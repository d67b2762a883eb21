import assert from 'node:assert/strict';
import { contentOf } from '../../reader/content.ts';
import { useReaderPages } from '../readerPage.ts';
import { HARBOUR } from '../texts.ts';

const CONTENT = contentOf(HARBOUR);
const id = CONTENT.cards[1]?.id ?? '';

describe('A sentence that the page shows', () => {
  const open = useReaderPages();

  for (const [view, side, bar] of [
    ['item', 'top', '.turn'],
    ['whole', 'bottom', '.bar'],
  ] as const)
    it(`is beside the text of the ${view} view`, async () => {
      const reader = await open({ ...CONTENT, view, id });
      await reader.tell({ type: 'say', text: 'Copied.' });
      assert.equal(await reader.text('#status[role="status"]'), 'Copied.');
      const edgeOf = (selector: string) =>
        reader.locator(selector).evaluate((element, edge) => element.getBoundingClientRect()[edge], side);
      const [edge, limit] = [await edgeOf('#status'), await edgeOf(bar)];
      assert.ok(side === 'top' ? edge >= limit : edge <= limit, `${edge}, ${limit}`);
    });
});
