import assert from 'node:assert/strict';
import { readHtmlLists } from '../../../../src/briefing/plain/formats/htmlLists.ts';
import { read, takeawaysOf } from '../../support/fixture.ts';
import { worked } from '../../../support/clock.ts';

const linesOf = (...source: string[]) => readHtmlLists(source)?.lines;

describe('A list in HTML', () => {
  it('is like a list in Markdown, wherever its tags are', () => {
    const expected = ['- Ferry', '- <b>Crane</b> comes'];
    const words = (lines: readonly string[] | undefined) => lines?.filter((line) => line !== '');
    for (const source of [
      ['<ul><li>Ferry</li><li><b>Crane</b> comes</li></ul>'],
      ['<ul class="a">', '<li>Ferry</li>', '  <li id="b"><b>Crane</b> comes', '</ul>'],
      ['<ul>', '  <li>', '    Ferry', '  </li>', '  <li>', '    <b>Crane</b> comes', '  </li>', '</ul>'],
    ])
      assert.deepEqual(words(linesOf(...source)), expected, source.join('/'));
    assert.deepEqual(words(linesOf('<ol>', '<li>Ferry', 'stops</li>', '<li>Crane</li></ol> So long.')), [
      '1. Ferry',
      '   stops',
      '2. Crane',
      'So long.',
    ]);
  });

  it('may be nested, and have paragraphs in its items', () => {
    const source = ['<ul><li><p>Ferry</p><p>It stops.</p><ul><li>Late</li></ul></li>', '<li>Crane</li></ul>'];
    const [ferry, crane] = takeawaysOf(...source);
    assert.equal(ferry?.text, 'Ferry It stops.\nLate');
    assert.equal(crane?.text, 'Crane');
    const apart = takeawaysOf('<ul>', '<li><p>Ferry</p>', '<p>It stops.</p></li>', '</ul>');
    assert.equal(apart[0]?.text, 'It stops.');
    assert.equal(apart[0].label, 'Ferry');
  });

  it('keeps the positions of its lines', () => {
    const { sections } = read(
      '# Title',
      '',
      '## Port',
      '',
      '<ul>',
      '<li>',
      'Ferry',
      '</li><li>Crane</li>',
      '</ul>',
    );
    assert.deepEqual(
      sections[0]?.takeaways.map(({ text, range }) => [text, range.start.line]),
      [
        ['Ferry', 6],
        ['Crane', 7],
      ],
    );
  });

  it('is not recognized if it is not closed, in code, or without items', () => {
    assert.equal(linesOf('<ul>', '<li>Ferry'), undefined);
    assert.equal(linesOf('```', '<ul><li>Ferry</li></ul>', '```'), undefined);
    assert.equal(linesOf('<ul>', '</ul>'), undefined);
    assert.equal(linesOf('So: <ul><li>Ferry</li></ul>'), undefined);
  });

  it('takes bounded time, closed or not', () => {
    const start = worked();
    linesOf(`<ul>${'<li>a</li>'.repeat(20_000)}</ul>`);
    linesOf(...Array<string>(20_000).fill('<ul>'));
    linesOf(`<ul>${'<ul a '.repeat(20_000)}`);
    assert.ok(worked() - start < 2000);
  });
});
