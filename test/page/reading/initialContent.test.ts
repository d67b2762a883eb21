import assert from 'node:assert/strict';
import { initialContent } from '../../../src/reader/initialContent.ts';
import { END } from '../../../src/reader/messages.ts';
import { contentOf } from '../../reader/content.ts';
import { useReaderPages } from '../readerPage.ts';

const TEXT = `# Port\n\n${Array.from({ length: 1200 }, (_, at) => `## Berth ${at}\n\n- **Tug ${at}:** Back from the yard, and ready.\n- **Ship ${at}:** Two ships came in from the north.\n`).join('\n')}`;

describe('A page that is too long to be sent at once', () => {
  const open = useReaderPages();
  const content = contentOf(TEXT);
  const ids = content.cards.map(({ id }) => id);
  const [, second = '', third = ''] = ids;

  it('requests the rest after the first part was seen, and keeps that part', async () => {
    const item = { ...content, id: second };
    const reader = await open(initialContent(item));
    assert.equal(await reader.text('.card.current .name'), 'Ship 0');
    assert.equal(await reader.text('.next .turn-name'), 'Tug 1');
    await reader.page.waitForFunction(() => window.told.some(({ message }) => message.type === 'stale'));
    const card = await reader.locator('.card.current').elementHandle();
    await reader.render({ ...item, render: 2 });
    assert.equal(await card.evaluate((one) => one.isConnected && one === document.activeElement), true);
    assert.equal(await reader.locator('.whole .takeaway').count(), ids.length);
    for (const [id, name] of [
      [third, 'Tug 1'],
      [ids.at(-1), 'Ship 1199'],
      [END, undefined],
    ] as const) {
      await reader.tell({ type: 'show', id, view: 'item' });
      if (name !== undefined) assert.equal(await reader.text('.card.current .name'), name);
    }
    assert.ok(await reader.locator('.end-card.current').isVisible());
  });

  it('has the whole text at once in the whole view, and items once the rest has come', async () => {
    const whole = { ...content, view: 'whole' as const, id: ids[600] ?? '' };
    const reader = await open(initialContent(whole));
    assert.equal(await reader.locator('.whole .takeaway').count(), ids.length);
    const top = await reader.topOf('.whole [aria-current]');
    await reader.render({ ...whole, render: 2 });
    assert.equal(await reader.topOf('.whole [aria-current]'), top);
    await reader.tell({ type: 'show', id: ids[900], view: 'item' });
    assert.equal(await reader.text('.card.current .name'), 'Tug 450');
  });

  it('requests nothing if everything is there', async () => {
    const reader = await open(contentOf('# Port\n\n- **Tug:** Back.'));
    await reader.rest();
    assert.deepEqual(await reader.told('stale'), []);
  });
});
