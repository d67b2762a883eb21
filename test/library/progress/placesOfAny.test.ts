import fc from 'fast-check';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Briefing } from '../../../src/briefing/model.ts';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { wordsKey } from '../../../src/briefing/text/wordsKey.ts';
import {
  findLandmark,
  firstOf,
  type Landmark,
  neighbour,
  resolvePlace,
  storedPlace,
} from '../../../src/library/progress/place.ts';
import { allSections, read } from '../../briefing/support/fixture.ts';
import { REPO } from '../../support/paths.ts';

const LINE = fc.constantFrom(
  ...['# T', '## A', '## B', '### C', '## Sources', '## Feed health', 'In this issue:', '[^1]: d e f'],
  ...'- a b|- a b|- **c:** d|- [OK] e|- [ERR] f||||e f g|h.[^1]|These:|> h'.split('|'),
);

/** The briefings in those folders that exist. */
function realBriefings(): Briefing[] {
  return ['briefings', 'test/fixtures', '../shared/corpus'].flatMap((folder) => {
    const root = path.join(REPO, folder);
    const files = fs.existsSync(root) ? fs.readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
    return files
      .filter((file) => /\.(?:md|markdown|txt)$/.test(file))
      .map((file) => parseBriefing(fs.readFileSync(path.join(root, file), 'utf8'), path.basename(file)));
  });
}

describe('In any briefing', () => {
  let real: readonly Briefing[];

  before(() => {
    real = realBriefings();
    assert.ok(real.length > 10);
  });

  const every = (check: (briefing: Briefing) => void) => {
    fc.assert(
      fc.property(fc.array(LINE, { maxLength: 30 }), (lines) => {
        check(read(...lines));
      }),
      { numRuns: 60 },
    );
    for (const briefing of real) check(briefing);
  };

  it('each item and each section is found by its id', () => {
    every((briefing) => {
      for (const item of itemsIn(briefing)) assert.equal(findLandmark(briefing, item.id), item);
      for (const section of allSections(briefing.sections)) {
        const found = findLandmark(briefing, section.id);
        assert.ok(found?.kind === 'section' && found.section === section);
      }
    });
  });

  it('next and previous go through all items', () => {
    every((briefing) => {
      for (const step of [1, -1] as const) {
        const all = step === 1 ? itemsIn(briefing) : itemsIn(briefing).toReversed();
        const way: Landmark[] = [];
        for (let at: Landmark | undefined = all[0]; at; at = neighbour(briefing, at, step)) way.push(at);
        assert.deepEqual(way, all);
      }
      assert.equal(neighbour(briefing, undefined, 1), itemsIn(briefing)[0]);
      assert.equal(firstOf(briefing)?.id, itemsIn(briefing)[0]?.id ?? briefing.sections[0]?.id);
    });
  });

  it('next and previous go from each section to the items beside its heading', () => {
    every((briefing) => {
      const lineOf = (item: Landmark | undefined) =>
        item && (item.kind === 'section' ? item.section : item).range.start.line;
      for (const { id, range } of allSections(briefing.sections)) {
        const section = findLandmark(briefing, id);
        const lines = itemsIn(briefing).map((item) => item.range.start.line);
        const [behind, before] = [1, -1].map((step) => lineOf(neighbour(briefing, section, step as 1 | -1)));
        const { line } = range.start;
        assert.equal(behind ?? Infinity, Math.min(...lines.filter((one) => one >= line)));
        assert.equal(before ?? -Infinity, Math.max(...lines.filter((one) => one < line)));
      }
    });
  });

  it('a place at any item can be stored and found', () => {
    every((briefing) => {
      for (const item of itemsIn(briefing)) {
        assert.deepEqual(resolvePlace(briefing, storedPlace(briefing, item, 0.25)), { item, offset: 0.25 });
        // Its words are found wherever they are, unless they are also the title of a section.
        if (allSections(briefing.sections).some(({ title }) => wordsKey(title) === item.key)) continue;
        const { item: moved } = resolvePlace(briefing, { ...storedPlace(briefing, item, 0.25), number: 1e9 });
        assert.equal(moved?.key, item.key);
      }
    });
  });

  it('a larger fraction of the briefing or of a section never leads to an earlier item', () => {
    every((briefing) => {
      const sections = allSections(briefing.sections).map(({ id }) => findLandmark(briefing, id));
      for (const landmark of [undefined, ...sections]) {
        let last = -1;
        for (const offset of [0, 0.2, 0.5, 0.8, 1]) {
          const place = resolvePlace(briefing, storedPlace(briefing, landmark, offset));
          assert.equal(place.item === undefined, itemsIn(briefing).length === 0);
          assert.ok(place.offset >= 0 && place.offset <= 1);
          if (!place.item) continue;
          const now = place.item.range.start.line + place.offset;
          assert.ok(now >= last, `${offset}: ${now} after ${last}`);
          last = now;
        }
      }
    });
  });
});
