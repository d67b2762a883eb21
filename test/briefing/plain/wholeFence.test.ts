import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { allTakeaways } from '../support/fixture.ts';

describe('A fence around a whole briefing', () => {
  const inside = ['# Morning Brief', '## World', '- **Ferry:** It is late.'];
  const titleOf = (...lines: string[]) => parseBriefing(lines.join('\n'), '1.md').title;

  it('is ignored', () => {
    for (const lines of [
      ['```markdown', ...inside, '```'],
      ['```', ...inside, '```', ''],
      ['Sure! Here is your briefing:', '', '```md', ...inside, '```', '', 'Let me know if you want more!'],
      ['~~~~', ...inside, '```', 'code', '```', '~~~~'],
    ]) {
      const briefing = parseBriefing(lines.join('\n'), '1.md');
      assert.equal(briefing.title, 'Morning Brief', lines.join(' / '));
      assert.deepEqual(
        allTakeaways(briefing).map(({ label }) => label),
        ['Ferry'],
      );
    }
  });

  it('is a fence if text is beside it, or code in it', () => {
    assert.notEqual(titleOf('Prose of mine.', '', '```', ...inside, '```'), 'Morning Brief');
    assert.notEqual(titleOf('```', ...inside, '```', '', 'More prose.'), 'Morning Brief');
    assert.notEqual(titleOf('```js', ...inside, '```'), 'Morning Brief');
    assert.notEqual(titleOf('```', ...inside), 'Morning Brief');
  });
});
