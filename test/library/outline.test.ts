import fc from 'fast-check';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { decodeBytes } from '../../src/briefing/text/bytes/decodeBytes.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { PROBLEMS, type ProblemCode, problem } from '../../src/briefing/problems.ts';
import { sourceKey } from '../../src/briefing/text/links/sourceKey.ts';
import { briefingKey, wordsKey } from '../../src/briefing/text/wordsKey.ts';
import {
  decodeOutline,
  encodeOutline,
  type Outline,
  outlineOf,
  takeawayCount,
  itemKeys,
} from '../../src/library/outline.ts';
import { read } from '../briefing/support/fixture.ts';
import { outside } from '../briefing/support/outside.ts';
import { REPO } from '../support/paths.ts';

const TEXT =
  '# Harbour\n2026-03-04\nLede with [a page](https://page.example).\n## In brief\n- **Quay:** closed\n- Fog\n### Ships\n- **Aurora:** late\n## Weather\nRain.'.split(
    '\n',
  );

const words = fc.string({ unit: 'binary' });
const position = fc.record({ line: fc.nat(), character: fc.nat() }, { noNullPrototype: true });
const codes = Object.keys(PROBLEMS) as ProblemCode[];

const outline: fc.Arbitrary<Outline> = fc
  .record({
    title: words,
    date: fc.constantFrom(undefined, '2026-03-04'),
    key: words,
    keys: fc.array(fc.stringMatching(/^[a-z0-9]{2,14}$/), { minLength: 1 }).map((keys) => keys.join(' ')),
    kinds: fc.stringMatching(/^[tsp]*$/),
    labels: words,
    headings: words,
    former: words,
    childCount: fc.nat(),
    sources: fc.array(fc.maxSafeNat(), { maxLength: 64 }),
    problem: fc.option(
      fc
        .tuple(fc.constantFrom(...codes), position, position, fc.array(words))
        .map(([code, start, end, details]) => problem(code, { start, end }, ...details)),
      { nil: undefined },
    ),
    textHash: words,
  })
  .map(({ date, problem: found, ...rest }) => ({
    ...rest,
    ...(date !== undefined && { date }),
    ...(found && { problem: found }),
  }));

/** The outline of a file, including problems of its bytes. */
function outlineOfFile(file: string): Outline {
  const decoded = decodeBytes(fs.readFileSync(file));
  assert.ok(decoded.kind === 'text');
  const briefing = parseBriefing(decoded.text, path.basename(file));
  return outlineOf(briefing, [...decoded.problems, ...briefing.problems]);
}

function briefingsIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => path.join(folder, name));
}

/** Its rows are takeaways, but not list items. */
const TABLE = '\n| Title | Points |\n|---|---|\n| [Ferry stops](a.md) | 3 |\n| [Crane came](b.md) | 2 |';

describe('The outline of a briefing', () => {
  it('has its title, date, labels and parts, and the keys of its items', () => {
    const briefing = read(...TEXT);
    const { sources, textHash, keys, ...found } = outlineOf(briefing, briefing.problems);
    assert.deepEqual(found, {
      title: 'Harbour',
      date: '2026-03-04',
      key: briefingKey(briefing),
      labels: 'Harbour\nQuay\n\nAurora\nWeather',
      headings: 'In brief\nShips\nWeather',
      kinds: 'ptttp',
      childCount: 3,
      former: '',
    });
    assert.equal(takeawayCount(found), 3);
    const words = [
      'harbour 2026-03-04 lede with a page',
      'quay closed',
      'fog',
      'aurora late',
      'weather rain',
    ];
    assert.deepEqual(itemKeys({ keys }), words.map(wordsKey));
    assert.ok(textHash !== '' && sources.length === 1);
  });

  it('has a key of all its words if there is only a title, or only sources', () => {
    for (const [lines, words] of [
      [['# Harbour'], 'harbour'],
      [['# Harbour', '', '## Sources', '', '- [One](https://a.example)'], 'harbour sources one'],
    ] as const) {
      const found = outlineOf(read(...lines), []);
      const { keys, kinds, labels, former } = found;
      assert.deepEqual([keys, kinds, labels, former], [wordsKey(words), '', '', wordsKey(words)]);
      assert.equal(takeawayCount(found), 0);
      assert.equal('date' in found, false);
    }
  });

  it('has no key where there is no word', () => {
    for (const text of ['', '\n \n']) {
      const found = outlineOf(read(text), []);
      assert.deepEqual(itemKeys(found), []);
      assert.deepEqual(decodeOutline(encodeOutline(found)), found);
    }
  });

  it('has the former key of the whole briefing if none of its lists has takeaways', () => {
    const cases: readonly (readonly [lines: readonly string[], kinds: string, former: string])[] = [
      [['# T', '', 'Fog **lifts**.', '', '## A', '', 'Rain.'], 'pp', 't fog lifts a rain'],
      [['# T', '', '## A', TABLE], 'ss', 't a title points ferry stops 3 crane came 2'],
      [['# T', '', 'Fog **lifts**.', '', '## A', '', '- Rain.'], 'pt', ''],
    ];
    for (const [lines, kinds, former] of cases) {
      const found = outlineOf(read(...lines), []);
      assert.deepEqual([found.kinds, found.former], [kinds, former && wordsKey(former)], lines.join('|'));
    }
  });

  it('has the first of the serious problems, and no other', () => {
    const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } };
    const [hint, first, second] = [
      problem('empty-section', range),
      problem('undecodable', range, 'Windows-1252'),
      problem('bad-date', range, '2026-02-30'),
    ];
    assert.deepEqual(outlineOf(read(...TEXT), [hint, first, second]).problem, first);
    assert.equal('problem' in outlineOf(read(...TEXT), [hint]), false);
  });

  it('has the keys of its sources, each once, up to a limit', () => {
    const sourcesOf = (...lines: string[]) => outlineOf(read(...lines), []).sources;
    const [page] = [sourceKey('https://page.example')];
    assert.deepEqual(sourcesOf(...TEXT), [page]);
    assert.deepEqual(
      sourcesOf('# T', '[a](http://www.page.example/?utm_source=b) [c](https://page.example#d)'),
      [page],
    );
    assert.deepEqual(sourcesOf('# T', '[a](mailto:a@b.example)', '## Sources', '- A book'), []);
    const many = Array.from({ length: 100 }, (_, i) => `- [a](https://page.example/${i})`);
    assert.deepEqual(
      sourcesOf('# T', ...many),
      Array.from({ length: 64 }, (_, i) => sourceKey(`https://page.example/${i}`)),
    );
  });

  it('has a text hash that differs only if the text does', () => {
    const textOf = (...lines: string[]) => outlineOf(read(...lines), []).textHash;
    assert.equal(textOf(...TEXT), textOf(...TEXT));
    assert.notEqual(textOf(...TEXT), textOf(...TEXT, ''));
    assert.notEqual(textOf(...TEXT), textOf(...TEXT.map((line) => line.replace('Rain', 'rain'))));
  });
});

describe('A serialized outline', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(outline, (one) => {
        const line = encodeOutline(one);
        assert.ok(!line.includes('\n'));
        assert.deepEqual(decodeOutline(line), one);
      }),
      { numRuns: 200 },
    );
  });

  it('of each bundled briefing and fixture is read as it was written', () => {
    const files = ['briefings', 'test/fixtures'].flatMap((folder) => briefingsIn(path.join(REPO, folder)));
    assert.ok(files.length >= 4);
    for (const one of files.map(outlineOfFile)) assert.deepEqual(decodeOutline(encodeOutline(one)), one);
  });

  it('of each briefing in the corpus is read as it was written, and is small', function () {
    const files = briefingsIn(outside(this, 'corpus'));
    let size = 0;
    for (const file of files) {
      const one = outlineOfFile(file);
      const line = encodeOutline(one);
      assert.deepEqual(decodeOutline(line), one, file);
      size += line.length;
    }
    assert.ok(size / files.length < 2000, `${size / files.length} characters for a briefing`);
  });

  it('is rejected if it is malformed', () => {
    const line = encodeOutline(outlineOf(read(...TEXT), []));
    const values = JSON.parse(line) as unknown[];
    const others = [
      ...' x [ {} [] null 7 "x" true {"title":"x"}'.split(' '),
      ...[line.slice(0, -1), `${line},`],
      ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => JSON.stringify(values.with(at, null))),
      ...[0, 1, 2, 3, 4, 5, 6, 7, 9].map((at) => JSON.stringify(values.with(at, 7))),
      JSON.stringify(values.with(8, '3')),
      ...[null, 7, '', {}, ['7'], [null], [0.5], [-1], [2 ** 53], [1e300], [[]], Array(65).fill(7)].map(
        (sources) => JSON.stringify(values.with(10, sources)),
      ),
      JSON.stringify(values.slice(0, 9)),
      JSON.stringify(values.slice(0, 10)),
    ];
    assert.ok(decodeOutline(line));
    for (const other of others) assert.equal(decodeOutline(other), undefined, other);
  });

  it('of any string is an outline or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (line) => {
        const found = decodeOutline(line);
        assert.ok(found === undefined || typeof found.title === 'string');
      }),
    );
  });
});
