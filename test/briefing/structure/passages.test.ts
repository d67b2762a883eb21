import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { read } from '../support/fixture.ts';

/** The items of a section, and the addresses of their references. */
function passages(...lines: string[]): readonly (readonly [string, string[]])[] {
  return readingItems(read('# T', '', '## A', '', ...lines)).map(({ text, references }) => [
    text,
    references.flatMap(({ url }) => url ?? []),
  ]);
}

const STORIES = ['ferry', 'crane', 'bridge'].map(
  (name) =>
    `The ${name} stops at nine from Monday on. It did so in the years before the new quay, “and all is well”`,
);
const [FERRY = '', CRANE = '', BRIDGE = ''] = STORIES;

describe('Running text', () => {
  it('is divided at rules between three or more stories, each with its own source', () => {
    const source = '↗️ [Read more](https://a.example/crane)';
    const lines = [FERRY, '', '---', '', CRANE, '', source, '', '***', '', BRIDGE];
    assert.deepEqual(passages(...lines), [
      [FERRY, []],
      [`${CRANE}\n↗️ Read more`, ['https://a.example/crane']],
      [BRIDGE, []],
    ]);
    const parts = readingItems(read('# T', '', '## A', '', ...lines)).map(({ part }) => part?.number);
    assert.deepEqual(parts, [1, 2, 3]);
    // In the whole briefing, the rules stay.
    assert.equal(renderBriefing(read('# T', '', '## A', '', ...lines)).match(/<hr>/g)?.length, 2);
  });

  it('is never divided between a list and the line that introduces it', () => {
    const text = (length: number) => Array.from({ length }, () => `${FERRY}.\n`);
    const list = Array.from({ length: 8 }, () => `- ${FERRY}.`);
    for (let above = 4; above < 30; above++) {
      const lines = [...text(above), 'What to see:', '', ...list, '', ...text(20)];
      const items = readingItems(read('# T', '', '## Feed health', '', ...lines));
      assert.ok(items.length > 1 && items.every((item) => !item.text.endsWith('see:')), `${above}`);
    }
  });

  it('is not divided at rules around short texts, or between two', () => {
    assert.equal(passages(FERRY, '', '---', '', CRANE).length, 1);
    assert.equal(passages(FERRY, '', '---', '', CRANE, '', '---', '', 'See you.').length, 1);
    assert.equal(
      passages(FERRY, '', '---', '', CRANE, '', '---', '', 'Ferries | Cranes | Bridges | '.repeat(5)).length,
      1,
    );
  });

  it('comes from the link below it, also if it is divided', () => {
    const url = 'https://a.example/harbour';
    const long = Array.from({ length: 40 }, (_, i) => [`On day ${i}, ${FERRY}`, '']).flat();
    const found = passages(...long, `*[Source](${url})*`).map(([, urls]) => urls);
    assert.ok(found.length > 1);
    assert.deepEqual(
      found,
      found.map(() => [url]),
    );
    // A link within its last paragraph is the source of that part only.
    const within = passages(...long, `It ends ([Gazette](${url})).`).map(([, urls]) => urls.length);
    assert.deepEqual(within, [...found.slice(1).map(() => 0), 1]);
  });
});
