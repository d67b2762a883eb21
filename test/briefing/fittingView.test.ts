import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { fittingView } from '../../src/briefing/fittingView.ts';

const SENTENCE = 'The harbour office has said what it wants to do with the north quay this year. ';

function viewOf(...lines: readonly string[]): string {
  return fittingView(parseBriefing(['# T', '', ...lines].join('\n'), '1.md'));
}

describe('The default view of a briefing', () => {
  it('is one item at a time for points, stories and short prose', () => {
    assert.equal(viewOf(), 'item');
    assert.equal(viewOf('## A', '', '- **L:** one', '- two [there](https://a.example)'), 'item');
    assert.equal(viewOf('## A', '', SENTENCE.repeat(20)), 'item');
    const stories = Array.from({ length: 40 }, (_, i) => `- **Story ${i}:** ${SENTENCE.repeat(3)}`);
    assert.equal(viewOf('## A', '', ...stories), 'item');
  });

  it('is the whole briefing for lists of links', () => {
    const links = Array.from({ length: 10 }, (_, i) => `- [Ship number ${i}](https://a.example/${i})`);
    assert.equal(viewOf('## A', '', ...links), 'whole');
    assert.equal(viewOf('## A', '', ...links.slice(0, 5)), 'item');
    assert.equal(
      viewOf('## A', '', ...links.map((link) => `${link} came in after ${SENTENCE.repeat(2)}`)),
      'item',
    );
  });

  it('is the whole briefing for long prose', () => {
    const paragraphs = Array.from({ length: 20 }, () => [SENTENCE.repeat(6), '']).flat();
    assert.equal(viewOf('## A', '', ...paragraphs), 'whole');
    const points = Array.from({ length: 20 }, () => `- ${SENTENCE.repeat(6)}`);
    assert.equal(viewOf('## A', '', ...paragraphs, ...points), 'item');
  });
});
