import assert from 'node:assert/strict';
import type { Briefing } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { itemsIn } from '../../src/briefing/readingItems.ts';
import { structureOf } from '../../src/briefing/structure/structure.ts';
import { citeSource } from '../../src/language/references/citeSource.ts';
import { renumberReferences, sortReferences } from '../../src/language/references/renumber.ts';
import { applyEdits, type TextEdit } from '../../src/language/textEdit.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { changed, shownEdits } from './harbour.ts';

/** Each item with its sources, which must not change when numbers do. */
function claims(briefing: Briefing): string[] {
  return itemsIn(briefing).map(({ label = '', references }) =>
    [label, ...references.map(({ title }) => title).sort()].join('|'),
  );
}

/** The edits, or why there are none. Applied, they keep the sources of each claim, and leave nothing to do. */
function shown(input: string, reorder: (briefing: Briefing) => readonly TextEdit[] | string): string {
  const text = changed(input);
  const briefing = parseBriefing(text, '');
  const edits = reorder(briefing);
  if (typeof edits === 'string') return edits;
  const made = parseBriefing(applyEdits(structureOf(briefing).document.lines, edits), '');
  assert.deepEqual(claims(made), claims(briefing));
  assert.deepEqual(reorder(made), []);
  return shownEdits(text, edits);
}

describe('The references of a briefing', () => {
  fixtureCases('language/renumbered', (input) => shown(input, renumberReferences));
  fixtureCases('language/sorted', (input) => shown(input, sortReferences));

  fixtureCases('language/citedSources', (input) => {
    const text = changed(input);
    const citation = citeSource(parseBriefing(text, ''), {
      title: 'New [one]',
      url: 'https://tide.example/t',
    });
    return citation ? [citation.text, shownEdits(text, citation.edits)].join('\n').trim() : '';
  });
});
