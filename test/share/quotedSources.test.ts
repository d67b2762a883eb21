import assert from 'node:assert/strict';
import { withoutAddresses } from '../../src/briefing/write/trailingSources.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { quoteHtml } from '../../src/share/quoteHtml.ts';
import { quoteMarkdown, quoteText } from '../../src/share/quoteMarkdown.ts';
import { quotation, quotationsOf } from './quotations.ts';

describe('The sources of a quotation', () => {
  it('are below it, and not in a last paragraph of bare links as well', () => {
    const story = {
      title: 'Ferry stops',
      summary: 'It stops at nine.',
      sources: [
        { name: 'Gazette', url: 'https://a.example/g' },
        { name: 'Tug Register', url: 'https://a.example/t' },
      ],
    };
    const json = JSON.stringify({ title: 'T', sections: [{ title: 'A', stories: [story] }] });
    const all = quotationsOf(parseBriefing(json, 'a.json'));
    assert.equal(
      quoteText(all),
      'Ferry stops: It stops at nine.\n— T\n— Gazette (https://a.example/g)\n— Tug Register (https://a.example/t)',
    );
    assert.match(quoteMarkdown(all), /^> \*\*Ferry stops:\*\* It stops at nine\.\n>\n> — T\n/);
    assert.match(quoteHtml(all), /It stops at nine\.<\/p>\n<footer>/);
  });

  it('are not those of all, if the text names none and others name their own', () => {
    const sources = '## Sources\n\n1. [Gazette](https://a.example/g)\n2. [Register](https://a.example/t)\n';
    const quoted = (crane: string) => {
      const text = `# T\n\n## Ferry\n\nIt stops.\n\n## Crane\n\n${crane}\n\n${sources}`;
      return quoteText(quotationsOf(parseBriefing(text, 'a.md')).slice(0, 1));
    };
    assert.equal(quoted('It moves. [1]'), 'Ferry\nIt stops.\n— T');
    assert.match(quoted('It moves.'), /^Ferry\nIt stops\.\n— T\n— Gazette .*\n— Register /);
  });

  const cases: readonly (readonly [item: string, text: string])[] = [
    ['It stops.\n\n  [A](https://a.example/a)', 'It stops.'],
    ['It stops.\n\n  [A](https://a.example/a) · [B](https://b.example/b)', 'It stops.'],
    ['It stops. [A](https://a.example/a)', 'It stops.'],
    ['The ferry stops - https://a.example/a', 'The ferry stops'],
    ['It stops. — [A](https://a.example/a), [Read more](https://b.example/b)', 'It stops.'],
    ['It stops. ([A](https://a.example/a))', 'It stops.'],
    ['It stops ([A](https://a.example/a)).', 'It stops.'],
    ['渡轮停航。（[甲报](https://a.example/a)）', '渡轮停航。'],
    // A link in a sentence is a part of it, and other words than the source's say more.
    ['It stops, says [A](https://a.example/a)', 'It stops, says A'],
    ['It stops. [A](https://a.example/a) says so.', 'It stops. A says so.'],
    ['It [A](https://a.example/a)', 'It A'],
    // Other text beside a link is kept.
    ['It stops.\n\n  See [A](https://a.example/a)', 'It stops.\nSee A'],
    ['[A](https://a.example/a)', 'A'],
    ['支持四十种语言 [1]。', '支持四十种语言。'],
    ['支持四十种语言 [1]，也支持 [1][1]。', '支持四十种语言，也支持。'],
    ['支持四十种语言。[1]。', '支持四十种语言。'],
    ['「语言 [1]」、（语言 [1]）', '「语言」、（语言）'],
    ['It stops [1], they say [1].', 'It stops, they say.'],
  ];
  for (const [item, text] of cases)
    it(`are cut from ${JSON.stringify(item)}: ${text}`, () => {
      const said = quoteText(quotation(item, '1. Gazette'));
      assert.equal(said.slice(0, said.indexOf('\n— T')), text);
    });
});

describe('Sources without a title or address', () => {
  it('leave a text as it is', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    assert.equal(withoutAddresses('', [{ title: '', url: '', range }]), '');
  });
});
