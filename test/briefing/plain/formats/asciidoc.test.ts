import assert from 'node:assert/strict';
import { withoutAsciidocMarks } from '../../../../src/briefing/plain/formats/asciidoc.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { drawn, read } from '../../support/fixture.ts';

const marked = (...lines: string[]) => withoutAsciidocMarks(lines);

/** The lines below a title, an attribute and a heading, as Markdown. */
function shown(...lines: string[]): readonly string[] {
  return marked('= T', ':toc:', '== A', ...lines).slice(3);
}

describe('A text in AsciiDoc', () => {
  it('has its title, headings, items and links, and none of its attributes', () => {
    const briefing = read(
      ...[
        '= Morning brief',
        'Ann Example',
        '2026-03-03',
        ':layout: post',
        '',
        'So far.',
        '',
        '== Harbour',
        '',
      ],
      ...['.Tug is sold', 'It sails for https://a.example/tug[Ann^].', '', '.Crane is late', 'By a day.', ''],
      ...[
        '=== Ferries',
        '',
        '. https://a.example/ferry[Фери стоїть]',
        '.. At nine',
        '. link:https://b.example[Late boats]',
      ],
    );
    assert.deepEqual([briefing.title, briefing.date], ['Morning brief', '2026-03-03']);
    assert.deepEqual(drawn(briefing.sections), ['2 Harbour', '  3 Ferries']);
    assert.deepEqual(
      readingItems(briefing).map(({ label, text, range }) => [label, text, range.start.line]),
      [
        ['Morning brief', 'Ann Example 2026-03-03\nSo far.', 1],
        ['Tug is sold', 'It sails for Ann.', 9],
        ['Crane is late', 'By a day.', 12],
        ['Фери стоїть', 'At nine', 17],
        [undefined, 'Late boats', 19],
      ],
    );
    assert.deepEqual(
      briefing.references.map(({ url }) => url),
      ['https://a.example/tug', 'https://a.example/ferry', 'https://b.example'],
    );
  });

  it('has links, bold words, rules, and items in items', () => {
    for (const [written, read] of [
      ['* See link:https://a.example[Late].', '- See [Late](<https://a.example>).'],
      ['https://a.example[]', '[https://a.example](<https://a.example>)'],
      ['image::https://a.example/map.png[Map]', '[Map](<https://a.example/map.png>)'],
      ['It stops. +', 'It stops.<br>'],
      ['+', '<br>'],
      ['*Ferry:* it `*stops*` at 2 * 3', '**Ferry:** it `*stops*` at 2 * 3'],
      ['* *Ferry* stops', '- **Ferry** stops'],
      ['** Ferry', '   - Ferry'],
      ['... Ferry', '      1. Ferry'],
      ["'''", '***'],
      ['...', '...'],
    ] as const)
      assert.deepEqual(shown(written), [read]);
  });

  it('has listings, and its remarks, conditions and passed HTML are not shown', () => {
    assert.deepEqual(
      shown('[source,sh]', '----', '. a', '', '== b', '----', '// c', 'ifdef::d[]', '[[e]]', 'f'),
      [...['', '~~~~', '. a', '', '== b', '~~~~', '', '', '', 'f']],
    );
    assert.deepEqual(shown('++++', '<b>a</b>', '', 'b', '++++', '====', 'c', '===='), [
      '',
      '',
      '',
      '',
      '',
      '',
      'c',
      '',
    ]);
    for (const rule of [
      ['----', '', 'a', '----'],
      ['----', 'a', '', '----'],
      ['----', 'a'],
      ['```', '. a', '```'],
    ])
      assert.deepEqual(shown(...rule), rule);
  });

  it('is told by two headings and another mark', () => {
    for (const lines of [
      ['== A ==', '.. b', '== C ==', ':d: e'],
      ['== A', '*b*', '== C', 'd'],
      ['== A', '. b', 'c'],
      ['= A', '== B', '## C', '. d'],
    ])
      assert.equal(withoutAsciidocMarks(lines), lines);
    assert.equal(marked('a', '== B', '* https://a.example[c]', '== D')[1], '## B');
  });

  it('is told by one heading of any level and a link that only AsciiDoc has', () => {
    assert.deepEqual(marked('=== A', 'Links: +', 'link:https://a.example[B] +', '* c'), [
      ...['### A', 'Links:<br>', '[B](<https://a.example>)<br>', '- c'],
    ]);
    for (const lines of [
      ['=== A', 'https://a.example[b]', '. c'],
      ['=== A', 'The link:https://a.example[b] is old.'],
      ['======= a', 'link:https://a.example[b]'],
      ['=== A ===', 'link:https://a.example[b]'],
    ])
      assert.equal(withoutAsciidocMarks(lines), lines);
  });
});
