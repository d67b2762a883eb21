import assert from 'node:assert/strict';
import { countCitations } from '../../src/library/citationCounts.ts';
import type { Entry, ReadableEntry } from '../../src/library/entry.ts';
import { outlineOf } from '../../src/library/outline.ts';
import { read } from '../briefing/support/fixture.ts';
import { brokenAt } from './support/entries.ts';
import { worked } from '../support/clock.ts';

/** A briefing that cites these pages. */
function briefing(title: string, ...urls: readonly string[]) {
  return read(
    `# ${title}`,
    '',
    'Words.',
    '',
    '## Sources',
    '',
    ...urls.map((url, i) => `${i + 1}. [Page ${i}](${url})`),
  );
}

function entry(uri: string, title: string, ...urls: readonly string[]): ReadableEntry {
  return { kind: 'briefing', uri, root: 'u:', outline: outlineOf(briefing(title, ...urls), []), modified: 0 };
}

const [A, B, C] = ['https://a.example/x', 'https://b.example/', 'https://c.example/?d=1'] as const;
const OWN = briefing('Own', A, B, C, 'mailto:d@e.example');
const ENTRIES: readonly Entry[] = [
  entry('u:copy', 'Own', A, B, C),
  entry('u:own', 'Own', A, B, C),
  entry('u:1', 'One', `${A}/`, 'https://other.example'),
  entry('u:2', 'Two', 'http://www.a.example/x#y', 'https://b.example/?utm_source=z'),
  entry('u:2-again', 'Two', A),
  entry('u:3', 'Three', 'https://other.example'),
  brokenAt('u:broken'),
];

describe('The number of other briefings that cite a reference', () => {
  it('counts a briefing and its copies once, and does not count the briefing itself', () => {
    assert.deepEqual(countCitations(ENTRIES, 'u:own', OWN.references), [
      [0, 2],
      [1, 1],
    ]);
    assert.deepEqual(countCitations([...ENTRIES].reverse(), 'u:own', OWN.references), [
      [0, 2],
      [1, 1],
    ]);
  });

  it('counts all that cite it if the briefing is not in the library', () => {
    assert.deepEqual(countCitations(ENTRIES, 'u:new', OWN.references), [
      [0, 3],
      [1, 2],
      [2, 1],
    ]);
  });

  it('is the same for two references to one page', () => {
    const { references } = briefing('New', A, `${A}?utm_source=b`);
    assert.equal(references.length, 2);
    assert.deepEqual(countCitations(ENTRIES, 'u:own', references), [
      [0, 2],
      [1, 2],
    ]);
  });

  it('is zero without references, or without other briefings', () => {
    assert.deepEqual(countCitations(ENTRIES, 'u:own', []), []);
    assert.deepEqual(countCitations([], 'u:own', OWN.references), []);
    assert.deepEqual(countCitations(ENTRIES.slice(0, 2), 'u:own', OWN.references), []);
    assert.deepEqual(countCitations(ENTRIES, 'u:own', read('# T', '## Sources', '- A book').references), []);
  });

  it('is found soon among ten thousand', () => {
    const one = entry('u:x', 'X', A);
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      ...one,
      uri: `u:${i}`,
      outline: { ...one.outline, key: `key ${i}`, sources: [i, i + 1, ...one.outline.sources] },
    }));
    const start = worked();
    assert.deepEqual(countCitations(many, 'u:own', OWN.references), [[0, 10_000]]);
    assert.ok(worked() - start < 500);
  });
});
