import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { addToDigest, digestFile, storyOf } from '../../../src/intake/files/digestFile.ts';
import type { FeedEntry } from '../../../src/intake/model.ts';
import { fixtureCases } from '../../support/fixtureCases.ts';
import { entryOf, ORIGIN } from './harbour.ts';

const PART = { day: '2026-11-26', number: 1 };

const told = (entry: FeedEntry) => storyOf(ORIGIN, entry);

function read(entries: readonly FeedEntry[]) {
  const { name, text } = digestFile(ORIGIN, PART, entries.map(told));
  const briefing = parseBriefing(text, name);
  return { briefing, items: readingItems(briefing) };
}

describe('The digest of a day', () => {
  // Properties of an entry, null for none.
  fixtureCases('intake/digestLines', (input) => {
    const all: Readonly<Record<string, unknown>> = { ...entryOf(1), ...(JSON.parse(input) as object) };
    const has = Object.entries(all).filter(([, value]) => value !== null);
    return told(Object.fromEntries(has) as unknown as FeedEntry).line;
  });

  it('is read as one takeaway for each entry, with its source', () => {
    const { briefing, items } = read([entryOf(1), entryOf(2, { html: '' }), entryOf(3)]);
    assert.deepEqual(
      [briefing.title, briefing.date, briefing.language],
      ['Harbour News', '2026-11-26', 'en'],
    );
    assert.deepEqual(
      items.map(({ kind, label, references }) => [kind, label, references.map(({ url }) => url)]),
      [
        ['takeaway', 'Ferry 1 stops', ['https://harbour.example/1']],
        ['takeaway', undefined, ['https://harbour.example/2']],
        ['takeaway', 'Ferry 3 stops', ['https://harbour.example/3']],
      ],
    );
  });

  it('has only the pages of its entries as sources, whatever addresses are in their text', () => {
    const text = 'See https://other.example/1, [this](https://other.example/2) or me@other.example [7].';
    const { items, briefing } = read([{ id: '1', title: 'Fog', url: 'https://harbour.example/1', text }]);
    assert.deepEqual(
      items[0]?.references.map(({ url }) => url),
      ['https://harbour.example/1'],
    );
    assert.deepEqual(briefing.problems, []);
  });

  it('cuts a long story after a sentence', () => {
    const html = `<p>${'The ferry does not run today, as it is being mended. '.repeat(40)}</p>`;
    const { items } = read([entryOf(1, { html })]);
    assert.match(items[0]?.text ?? '', /^The .{400,480} mended\. harbour\.example$/);
    const endless = read([entryOf(1, { html: `<p>${'word '.repeat(400)}</p>` })]);
    assert.match(endless.items[0]?.text ?? '', /^word .{450,500}word… harbour\.example$/);
  });

  it('adds later entries below, and replaces changed ones in place', () => {
    const { text } = digestFile(ORIGIN, PART, [told(entryOf(1)), told(entryOf(2, { html: '' }))]);
    const changed = told(entryOf(1, { title: 'Ferry 1 runs again' }));
    const later = addToDigest(text, [told(entryOf(3))], [changed, told(entryOf(9))]);
    const titles = readingItems(parseBriefing(later, 'a.md')).map(({ label, text: words }) => label ?? words);
    assert.deepEqual(titles, ['Ferry 1 runs again', 'Ferry 2 stops', 'Ferry 3 stops']);
    assert.equal(addToDigest(later, [told(entryOf(3))], [changed]), later);
  });

  it('keeps entries apart that link to one page', () => {
    const [one, two] = [1, 2].map((number) => entryOf(number, { url: 'https://harbour.example/' }));
    assert.ok(one && two);
    const { text } = digestFile(ORIGIN, PART, [told(one), told(two)]);
    assert.equal(addToDigest(text, [], [told({ ...one, title: 'Another' })]), text);
  });

  it('has as many takeaways as entries, whatever their text is', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'ab  -*_`[]()<>!#:.|~\\&;1^{}%\n'.split('')), maxLength: 40 }),
    );
    const entry = fc.record({ id: fc.uuid(), title: words.map((title) => `Ferry ${title}`), text: words });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
        const linked = entries.map((one, i) => ({ ...one, url: `https://harbour.example/${i}` }));
        const { items } = read(linked);
        assert.deepEqual(
          items.map(({ kind, references }) => [kind, references.at(-1)?.url]),
          linked.map(({ url }) => ['takeaway', url]),
        );
        for (const { references } of items) assert.equal(references.length, 1);
      }),
    );
  });
});
