import assert from 'node:assert/strict';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { allTakeaways } from '../../support/fixture.ts';

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

describe('Markdown between fences below other words', () => {
  const story = (n: number) => `- **Line ${n} stops:** The office says so. [Gazette](https://a.example/${n})`;
  const labels = (...lines: string[]) =>
    allTakeaways(
      parseBriefing(['# Morning Brief', 'I have checked all of it.', '', ...lines].join('\n'), '1.md'),
    ).map(({ label }) => label);

  it('is text if it links to several pages', () => {
    const stories = ['## Ferries', story(1), story(2), story(3)];
    const stopped = ['Line 1 stops', 'Line 2 stops', 'Line 3 stops'];
    assert.deepEqual(labels('```markdown', ...stories, '```', '', 'That is all.'), stopped);
    assert.deepEqual(labels('```js', 'a();', '```', '```md', ...stories, '```'), stopped);
  });

  it('is code in all other cases', () => {
    assert.deepEqual(labels('```markdown', '## Ferries', story(1), '```'), []);
    assert.deepEqual(labels('```', '## Ferries', story(1), story(2), story(3), '```'), []);
    assert.deepEqual(labels('```markdown', '## Ferries', story(1), story(2), story(3)), []);
  });
});
