import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { sectionNamed } from '../../../src/briefing/structure/anchors.ts';
import { writeBriefing } from '../../../src/briefing/writeBriefing.ts';
import { drawn, read } from '../support/fixture.ts';

const words = (...lines: string[]) => readingItems(read('# T', '', ...lines)).map(({ text }) => text);

describe('An attribute list', () => {
  it('is not part of a heading', () => {
    const lines = ['# T {#t}', '', '## Ferries {#top .wide}', '', 'a', '', '### Tugs {: .no_toc }', '', 'b'];
    const { title, sections } = read(...lines, '', 'Cranes {#c}', '-----------', '', 'c');
    assert.equal(title, 'T');
    assert.deepEqual(drawn(sections), ['2 Ferries', '  3 Tugs', '2 Cranes']);
  });

  it('may have letters of any script', () => {
    const briefing = read('# T', '', '## 渡轮 {#渡轮}', '', 'a', '', '## Été {#été .wide}', '', 'b');
    assert.deepEqual(drawn(briefing.sections), ['2 渡轮', '2 Été']);
    assert.equal(sectionNamed(briefing, '#été'), briefing.sections[1]?.id);
  });

  it('gives a heading the id that links use', () => {
    const briefing = read('# T', '', '## Ferries {#top}', '', 'a');
    const id = briefing.sections[0]?.id;
    assert.equal(sectionNamed(briefing, '#top'), id);
    assert.equal(sectionNamed(briefing, '#ferries'), id);
  });

  it('is not text, in a line or on its own', () => {
    assert.deepEqual(words('It stops.', '{: .note }', '', 'a {: .wide #x width="40"} b'), ['It stops.\na b']);
    assert.deepEqual(words('## A', '', '- a', '- b', '{:.list}'), ['a', 'b']);
    assert.deepEqual(words('{::options parse_block_html="true" /}', '', 'It {::nomarkdown}stops{:/}.'), [
      'It stops.',
    ]);
  });

  it('is not text right after a picture or a link', () => {
    assert.deepEqual(words('![Ferry](a.png){width=500 .wide}', '', 'It stops.'), ['Ferry\nIt stops.']);
    assert.deepEqual(words('[It](https://a.example){.external} stops (late) {.b}.'), [
      'It stops (late) {.b}.',
    ]);
    const briefing = read('# T', '', '## A', '', '[It](https://a.example)\\{a=b} stops.');
    for (const one of [briefing, parseBriefing(writeBriefing(briefing), '1.md')])
      assert.equal(readingItems(one)[0]?.text, 'It{a=b} stops.');
  });

  it('may be in a remark of MDX after a heading', () => {
    const briefing = read(
      '# T',
      '',
      '## Ferries {/* #boats */}',
      '',
      'See [it](#boats).',
      '',
      '## Pier \\{/* a */}',
      '',
      'b',
    );
    for (const { sections } of [briefing, parseBriefing(writeBriefing(briefing), '1.md')])
      assert.deepEqual(drawn(sections), ['2 Ferries', '2 Pier {/* a */}']);
  });

  it('is text if it is escaped or has another form', () => {
    for (const line of ['{:ok, a} comes', 'a {#b} c', 'the set {.a, .b}', '`{: .note}`', '{: }', '{a}'])
      assert.deepEqual(words(line), [line.replaceAll('`', '')], line);
    const text = ['# T', '', '## Why \\{#x}', '', 'Set \\{: .a} out.'].join('\n');
    const briefing = parseBriefing(text, '1.md');
    const again = parseBriefing(writeBriefing(briefing), '1.md');
    for (const { sections } of [briefing, again]) assert.deepEqual(drawn(sections), ['2 Why {#x}']);
    assert.deepEqual(readingItems(again)[0]?.text, 'Set {: .a} out.');
  });
});
