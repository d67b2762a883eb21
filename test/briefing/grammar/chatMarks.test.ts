import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { read, takeawayOf } from '../support/fixture.ts';

describe('The citation marks of a chat', () => {
  it('are not text', () => {
    for (const mark of [
      '【4†source】',
      ' 【12:3†L1-L4】',
      ' citeturn0search3turn12news1',
      ' \ue200cite\ue202turn0search3\ue202turn1news0\ue201',
      ':contentReference[oaicite:0]{index=0}',
    ]) {
      assert.equal(
        takeawayOf(`The ferry stops.${mark} It is late.${mark}`).text,
        'The ferry stops. It is late.',
      );
      const html = renderBriefing(read('# T', '', `A **ferry**${mark} stops.`));
      assert.ok(html.includes('<strong>ferry</strong> stops.'), html);
    }
  });

  it('are text in any other form', () => {
    for (const words of [
      '【新】 The ferry',
      'citeturn is a word',
      'See `citeturn0search3`',
      'A † stands there',
    ])
      assert.equal(takeawayOf(words).text, words.replaceAll('`', ''));
  });

  it('do not make an item if there is no other text', () => {
    assert.deepEqual(readingItems(read('# T', '', '## A', '', '- a', '- 【4†source】')).length, 1);
  });
});
