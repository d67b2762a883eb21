import assert from 'node:assert/strict';
import { shapeOf } from '../../../src/intake/files/shape.ts';
import { entryOf, feedOf } from './harbour.ts';
import { worked } from '../../support/clock.ts';

const LONG = entryOf(1, { html: `<p>${'The ferry stops. '.repeat(90)}</p>` });
const SHORT = entryOf(2);
const STRUCTURED = entryOf(3, { html: '<h2>Ferries</h2><ul><li>They stop.</ul>' });

describe('The shape of a feed', () => {
  it('is one file for each entry if entries are long or have structure', () => {
    assert.equal(shapeOf(feedOf(LONG)), 'issues');
    assert.equal(shapeOf(feedOf(LONG, SHORT, LONG)), 'issues');
    assert.equal(shapeOf(feedOf(STRUCTURED)), 'issues');
    assert.equal(shapeOf(feedOf({ id: '1', title: 'a', text: 'It rains. '.repeat(200) })), 'issues');
  });

  it('is one file a day for short entries', () => {
    assert.equal(shapeOf(feedOf()), 'digest');
    assert.equal(shapeOf(feedOf(SHORT, LONG, SHORT)), 'digest');
    assert.equal(shapeOf(feedOf(entryOf(1, { html: `<img src="${'x'.repeat(5000)}">` }))), 'digest');
  });

  it('is found in bounded time for a feed that was made to be slow', () => {
    const begun = worked();
    for (const html of ['<'.repeat(3e6), '<a '.repeat(1e6), ' '.repeat(3e6), `<${'a'.repeat(3e6)}`])
      assert.equal(typeof shapeOf(feedOf(entryOf(1, { html }))), 'string');
    assert.ok(worked() - begun < 2000);
  });
});
