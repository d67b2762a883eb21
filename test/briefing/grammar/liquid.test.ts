import assert from 'node:assert/strict';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../../src/briefing/writeBriefing.ts';
import { drawn, read, takeawaysOf } from '../support/fixture.ts';
import { assertSameBriefing } from '../support/sameBriefing.ts';
import { worked } from '../../support/clock.ts';

/** The text below the title, without tags. */
function shown(...lines: string[]): string {
  const html = renderBriefing(read('# T', '', ...lines)).replace(/<h1.*?<\/h1>/s, '');
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const LONG = 'a'.repeat(3996);

describe('A Liquid tag', () => {
  it('is not shown', () => {
    const cases: readonly (readonly [text: string, shown: string])[] = [
      ['{% include a.md %}', ''],
      ['{{ page.title }}', ''],
      ['{%- assign a = b -%}', ''],
      ['a {{ b }} c', 'a c'],
      ['a <{{ b }}> c <{{ d }} e', 'a c &lt; e'],
      ['{% assign a = b %} c', 'c'],
      ['a {{ b\n  | c }} d', 'a d'],
      ['{% raw %}{{ a }}{% endraw %}', ''],
      ['| a |\n| - |\n| {{ b }} |', 'a'],
      [`{%${LONG}%}`, ''],
      ['a {{ *b* `c` }} d', 'a d'],
      ['**a {{ b** }} c', '**a c'],
      ['> {% a %}{% b\n\n%}', '{% b %}'],
      ['# {{ page.title }}', ''],
    ];
    for (const [text, words] of cases) assert.equal(shown(text), words, text);
  });

  it('makes no link of a definition, and does not end the definitions below it', () => {
    const lines = [
      'It [stops][late], [says][crew] the [office].',
      '',
      '[late]: {{ site.url | absolute_url }}/late "Late"',
      '[crew]: https://a.example/crew',
      '[office]: {% link office.md %}',
    ];
    assert.equal(shown(...lines), 'It stops , says a.example the office .');
    assert.deepEqual(
      read('# T', '', ...lines).references.map(({ url }) => url),
      ['https://a.example/crew'],
    );
    assert.equal(shown('[late]: see {{ page.url }} for more'), '[late]: see for more');
  });

  it('is shown in code, and if it is not closed properly', () => {
    for (const text of ['`{{ a }}`', '{% a', '{% a }}', '{{ a %}', '{ a }', '{{ a', `{%a${LONG}%}`])
      assert.equal(shown(text), text.replace(/`/g, ''), text);
    assert.equal(shown('a \\{{ b }}'), 'a {{ b }}');
    assert.equal(shown('    {{ a }}'), '{{ a }}');
  });

  it('contains no links', () => {
    const { references } = read('# T', '', '{% link https://a.example %} b {{ https://b.example }}');
    assert.deepEqual(references, []);
  });

  it('turns a link or image whose address contains it into text', () => {
    for (const [text, words] of [
      ['[a *b*]({{ site.url }}/c), d', 'a b , d'],
      ['[a](https://a.example/{% link b.md %} "c")', 'a'],
      ['![a]({{ site.url }}/c.png)', 'a'],
      ['[a](https://a.example) {{ b }} (c)', 'a a.example (c)'],
    ] as const)
      assert.equal(shown(text), words, text);
  });

  it('is left out of canonical Markdown', () => {
    const briefing = read('# T', '', '{% a %}', '', 'b {{ c }} d', '', '## E', '', '- [f]({{ g }}) h');
    const again = read(...writeBriefing(briefing).split('\n'));
    assertSameBriefing(again, briefing);
    assert.doesNotMatch(again.text, /[{}]/);
  });

  it('does not join the words before it to a link', () => {
    const { references, problems } = read('# T', '', '[a]({{ site.url }}/b)', '', '[c]({% post_url d %})');
    assert.deepEqual([references, problems], [[], []]);
  });
});

describe('A Liquid tag on lines of its own', () => {
  it('is not part of the lede', () => {
    const lede = (...lines: string[]) => read('# T', '', ...lines).lede;
    assert.equal(lede('{% a %}', 'Prose.'), 'Prose.');
    assert.equal(lede('{% a', 'b %}', 'Prose.'), 'Prose.');
    assert.equal(lede('{% a %} {{ b }}{% c', '%} ', 'Prose.'), 'Prose.');
    assert.equal(lede('Prose.', '', '{{ a }}', '', 'More.'), 'Prose.\n\nMore.');
  });

  it('is part of the lede if words are on its lines, or in code', () => {
    for (const line of [
      '{% a %} b',
      'a {% b %}',
      '{% a %} {% b',
      '`{{ a }}`',
      '**{{ a }}**',
      '{% a %}, {% b %}',
    ])
      assert.equal(read('# T', '', line).lede, line);
  });

  it('ends the block, so that the next lines are parsed', () => {
    assert.deepEqual(drawn(read('# T', '', '{% a %}', '## A', 'b').sections), ['2 A']);
    assert.deepEqual(
      takeawaysOf('{% a %}', '- b', '', '{% c', '%}', '- d').map(({ text }) => text),
      ['b', 'd'],
    );
    assert.equal(read('# T', '', '{% a %}', '[b]: https://b.example', '', '[b]').references.length, 1);
  });

  it('does not underline a heading', () => {
    assert.deepEqual(drawn(read('# T', '', '{% a %}', '---', '', 'b').sections), []);
  });

  it('is searched in bounded time in a text without any', () => {
    const start = worked();
    read('あ[a]('.repeat(50_000), '|');
    assert.ok(worked() - start < 2000);
  });
});
