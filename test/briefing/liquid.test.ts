import assert from 'node:assert/strict';
import { isLiquid } from '../../src/briefing/liquid.ts';
import { parseMarkdown } from '../../src/briefing/markdown.ts';
import { renderBriefing } from '../../src/briefing/renderBriefing.ts';
import { drawn, read, takeawaysOf } from './fixture.ts';

/** What stands in code, in a text behind its title. */
function code(...lines: string[]): string[] {
  return [...renderBriefing(read('# T', '', ...lines)).matchAll(/<code>(.*?)<\/code>/gs)].map(
    ([, words = '']) => words,
  );
}

const LONG = 'a'.repeat(3996);

describe('A Liquid tag', () => {
  it('is shown as code, on one line', () => {
    const cases: readonly (readonly [text: string, code: readonly string[]])[] = [
      ['{% include a.md %}', ['{% include a.md %}']],
      ['{{ page.title }}', ['{{ page.title }}']],
      ['{%- a -%}', ['{%- a -%}']],
      ['a {{ b }} c', ['{{ b }}']],
      ['a {{ b\n  | c }} d', ['{{ b | c }}']],
      ['{{ a\n  | b }}', ['{{ a | b }}']],
      ['{% raw %}{{ a }}{% endraw %}', ['{% raw %}', '{{ a }}', '{% endraw %}']],
      ['| a |\n| - |\n| {{ b }} |', ['{{ b }}']],
      [`{%${LONG}%}`, [`{%${LONG}%}`]],
    ];
    for (const [text, words] of cases) assert.deepEqual(code(text), words, text);
  });

  it('has no marks and no links in it', () => {
    assert.deepEqual(code('a {{ *b* `c` }} d'), ['{{ *b* `c` }}']);
    const { references } = read('# T', '', '{% link https://a.example %} b {{ https://b.example }}');
    assert.deepEqual(references, []);
  });

  it('is none where it is not closed, or by the wrong mark', () => {
    for (const text of ['{% a', '{% a }}', '{{ a %}', '{ a }', '{{ a }', `{%a${LONG}%}`, 'a \\{{ b }}'])
      assert.deepEqual(code(text), [], text);
  });

  it('ends no further than what it stands in', () => {
    assert.deepEqual(code('**a {{ b** }} c'), ['{{ b** }}']);
    assert.deepEqual(code('<b>a {{ b</b> c }}'), []);
    assert.deepEqual(code('> {% a', '', '%}'), []);
    assert.deepEqual(code('> {% a %}{% b', '', '%}'), ['{% a %}']);
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
    assert.deepEqual(code('    {{ a }}'), ['{{ a }}\n']);
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
});

describe('A paragraph', () => {
  it('is Liquid where it is nothing else', () => {
    for (const text of ['{% a %}', '  {{ a }} ', '{% a\nb %}{{ c }}'])
      assert.equal(isLiquid(parseMarkdown(text)), true, text);
    for (const text of ['a', 'a {% b %}', '{% a %} b', ''])
      assert.equal(isLiquid(parseMarkdown(text)), false, text);
  });
});
