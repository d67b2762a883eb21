import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { read } from '../../support/fixture.ts';

const items = (...lines: string[]) => readingItems(read(...lines)).map(({ text }) => text);

describe('A part of a page between lines of colons', () => {
  const around = (open: string) =>
    items('# Title', '', open, '', 'It stops.', '', ':::', '', '## Tugs', '', 'One is late.');

  it('is shown without these lines, with its title', () => {
    assert.deepEqual(around(':::tip'), ['It stops.', 'One is late.']);
    assert.deepEqual(around('::: {.callout-tip}'), ['It stops.', 'One is late.']);
    assert.deepEqual(around('::::'), ['It stops.', 'One is late.']);
    for (const open of [':::tip[Ferry stops]', '::: tip Ferry stops', ':::tip Ferry stops'])
      assert.deepEqual(around(open), ['Ferry stops\nIt stops.', 'One is late.'], open);
    assert.deepEqual(around(':::tip[See [Ferry](https://a.example)]'), [
      'See Ferry\nIt stops.',
      'One is late.',
    ]);
    assert.deepEqual(around(':::tip[**Ferry** stops]'), ['Ferry stops\nIt stops.', 'One is late.']);
  });

  it('is shown as it is written in code, or if nothing ends it', () => {
    assert.deepEqual(items('# Title', '', '```', ':::tip', 'a', ':::', '```'), [':::tip a :::']);
    assert.deepEqual(items('# Title', '', ':::tip', '', 'a'), [':::tip\na']);
    assert.equal(read('# Title', '', '::: News :::', '', 'a', '', ':::').sections[0]?.title, 'News');
  });
});

describe('What MDX is told', () => {
  const imports = ["import Tabs from '@theme/Tabs';", 'import { A, B } from "../../b"', "import '../c.css';"];

  it('is not shown at the top, nor in a remark on its own line', () => {
    const lines = [
      '---',
      'title: T',
      '---',
      '',
      ...imports,
      '',
      'It stops.',
      '',
      '{/* truncate */}',
      '',
      'a',
    ];
    assert.deepEqual(items(...lines, '', '## Tugs', '', 'b'), ['It stops.\na', 'b']);
  });

  it('is not shown elsewhere if it says what comes from where', () => {
    assert.deepEqual(items('# Title', '', 'a', '', imports[0] ?? '', '', 'b'), ['a\nb']);
  });

  it('is shown elsewhere otherwise', () => {
    assert.deepEqual(items('# Title', '', 'Write this:', '', imports[2] ?? ''), [
      `Write this:\n${imports[2]}`,
    ]);
    assert.deepEqual(items('import a from b', '', '# Title', '', 'a')[0], 'import a from b\na');
  });
});

describe('A tag on several lines', () => {
  const tag = ['<p', '  className="note"', '  style={{ color: "red" }}', '>'];

  it('is not shown, though Markdown would read its end as a quotation', () => {
    const lines = ['# Title', '', 'a', '', ...tag, '  It stops.', '</p>', '', '## Tugs', '', 'b'];
    assert.deepEqual(items(...lines), ['a\nIt stops.', 'b']);
  });

  it('may have words right after its end', () => {
    const lines = ['<p', '  style="color: red;"', '><b>Ferry</b> stops.', '</p>'];
    assert.deepEqual(items('# Title', '', ...lines), ['Ferry stops.']);
  });

  it('does not end where a quotation goes on', () => {
    const lines = ['# Title', '', '> a', '>', '> b', '', '```', ...tag, '```'];
    assert.deepEqual(items(...lines), [`a\nb\n${tag.map((line) => line.trim()).join(' ')}`]);
  });
});

describe('The place of a table of contents', () => {
  it('is not shown', () => {
    for (const mark of ['[TOC]', '[[toc]]', '[[_TOC_]]', '(ferries-1)='])
      assert.deepEqual(items('# Title', '', mark, '', 'It stops.'), ['It stops.'], mark);
    assert.deepEqual(items('# Title', '', 'Write [TOC] there.'), ['Write [TOC] there.']);
  });
});
