import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Briefing } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { itemsIn } from '../../src/briefing/readingItems.ts';
import { structureOf } from '../../src/briefing/structure/structure.ts';
import { cleanAddress } from '../../src/briefing/text/links/cleanAddress.ts';
import { decodeBytes } from '../../src/briefing/text/bytes/decodeBytes.ts';
import { checkBriefing } from '../../src/language/checkBriefing.ts';
import { fixAll } from '../../src/language/fixes/fixAll.ts';
import { fixesFor } from '../../src/language/fixes/fixesFor.ts';
import { applyEdits } from '../../src/language/textEdit.ts';
import { outside } from '../briefing/support/outside.ts';

/** The fixes that must not change any words. */
const HARMLESS = new Set(['ignore', 'clean-link', 'merge-reference']);

/** The number of findings to fix for each rule and document. */
const TRIED = 2;

describe('The corpus, checked as if it were being written', () => {
  const briefings = new Map<string, Briefing>();

  before(function () {
    const folder = outside(this, 'corpus');
    for (const manifest of ['MANIFEST.json', 'agents/MANIFEST.json']) {
      const listed = JSON.parse(fs.readFileSync(path.join(folder, manifest), 'utf8')) as { file: string }[];
      for (const { file } of listed) {
        const decoded = decodeBytes(fs.readFileSync(path.join(folder, file)));
        if (decoded.kind === 'text') briefings.set(file, parseBriefing(decoded.text, path.basename(file)));
      }
    }
  });

  it('has errors only where expected, and hardly a warning in the cleanest briefings', () => {
    const serious = [...briefings].map(([file, briefing]) => {
      const found = checkBriefing(briefing, path.basename(file));
      assert.ok(!found.some(({ severity }) => severity === 'error'), file);
      return found.filter(({ severity }) => severity === 'warning').length;
    });
    const cleanest = serious.sort((a, b) => a - b).slice(0, 5);
    assert.ok(
      cleanest.every((count) => count <= 3),
      cleanest.join(),
    );
  });

  it('keeps the words and sources of each claim when it is fixed', () => {
    let tried = 0;
    for (const [file, briefing] of briefings) {
      const fileName = path.basename(file);
      const context = { briefing, fileName, today: '2026-11-27' };
      const { lines } = structureOf(briefing).document;
      const before = claimsOf(briefing);
      const findings = checkBriefing(briefing, fileName);
      const some = findings.filter(
        (one, i) => findings.slice(0, i).filter(({ code }) => code === one.code).length < TRIED,
      );
      for (const finding of some) {
        for (const { kind, edits } of fixesFor(finding, context)) {
          if (!HARMLESS.has(kind)) continue;
          tried++;
          const mended = parseBriefing(applyEdits(lines, edits), fileName);
          const what = `${file}:${finding.range.start.line + 1} ${finding.code} ${kind}`;
          assert.deepEqual(claimsOf(mended), before, what);
          const count = (one: Briefing) =>
            checkBriefing(one, fileName).filter(({ code }) => code === finding.code).length;
          assert.ok(count(mended) < count(briefing), what);
        }
      }
    }
    assert.ok(tried > 40, `${tried} fixes`);
  });

  it('is fixed by Fix All at once: a second run changes nothing', () => {
    for (const [file, briefing] of briefings) {
      const fileName = path.basename(file);
      const made = fixAll({ briefing, fileName, today: '2026-11-27' });
      if (made === undefined) continue;
      const mended = parseBriefing(made, fileName);
      assert.deepEqual(claimsOf(mended), claimsOf(briefing), file);
      assert.equal(fixAll({ briefing: mended, fileName, today: '2026-11-27' }), undefined, file);
    }
  });
});

/** The words of each item, and its pages without tracking parameters. */
function claimsOf(briefing: Briefing): string[] {
  return itemsIn(briefing).map(({ label = '', text, references }) =>
    [label, text, ...references.map(({ url, title }) => url ?? title)]
      .join(' | ')
      .replace(/https?:\/\/[^\s)]+/g, cleanAddress),
  );
}
