import assert from 'node:assert/strict';
import { isSameBriefing } from '../../src/library/entryQueries.ts';
import { entryOf } from './support/entries.ts';

describe('Two files hold one briefing', () => {
  const { outline } = entryOf('Morning news', {
    date: '2026-03-05',
    items: ['Fog is expected.', 'Tugs are back.'],
  });
  const isSame = (...[title, more]: Parameters<typeof entryOf>) =>
    isSameBriefing(outline, entryOf(title, more).outline);

  it('where their text is the same, whatever their names make of it', () => {
    assert.ok(isSame('Morning news', { date: '2026-03-05', items: ['Fog is expected.', 'Tugs are back.'] }));
    assert.ok(isSameBriefing(outline, { ...outline, title: 'Other', key: 'other', date: '2026-03-06' }));
  });

  it('where one was edited, and is of the same title, date and something in it', () => {
    assert.ok(isSame('Morning News', { date: '2026-03-05', items: ['A new one.', 'Fog is expected.'] }));
  });

  it('and not where only their titles are the same, or only what they say', () => {
    assert.ok(!isSame('Morning news', { date: '2026-03-05', items: ['Another day, another fog.'] }));
    assert.ok(!isSame('Morning news', { date: '2026-03-06', items: ['Fog is expected.'] }));
    assert.ok(!isSame('Evening news', { date: '2026-03-05', items: ['Fog is expected.'] }));
  });
});
