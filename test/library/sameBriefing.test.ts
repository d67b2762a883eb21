import assert from 'node:assert/strict';
import { isSameBriefing } from '../../src/library/entryQueries.ts';
import { entryOf } from './support/entries.ts';

describe('Two files hold the same briefing', () => {
  const { outline } = entryOf('Morning news', {
    date: '2026-03-05',
    items: ['Fog is expected.', 'Tugs are back.'],
  });
  const isSame = (...[title, more]: Parameters<typeof entryOf>) =>
    isSameBriefing(outline, entryOf(title, more).outline);

  it('if their text is the same, whatever their names are', () => {
    assert.ok(isSame('Morning news', { date: '2026-03-05', items: ['Fog is expected.', 'Tugs are back.'] }));
    assert.ok(isSameBriefing(outline, { ...outline, title: 'Other', key: 'other', date: '2026-03-06' }));
  });

  it('if one was edited, but title, date and at least one item are the same', () => {
    assert.ok(isSame('Morning News', { date: '2026-03-05', items: ['A new one.', 'Fog is expected.'] }));
  });

  it('but not if only their titles or only their items are the same', () => {
    assert.ok(!isSame('Morning news', { date: '2026-03-05', items: ['Another day, another fog.'] }));
    assert.ok(!isSame('Morning news', { date: '2026-03-06', items: ['Fog is expected.'] }));
    assert.ok(!isSame('Evening news', { date: '2026-03-05', items: ['Fog is expected.'] }));
  });
});
