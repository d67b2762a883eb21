import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { citationAt } from '../../src/language/assist/citationAt.ts';
import { claimsOf } from '../../src/language/assist/claims.ts';
import { completionsAt, type Knowledge } from '../../src/language/assist/complete.ts';
import { pasteReference } from '../../src/language/assist/pasteReference.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { changed, shownEdits } from './harbour.ts';

const KNOWN: Knowledge = {
  sources: [
    { title: 'Notice', url: 'https://port.example/notices/14?utm_source=x' },
    { title: 'Tides [2026]', url: 'https://tide.example/t' },
  ],
  headings: ['What Is Next'],
  labels: ['Why *now*'],
};

/** The briefing with changes without `‸`, the position of that, and that of a second one or else the same. */
function at(input: string) {
  const pieces = changed(input).split('‸');
  const text = pieces.join('');
  const [start, end] = [1, Math.max(1, pieces.length - 1)].map((count) => {
    const lines = pieces.slice(0, count).join('').split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  });
  assert.ok(start && end);
  return { text, briefing: parseBriefing(text, ''), position: start, range: { start, end } };
}

describe('Completions', () => {
  fixtureCases('language/completions', (input) => {
    const { text, briefing, position } = at(input);
    return completionsAt(briefing, position, KNOWN)
      .map(({ label, detail, text: words, range, edits }) =>
        [
          [label, detail].filter(Boolean).join(' · '),
          shownEdits(text, [{ range, text: words }, ...edits]),
        ].join('\n'),
      )
      .join('\n');
  });

  it('show the address of sources that look alike', () => {
    const { briefing, position } = at('noon [3] → noon [‸');
    const sources = ['grain', 'tides'].map((page) => ({
      title: 'Post',
      url: `https://post.example/${page}`,
    }));
    assert.deepEqual(
      completionsAt(briefing, position, { ...KNOWN, sources }).map(
        ({ label, detail }) => `${label} · ${detail}`,
      ),
      [
        ...['[1] The port’s notice · port.example', '[2] Crane ordered · news.example'],
        ...['[3] Weather log · weather.example', 'Post · post.example/grain', 'Post · post.example/tides'],
      ],
    );
  });
});

describe('A citation', () => {
  fixtureCases('language/citations', (input) => {
    const { briefing, position } = at(input);
    return citationAt(briefing, position)?.reference.title ?? '';
  });
});

describe('The claims of a briefing', () => {
  fixtureCases('language/claims', (input) =>
    claimsOf(parseBriefing(changed(input), ''))
      .map(({ isSourced, sources }) => `${isSourced ? 'sourced' : 'not sourced'}, ${sources.length}`)
      .join('\n'),
  );
});

describe('A pasted address', () => {
  fixtureCases('language/pasted', (input) => {
    const { text, briefing, range } = at(input);
    const paste = pasteReference(briefing, range, { title: 'Tides', url: 'https://tide.example/t' });
    const own = paste && paste.text !== '' ? [{ range, text: paste.text }] : [];
    return paste ? shownEdits(text, [...own, ...paste.edits]) : '';
  });
});
