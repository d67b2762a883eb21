import assert from 'node:assert/strict';
import { contentOf, NOTHING } from '../reader/content.ts';
import { useReaderPages } from './readerPage.ts';
import { HARBOUR } from './texts.ts';

const CONTENT = contentOf(HARBOUR);
const tugs = CONTENT.cards[2]?.id ?? '';

describe('The page of a file that can no longer be read', () => {
  const open = useReaderPages();

  it('says so in a status line for as long as that lasts', async () => {
    const reader = await open({ ...CONTENT, id: tugs });
    const line = reader.page.getByRole('status').filter({ hasText: 'no longer exists' });
    for (const view of ['item', 'whole'] as const) {
      await reader.tell({ type: 'show', id: tugs, view });
      await reader.tell({ type: 'status', status: { ...NOTHING, fault: 'The file no longer exists.' } });
      assert.ok(await line.isVisible());
      // Also after a new render, which does not scroll.
      await reader.render({
        ...CONTENT,
        view,
        id: tugs,
        status: { ...NOTHING, fault: 'The file no longer exists.' },
      });
      assert.ok(await line.isVisible());
      await reader.tell({ type: 'status', status: NOTHING });
      assert.equal(await line.count(), 0);
    }
  });
});
