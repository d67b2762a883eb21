import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type Row, rowsOf } from '../support/bench/bench.ts';
import { chart } from '../support/bench/report/chart.ts';
import { type Goal, GOALS } from '../support/bench/report/goals.ts';
import { PAGE, PART, PICTURE } from '../support/bench/report/performancePage.ts';
import { partOf, withPart } from '../support/docs/generatedPart.ts';
import { RELIABILITY } from '../support/docs/reliabilityPage.ts';
import { FAULT_RUNS } from '../support/faults/runs.ts';
import { TARGETS } from '../support/hostile/targets.ts';
import { REPO } from '../support/paths.ts';

const read = (file: string) => fs.readFileSync(path.join(REPO, file), 'utf8').replace(/\r\n/g, '\n');

const WORKS = Object.values(GOALS).flatMap((goals) => Object.values<Goal>(goals).map(({ work }) => work));

/** The first cell of each row of a table. */
function firstCells(part: string): string[] {
  const rows = part.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => row.split('|')[1]?.trim() ?? '');
}

/** The topics of a list on the page: `- **Rename files** (…)`, `- **Open a briefing.** …` */
function explained(page: string): string[] {
  return [...page.matchAll(/^- \*\*(.*?)\.?\*\*/gm)].map(([, name = '']) => name);
}

describe('The pages of figures', () => {
  const performance = read(PAGE);
  const reliability = read(RELIABILITY);
  const deeds: string[] = Object.values(FAULT_RUNS).flatMap((some) => Object.values(some));
  const targets: string[] = Object.values(TARGETS);

  it('have a row for every goal, written by a complete run of `npm run bench`', () => {
    assert.deepEqual(firstCells(partOf(performance, PART)), WORKS);
    assert.match(
      partOf(performance, PART),
      /with \d+ cores, with Node \d+\.\d+\.\d+ and VS Code \d+\.\d+\.\d+\./,
    );
  });

  it('explain every goal, and how each benchmark is run', () => {
    assert.deepEqual(explained(performance), WORKS);
    for (const name of Object.keys(GOALS)) {
      assert.ok(performance.includes(`\n### \`npm run bench -- ${name}\`\n`), name);
      assert.ok(read('CONTRIBUTING.md').includes(`| \`-- ${name}\` `), name);
    }
  });

  it('have a row for every fault that was tested, with an explanation', () => {
    assert.deepEqual(firstCells(partOf(reliability, 'faults')), deeds);
    assert.deepEqual(firstCells(partOf(reliability, 'hostile')), targets);
    assert.deepEqual(explained(reliability), [...deeds, ...targets]);
  });

  it('are linked', () => {
    for (const page of ['README.md', 'CONTRIBUTING.md'])
      for (const file of [PAGE, RELIABILITY])
        assert.ok(read(page).includes(`](${file})`), `${page}: ${file}`);
    assert.ok(performance.includes(`](${path.basename(PICTURE)})`));
  });

  it('have a picture with all rows', () => {
    const picture = read(PICTURE);
    assert.deepEqual(labelsIn(picture), WORKS);
    assert.deepEqual(unclosedIn(picture), []);
  });
});

describe('A result of a benchmark', () => {
  const [met, missed] = [
    rowsOf('activation', { work: { here: 12.34, anchor: '0.8 ms' } }),
    rowsOf('activation', { work: { here: 30 } }),
  ];

  it('is a row of the table', () => {
    assert.deepEqual(met, [
      {
        work: 'Work before the tree’s first row',
        anchor: 'a minimal extension: 0.8 ms',
        goal: 'at most 15 ms',
        here: '12.3 ms',
        met: true,
        share: 12.34 / 15,
      },
    ]);
  });

  it('misses its goal if it is above the maximum, below the minimum, or missing', () => {
    assert.deepEqual(
      missed.map(({ met, share }) => [met, share]),
      [[false, 2]],
    );
    const [build] = rowsOf('library', { build: { here: 750 } });
    assert.deepEqual(
      [build?.goal, build?.here, build?.met, build?.share],
      ['at least 1,500 files/s', '750 files/s', false, 2],
    );
    assert.equal(rowsOf('activation', {})[0]?.met, false);
  });

  it('is drawn as a bar up to its goal, beyond it, or as failed', () => {
    const row: Row = { work: 'Read <a> & b', anchor: '', goal: '', here: '', met: true, share: 0.5 };
    const picture = chart([row, { ...row, met: false, share: 3 }, { ...row, met: false, share: NaN }]);
    assert.deepEqual(unclosedIn(picture), []);
    assert.deepEqual(labelsIn(picture), ['Read <a> & b', 'Read <a> & b', 'Read <a> & b']);
    assert.match(picture, /1 of 3 goals are met/);
    const bars = [...picture.matchAll(/h([\d.]+)(v16|l8 8l-8 8)/g)].map(([, length, end]) => [length, end]);
    assert.deepEqual(bars, [
      ['120.0', 'v16'],
      ['360.0', 'l8 8l-8 8'],
      ['360.0', 'l8 8l-8 8'],
    ]);
    for (const words of ['>50 %<', '>300 % ✗<', '>failed ✗<']) assert.ok(picture.includes(words), words);
  });
});

describe('The part of a page that a run writes', () => {
  const page = 'Before.\n\n<!-- figures -->\n\nold\n\n<!-- /figures -->\n\nAfter.\n';

  it('replaces the part before, and leaves the rest alone', () => {
    assert.equal(partOf(page, 'figures'), 'old');
    assert.equal(withPart(page, 'figures', 'new'), page.replace('old', 'new'));
  });

  it('is missing if the page has no place for it', () => {
    assert.equal(partOf(page, 'faults'), '');
    assert.throws(() => withPart(page, 'faults', 'new'), /<!-- faults -->/);
  });
});

/** The labels to the left of the bars. */
function labelsIn(picture: string): string[] {
  const groups = picture.matchAll(/<g><text [^>]*>([^<]*)<\/text>/g);
  const plain = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return [...groups].map(([, text = '']) => plain(text));
}

/**
 * What makes XML ill-formed: elements that are not closed in order, attributes without quotes, unescaped
 * characters.
 */
function unclosedIn(xml: string): string[] {
  const open: string[] = [];
  const rest = xml.replace(
    /<(\/?)([a-z]+)((?: [\w:-]+="[^"<&]*")*)(\/?)>/g,
    (tag, end: string, name: string, _, alone: string) => {
      if (end === '' && alone === '') open.push(name);
      return end === '' || open.pop() === name ? '' : tag;
    },
  );
  return [...open, ...(rest.replace(/&(?:lt|gt|amp);/g, '').match(/[<>&].*/g) ?? [])];
}
