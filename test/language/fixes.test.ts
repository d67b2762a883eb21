import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { structureOf } from '../../src/briefing/structure/structure.ts';
import { checkBriefing } from '../../src/language/checkBriefing.ts';
import { type FixContext, FIXES } from '../../src/language/fixes/fix.ts';
import { fixAll } from '../../src/language/fixes/fixAll.ts';
import { fixesFor } from '../../src/language/fixes/fixesFor.ts';
import { applyEdits } from '../../src/language/textEdit.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { changed, NAME, shownEdits } from './harbour.ts';

function contextOf(text: string): FixContext {
  return {
    briefing: parseBriefing(text, NAME),
    fileName: NAME,
    today: '2026-11-27',
    titleOf: (url) => (url === 'https://a.example/known' ? 'The [known] page' : undefined),
  };
}

function codesIn(text: string): string[] {
  return checkBriefing(parseBriefing(text, NAME), NAME).map(({ code }) => code);
}

describe('A quick fix', () => {
  // Each fix of the first finding of a rule, what is still found afterwards, and its edits.
  fixtureCases('language/fixes', (input) => {
    const [code, ...lines] = input.split('\n');
    const text = changed(lines.join('\n'));
    const context = contextOf(text);
    const finding = checkBriefing(context.briefing, NAME).find((one) => one.code === code);
    assert.ok(finding, `${code} is not found`);
    return fixesFor(finding, context)
      .flatMap(({ kind, detail, edits }) => {
        const mended = applyEdits(structureOf(context.briefing).document.lines, edits);
        const still = codesIn(mended).map((one) => ` · still ${one}`);
        return `${FIXES[kind].replace('{0}', detail)}${still.join('')}\n${shownEdits(text, edits)}`;
      })
      .join('\n');
  });
});

describe('Fix All', () => {
  fixtureCases('language/fixAll', (input) => {
    const text = changed(input);
    const mended = fixAll(contextOf(text));
    if (mended === undefined) return '';
    assert.equal(fixAll(contextOf(mended)), undefined);
    return [mended, ...codesIn(mended)].join('\n');
  });

  it('does nothing for a rule that is turned off', () => {
    const tracked = changed('notices/14 → notices/14?utm_source=x');
    assert.equal(fixAll(contextOf(tracked), { 'tracking-link': 'off' }), undefined);
  });
});
