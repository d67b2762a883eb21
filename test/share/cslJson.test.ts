import assert from 'node:assert/strict';
import { cslJson } from '../../src/share/cslJson.ts';
import { quotation, raw } from './quotations.ts';

describe('Sources in CSL-JSON', () => {
  const items = (...values: Parameters<typeof cslJson>) => JSON.parse(cslJson(...values)) as unknown;

  it('have their address, their site, and the day they were read', () => {
    assert.deepEqual(
      items(quotation('a', '- [Notice 14](https://port.example/14) — Port of Example'), '2026-03-05'),
      [
        {
          id: 'portofexample2026notice',
          type: 'webpage',
          title: 'Notice 14',
          'container-title': 'Port of Example',
          URL: 'https://port.example/14',
          accessed: { 'date-parts': [[2026, 3, 5]] },
        },
      ],
    );
  });

  it('are documents without an address; a briefing has its date', () => {
    assert.deepEqual(items([...quotation('a'), ...raw('b', 'Radio log')], '2026-03-05'), [
      { id: 'source2026t', type: 'document', title: 'T', issued: { 'date-parts': [[2026, 3, 2]] } },
      { id: 'source2026radio', type: 'document', title: 'Radio log' },
    ]);
  });

  it('are an array, also if there are none', () => {
    assert.equal(cslJson([], '2026-03-05'), '[]');
  });
});
