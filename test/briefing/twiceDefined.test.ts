import assert from 'node:assert/strict';
import { renderBriefing } from '../../src/briefing/renderBriefing.ts';
import { linksIn } from './support/checkHtml.ts';
import { read } from './support/fixture.ts';

describe('An address that is defined twice', () => {
  it('leads to the first definition', () => {
    for (const label of ['1', 'port', 'Port']) {
      const lines = ['# T', '', `A [port][${label}].`, '', `[${label}]: https://good.example`];
      const html = renderBriefing(read(...lines, `[${label.toLowerCase()}]: https://evil.example`));
      assert.deepEqual([...new Set(linksIn(html))], ['https://good.example/'], label);
    }
  });
});
