import assert from 'node:assert/strict';
import { citeTakeaway } from '../../src/briefing/cite.ts';
import { allTakeaways, read } from './fixture.ts';

describe('A takeaway with its sources', () => {
  const cases: readonly (readonly [item: string, sources: readonly string[], cited: readonly string[]])[] = [
    ['**Clock:** It strikes. 🤝', [], ['Clock: It strikes. 🤝']],
    ['**Does it?:** It does.', [], ['Does it? It does.']],
    ['**It strikes!** At noon.', [], ['It strikes! At noon.']],
    [
      'It strikes.',
      ['- [Report](https://a.example)', '- Book'],
      ['It strikes.', '— Report (https://a.example)', '— Book'],
    ],
    ['It strikes. [2]', ['1. One', '2. Two'], ['It strikes.', '— Two']],
    ['See [the page](https://a.example).', [], ['See the page.', '— the page (https://a.example)']],
  ];

  it('is its words and a line for each source', () => {
    for (const [item, sources, cited] of cases) {
      const [takeaway] = allTakeaways(read('# T', '## A', `- ${item}`, '', '## Sources', ...sources));
      assert.ok(takeaway);
      assert.equal(citeTakeaway(takeaway), cited.join('\n'));
    }
  });
});
