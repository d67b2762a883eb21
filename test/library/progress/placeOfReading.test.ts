import assert from 'node:assert/strict';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { placeOfReading, storedPlace } from '../../../src/library/progress/place.ts';
import { briefingKey } from '../../../src/briefing/text/wordsKey.ts';
import { read } from '../../briefing/support/fixture.ts';
import { memoryReadingLog } from '../support/memoryStorage.ts';

const ITEMS = ['', '- The quay is shut.', '- The pier is open.', '- The bridge is late.'];
const BEFORE = read('# Harbour, 3 March 2026', ...ITEMS);
const RENAMED = read('# The harbour, 4 March 2026', ...ITEMS);

/** A log in which reading stopped at an item of the briefing, and as many of its first items are read. */
async function stoppedAt(item: number, read: number) {
  const { reading: log } = memoryReadingLog();
  const keys = itemsIn(BEFORE).map(({ key }) => key);
  await log.markRead(keys.slice(0, read));
  void log.stopAt(briefingKey(BEFORE), storedPlace(BEFORE, itemsIn(BEFORE)[item], 0.5));
  return log;
}

describe('Where reading stopped', () => {
  it('is known by the title and date, whatever was read', async () => {
    assert.equal(placeOfReading(BEFORE, await stoppedAt(2, 0))?.offset, 0.5);
  });

  it('is known by the words if title or date were changed, and all above was read', async () => {
    assert.equal(placeOfReading(RENAMED, await stoppedAt(2, 2))?.item, itemsIn(BEFORE)[2]?.key);
    assert.equal(placeOfReading(RENAMED, await stoppedAt(2, 1)), undefined);
    assert.equal(placeOfReading(RENAMED, await stoppedAt(0, 3)), undefined, 'it begins there anyway');
    const other = read('# Town', '', '- The crane is new.', '- The tug is old.', ITEMS[3] ?? '');
    assert.equal(placeOfReading(other, await stoppedAt(2, 2)), undefined, 'only one item is the same');
  });

  it('is its own place rather than a later one at the same words', async () => {
    const log = await stoppedAt(1, 2);
    void log.stopAt(briefingKey(RENAMED), storedPlace(RENAMED, itemsIn(RENAMED)[2], 0));
    assert.equal(placeOfReading(BEFORE, log)?.item, itemsIn(BEFORE)[1]?.key);
  });

  it('is an earlier one if the latest is below what is unread', async () => {
    const log = await stoppedAt(1, 1);
    const last = read('# Town', '', ITEMS[3] ?? '');
    void log.stopAt(briefingKey(last), storedPlace(last, itemsIn(last)[0], 0));
    assert.equal(placeOfReading(RENAMED, log)?.item, itemsIn(BEFORE)[1]?.key);
  });
});
