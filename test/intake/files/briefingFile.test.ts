import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { tidy } from '../../../src/base/tidy.ts';
import { nameForCopy } from '../../../src/briefing/write/fileStem.ts';
import { briefingFile, type BriefingHead } from '../../../src/intake/files/briefingFile.ts';
import { NOON } from './harbour.ts';

const HEAD: BriefingHead = {
  title: 'Ferries stop',
  date: '2026-11-26',
  language: 'en',
  source: 'https://harbour.example/1',
  feed: 'https://harbour.example/feed.xml',
  id: 'tag:harbour,1',
  fetched: NOON,
};

describe('A file that is written for an entry', () => {
  it('is plain Markdown below front matter', () => {
    const file = briefingFile(HEAD, '## Ferries\n\nNone runs.\n');
    assert.match(file.name, /^2026-11-26-ferries-stop-[\da-f]{8}\.md$/);
    assert.equal(
      file.text,
      [
        '---',
        'title: Ferries stop',
        'date: 2026-11-26',
        'lang: en',
        'source: https://harbour.example/1',
        'feed: https://harbour.example/feed.xml',
        'id: "tag:harbour,1"',
        'fetched: 2026-11-26T12:00:00Z',
        '---',
        '',
        '## Ferries',
        '',
        'None runs.',
        '',
      ].join('\n'),
    );
  });

  it('is read with its title, date, language and source', () => {
    const { name, text } = briefingFile(HEAD, 'None runs.');
    const briefing = parseBriefing(text, name);
    assert.deepEqual(
      [briefing.title, briefing.date, briefing.language, briefing.references.map(({ url }) => url)],
      ['Ferries stop', '2026-11-26', 'en', ['https://harbour.example/1']],
    );
    assert.deepEqual(briefing.problems, []);
  });

  it('has its title once', () => {
    const bodies = [
      ['# Ferries stop\n\nNone runs.', 'None runs.'],
      ['\n\n## **Ferries** stop!\nNone runs.', 'None runs.'],
      ['# [Ferries stop](<https://a.example>)\n\nNone runs.', 'None runs.'],
      ['# Ferries start\n\nAll run.', '# Ferries start\n\nAll run.'],
      ['Ferries stop', 'Ferries stop'],
      ['# Ferries stop', ''],
    ] as const;
    for (const [markdown, body] of bodies) {
      const { text } = briefingFile(HEAD, markdown);
      assert.equal(text.slice(text.indexOf('---\n', 4) + 4).trim(), body);
    }
  });

  it('has the given values in its front matter, whatever they are', () => {
    const titles = [
      'no',
      'null',
      '2026',
      '2026-11-26',
      'a: b',
      'a #b',
      "it's",
      '- a',
      '"a"',
      '---',
      '...',
      '{a}',
      '👩‍💻 at work',
      '\\',
      '%',
    ];
    for (const title of titles) {
      const { text } = briefingFile({ ...HEAD, title, id: title }, '---\ntitle: another\n---\n');
      const [, yaml = ''] = text.split(/^---\n/m);
      const read = load(yaml) as Record<string, unknown>;
      assert.deepEqual([read['title'], read['id']], [title, title]);
      assert.equal(parseBriefing(text, 'a.md').title, title === '👩‍💻 at work' ? title : tidy(title));
    }
  });

  it('has a name that depends on the entry only', () => {
    const name = (more: Partial<BriefingHead>) => briefingFile({ ...HEAD, ...more }, '').name;
    assert.equal(name({}), name({ language: 'de', fetched: 0 }));
    assert.notEqual(name({}), name({ id: 'tag:harbour,2' }));
    assert.notEqual(name({}), name({ feed: 'https://other.example/feed.xml' }));
  });

  it('has a short title, however long the given one is', () => {
    const { name, text } = briefingFile({ ...HEAD, title: 'word '.repeat(200_000) }, '');
    assert.ok(text.length < 1000 && name.length < 100);
    assert.match(parseBriefing(text, name).title, /^word .* word…$/);
  });

  it('leaves out an address that would be cut', () => {
    const { text } = briefingFile({ ...HEAD, source: `https://a.example/${'x'.repeat(3000)}` }, '');
    assert.doesNotMatch(text, /source/);
  });

  it('is read back for any strings, under a name that is valid on every file system', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(...'a: #-"\'\\\n\r\t[]{}&*!|>%@`,?~\u0000\u0085\u2028\ufeff\ud83d'.split('')),
      }),
    );
    fc.assert(
      fc.property(any, any, any, (title, id, markdown) => {
        const { name, text } = briefingFile({ ...HEAD, title, id, source: title }, markdown);
        assert.equal(nameForCopy(name), name);
        const end = text.indexOf('\n---\n') + 1;
        const read = load(text.slice(4, end)) as Record<string, unknown>;
        assert.deepEqual(Object.keys(read), ['title', 'date', 'lang', 'source', 'feed', 'id', 'fetched']);
        assert.equal(read['id'], id);
        const briefing = parseBriefing(text, name);
        assert.equal(briefing.title, tidy(String(read['title'])) || briefing.title);
        assert.deepEqual([briefing.date, briefing.language], ['2026-11-26', 'en']);
        assert.ok(briefing.problems.every(({ code }) => code !== 'bad-front-matter'));
      }),
    );
  });
});
