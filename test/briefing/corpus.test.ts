import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { decodeBytes } from '../../src/briefing/text/bytes/decodeBytes.ts';
import type { Briefing } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { renderBriefing, renderParts } from '../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../src/briefing/writeBriefing.ts';
import { checkBriefing } from './support/checkBriefing.ts';
import { checkElements } from './support/checkElements.ts';
import { checkHtml } from './support/checkHtml.ts';
import { allTakeaways } from './support/fixture.ts';
import { lostWords } from './support/lostWords.ts';
import { outside } from './support/outside.ts';
import { assertSameBriefing } from './support/sameBriefing.ts';

describe('Each briefing of the corpus', () => {
  const briefings = new Map<string, Briefing>();

  before(function () {
    const folder = outside(this, 'corpus');
    const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'MANIFEST.json'), 'utf8')) as {
      file: string;
    }[];
    for (const { file } of manifest) {
      const decoded = decodeBytes(fs.readFileSync(path.join(folder, file)));
      assert.ok(decoded.kind === 'text', file);
      const briefing = parseBriefing(decoded.text, path.basename(file));
      named(file, () => {
        checkBriefing(briefing, decoded.text);
      });
      briefings.set(file, briefing);
    }
  });

  it('is a valid briefing', () => {
    assert.equal(briefings.size, 65);
  });

  it('gives clean HTML', () => {
    for (const [file, briefing] of briefings) {
      named(file, () => {
        checkHtml(renderBriefing(briefing));
        for (const { intro, body, references } of renderParts(briefing).items.values())
          checkHtml(intro + body + references);
      });
    }
  });

  it('has each item in one element of the page, and each passage with exactly its words', () => {
    for (const [file, briefing] of briefings)
      named(file, () => {
        checkElements(briefing, renderBriefing(briefing));
      });
  });

  it('loses no word on the page', () => {
    for (const [file, briefing] of briefings)
      assert.deepEqual(lostWords(briefing, renderBriefing(briefing)), [], file);
  });

  it('is the same briefing once it is written as canonical Markdown', () => {
    for (const [file, briefing] of briefings)
      assertSameBriefing(parseBriefing(writeBriefing(briefing), path.basename(file)), briefing, file);
  });

  it('has sections, except for a few that are one list or one letter', () => {
    const without = [...briefings].filter(([, { sections }]) => sections.length === 0);
    assert.ok(without.length <= 6, without.map(([file]) => file).join(', '));
  });

  it('has takeaways with references wherever their items have links', () => {
    for (const [file, briefing] of briefings) {
      const linked = allTakeaways(briefing).filter(({ text }) => /https?:\/\/\w/.test(text));
      for (const { text, references } of linked) assert.ok(references.length > 0, `${file}: ${text}`);
    }
  });
});

/** Adds the name of the file to an error. */
function named(file: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
