import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';

describe('A first line that is a field', () => {
  const titleOf = (line: string, fileName: string) =>
    parseBriefing(
      [line, '', '## Ferries', '', 'They stop.', '', '## Tugs', '', 'Late.'].join('\n'),
      fileName,
    );

  it('says something of the text, and is not its title', () => {
    for (const line of ['**Date:** 2026-03-03', 'Date: 3 March 2026', '*Published: 2026-03-03*']) {
      const { title, date } = titleOf(line, 'harbour-notes.md');
      assert.deepEqual([title, date], ['Harbour notes', '2026-03-03'], line);
      assert.notEqual(titleOf(line, '2026-03-03.md').title, line.replaceAll('*', ''), line);
    }
    assert.equal(titleOf('Harbour: what next', 'brief.md').title, 'Harbour: what next');
  });
});
