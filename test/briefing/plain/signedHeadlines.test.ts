import assert from 'node:assert/strict';
import { allTakeaways, read } from '../support/fixture.ts';

const FERRY = ['■ Ferry stops', 'It is late. [Gazette](https://a.example)', ''];
const TUG = ['■ 曳船が止まる', '　九時に止まった。', ''];
const CRANE = ['■Crane comes', 'At nine.', ''];

const items = (...lines: string[]) =>
  allTakeaways(read('# T', '', '## News', '', ...lines)).map(({ label, text }) => [label, text]);

describe('Headlines after a sign', () => {
  it('are those of stories, if three in a text with headings are above their text', () => {
    assert.deepEqual(items(...FERRY, ...TUG, '## More', ...CRANE, ...CRANE), [
      ['Ferry stops', 'It is late. Gazette'],
      ['曳船が止まる', '九時に止まった。'],
      ['Crane comes', 'At nine.'],
      ['Crane comes', 'At nine.'],
    ]);
  });

  it('are those of one sign, whatever another is before', () => {
    const labels = items(...FERRY, ...TUG, ...CRANE, '★ A note: it stops.', 'At nine.').map(
      ([label]) => label,
    );
    assert.deepEqual(labels, ['Ferry stops', '曳船が止まる', 'Crane comes']);
  });

  it('are none if there are fewer, or the sign is also before something else', () => {
    for (const lines of [
      [...FERRY, ...TUG],
      [...FERRY, ...TUG, ...CRANE, '■ It is late.', 'Very.'],
      [...FERRY, ...TUG, ...CRANE, '■ Cranes:', 'Two'],
      [...FERRY, ...TUG, ...CRANE, 'The sign', '■ of ferries', 'is this.'],
      [...FERRY, ...TUG, ...CRANE, '■ Cranes', '- a', '- b'],
    ])
      assert.ok(!items(...lines).some(([label]) => label === 'Ferry stops'), lines.join(' / '));
  });
});
