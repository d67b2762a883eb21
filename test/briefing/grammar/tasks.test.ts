import assert from 'node:assert/strict';
import { renderBriefing, renderParts } from '../../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../../src/briefing/writeBriefing.ts';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { itemWords } from '../support/itemWords.ts';
import { read, takeawayOf } from '../support/fixture.ts';
import { assertSameBriefing } from '../support/sameBriefing.ts';

const TASKS = ['# T', '', '## A', '', '- [ ] **Ferry:** goes', '- [x] It came', '  1. [X] At nine', ''];

describe('The checkbox of a task', () => {
  it('is not part of its item, and does not hide the item’s label or emoji', () => {
    assert.deepEqual(
      [takeawayOf('[ ] **Ferry:** goes'), takeawayOf('[x] 🚢 Ferry: goes')].map((t) => [
        t.label,
        t.text,
        t.emoji,
      ]),
      [
        ['Ferry', 'goes', undefined],
        ['Ferry', 'goes', '🚢'],
      ],
    );
    assert.deepEqual(itemWords(read(...TASKS)).extra, []);
    assert.deepEqual(itemWords(read(...TASKS)).missing, []);
  });

  it('is a symbol on the page', () => {
    const html = renderBriefing(read(...TASKS)).replace(/<[^>]*>/g, '');
    for (const words of ['☐ Ferry:', '☑ It came', '☑ At nine']) assert.ok(html.includes(words), html);
    const bodies = [...renderParts(read(...TASKS)).items.values()].map(({ body }) => body);
    assert.match(bodies[1] ?? '', /^<p[^>]*>☑ It came/);
    const loose = read('# T', '', '## A', '', '- a', '', '  - [ ] b', '', '  - c');
    assert.match(renderBriefing(loose), /<p[^>]*>☐ b/);
  });

  it('is kept in canonical Markdown', () => {
    const briefing = read(...TASKS);
    const written = writeBriefing(briefing);
    assert.match(written, /^- \[ \] \*\*Ferry:\*\* goes\n- \[x\] It came\n\n {2}1\. \[x\] At nine$/m);
    assertSameBriefing(parseBriefing(written, '1.md'), briefing);
  });

  it('is not recognized if it is escaped, a link, or the whole item', () => {
    const words = (...lines: readonly string[]) =>
      read('# T', '', '## A', '', ...lines).sections[0]?.takeaways[0]?.text;
    assert.equal(words('- \\[x] a'), '[x] a');
    assert.equal(words('- [x] a', '', '[x]: https://a.example'), 'x a');
    assert.equal(words('- [x](https://a.example) a'), 'x a');
    const heading = read('# T', '', '## A', '', '- ## [ ] a', '- b ~~~5~~ 4');
    assertSameBriefing(parseBriefing(writeBriefing(heading), '1.md'), heading);
    const escaped = read('# T', '', '## A', '', '- \\[ ] a', '- &#91;x] a');
    assertSameBriefing(parseBriefing(writeBriefing(escaped), '1.md'), escaped);
  });
});
