import assert from 'node:assert/strict';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../../src/briefing/writeBriefing.ts';
import { drawn, read, takeawaysOf } from '../support/fixture.ts';
import { assertSameBriefing } from '../support/sameBriefing.ts';
import { worked } from '../../support/clock.ts';

/** What a text says behind its title, without tags. */
function shown(...lines: string[]): string {
  const html = renderBriefing(read('# T', '', ...lines)).replace(/<h1.*?<\/h1>/s, '');
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const LONG = 'a'.repeat(3996);

describe('A Liquid tag', () => {
  it('shows nothing of itself', () => {
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

  it('is there in code, and is none where it is not closed, or by the wrong mark', () => {
    for (const text of ['`{{ a }}`', '{% a', '{% a }}', '{{ a %}', '{ a }', '{{ a', `{%a${LONG}%}`])
      assert.equal(shown(text), text.replace(/`/g, ''), text);
    assert.equal(shown('a \\{{ b }}'), 'a {{ b }}');
    assert.equal(shown('    {{ a }}'), '{{ a }}');
  });

  it('has no links in it', () => {
    const { references } = read('# T', '', '{% link https://a.example %} b {{ https://b.example }}');
    assert.deepEqual(references, []);
  });

  it('makes words of a link or an image whose address it is part of', () => {
    for (const [text, words] of [
      ['[a *b*]({{ site.url }}/c), d', 'a b , d'],
      ['[a](https://a.example/{% link b.md %} "c")', 'a'],
      ['![a]({{ site.url }}/c.png)', 'a'],
      ['[a](https://a.example) {{ b }} (c)', 'a a.example (c)'],
    ] as const)
      assert.equal(shown(text), words, text);
  });

  it('is left out of what is written', () => {
    const briefing = read('# T', '', '{% a %}', '', 'b {{ c }} d', '', '## E', '', '- [f]({{ g }}) h');
    const again = read(...writeBriefing(briefing).split('\n'));
    assertSameBriefing(again, briefing);
    assert.doesNotMatch(again.text, /[{}]/);
  });

  it('makes no link of the words before it', () => {
    const { references, problems } = read('# T', '', '[a]({{ site.url }}/b)', '', '[c]({% post_url d %})');
    assert.deepEqual([references, problems], [[], []]);
  });
});

describe('A Liquid tag with its lines to itself', () => {
  it('is no part of the lede', () => {
    const lede = (...lines: string[]) => read('# T', '', ...lines).lede;
    assert.equal(lede('{% a %}', 'Prose.'), 'Prose.');
    assert.equal(lede('{% a', 'b %}', 'Prose.'), 'Prose.');
    assert.equal(lede('{% a %} {{ b }}{% c', '%} ', 'Prose.'), 'Prose.');
    assert.equal(lede('Prose.', '', '{{ a }}', '', 'More.'), 'Prose.\n\nMore.');
  });

  it('is part of it where words stand beside it, or in code', () => {
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

  it('ends there, so that what follows is read', () => {
    assert.deepEqual(drawn(read('# T', '', '{% a %}', '## A', 'b').sections), ['2 A']);
    assert.deepEqual(
      takeawaysOf('{% a %}', '- b', '', '{% c', '%}', '- d').map(({ text }) => text),
      ['b', 'd'],
    );
    assert.equal(read('# T', '', '{% a %}', '[b]: https://b.example', '', '[b]').references.length, 1);
  });

  it('underlines to no heading', () => {
    assert.deepEqual(drawn(read('# T', '', '{% a %}', '---', '', 'b').sections), []);
  });

  it('is looked for in no long time where there is none', () => {
    const start = worked();
    read('あ[a]('.repeat(50_000), '|');
    assert.ok(worked() - start < 2000);
  });
});
