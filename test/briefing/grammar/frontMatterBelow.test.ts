import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { read } from '../support/fixture.ts';

const TEXT = ['', '## World', '', '- **Ferry:** It stops.', '- **Tug:** It is late.'];
const REMARK = ['Sure! Here is your briefing:', ''];
const YAML = ['---', 'title: Harbour brief', 'date: 2026-03-03', '---'];
const LINES = ['Title: Harbour brief', 'Date: 2026-03-03'];

describe('Front matter below the start of a text', () => {
  it('is read below a remark, and in a fence around the text', () => {
    for (const metadata of [YAML, LINES])
      for (const lines of [
        [...REMARK, ...metadata, ...TEXT],
        ['```markdown', ...metadata, ...TEXT, '```'],
        [...REMARK, '```markdown', ...metadata, ...TEXT, '```', '', 'Let me know if you want more!'],
      ]) {
        const briefing = read(...lines);
        assert.deepEqual([briefing.title, briefing.date], ['Harbour brief', '2026-03-03'], lines.join('\n'));
        assert.deepEqual(
          readingItems(briefing).map(({ text }) => text),
          ['It stops.', 'It is late.'],
        );
      }
  });

  it('has a title or a date', () => {
    const { title, sections } = read(...REMARK, '---', 'note: it stops', '---', ...TEXT);
    assert.notEqual(title, 'Harbour brief');
    assert.equal(sections[0]?.title, 'World');
    const kept = read(...REMARK, '---', '', 'The ferry stops at nine.', '', '---', ...TEXT);
    assert.match(readingItems(kept)[0]?.text ?? '', /The ferry stops at nine\./);
  });
});

describe('Front matter below other front matter', () => {
  const OUTER = ['---', 'layout: post', 'date: 2026-03-04', '---', ''];

  it('adds what the first does not say', () => {
    const briefing = read(...OUTER, ...YAML.with(-1, 'source: https://a.example'), '---', ...TEXT);
    assert.deepEqual([briefing.title, briefing.date], ['Harbour brief', '2026-03-04']);
    assert.deepEqual(
      readingItems(briefing).map(({ text, references }) => [text, references[0]?.url]),
      [
        ['It stops.', 'https://a.example'],
        ['It is late.', 'https://a.example'],
      ],
    );
  });

  it('is text without a title and a date, or if it is broken', () => {
    for (const [first = '', ...lines] of [
      ['---', 'The ferry stops: at nine', 'and the crane.', '', '---'],
      ['---', '', 'The ferry stops at nine.', '', '---'],
      ['---', 'The ferry stops: [', 'title: Boats', '', '---'],
    ]) {
      const { lede, date } = read(...OUTER, first, ...lines, ...TEXT);
      assert.deepEqual([date, lede.includes('The ferry stops')], ['2026-03-04', true], lines[0]);
    }
  });
});
