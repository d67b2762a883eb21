import assert from 'node:assert/strict';
import { normalizeLenientMarkdown } from '../../../src/briefing/plain/lenientMarkdown.ts';

function assertKept(...lines: string[]): void {
  assert.deepEqual(normalizeLenientMarkdown(lines), lines);
}

describe('A title underlined as in reStructuredText', () => {
  it('is one where the line is just as long, above it as well or not', () => {
    for (const mark of ['#', '*']) {
      const line = mark.repeat(10);
      for (const lines of [
        ['Ferry news', line, '', 'It stops.'],
        [line, 'Ferry news', line, '', 'It stops.'],
      ])
        assert.deepEqual(
          normalizeLenientMarkdown(lines).filter((one) => one !== ''),
          ['# Ferry news', 'It stops.'],
          mark,
        );
    }
  });

  it('has no other line below it', () => {
    assertKept('Ferry news', '********************', '', 'It stops.');
    assertKept('It stops.', 'Ferry news', '**********', '', 'It is late.');
  });
});
