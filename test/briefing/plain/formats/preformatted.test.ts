import assert from 'node:assert/strict';
import { readPreformatted } from '../../../../src/briefing/plain/formats/preformatted.ts';
import { drawn, read } from '../../support/fixture.ts';

const MAIL = [
  '<pre>From: Ann &lt;ann@a.example&gt;',
  'Subject: The clock',
  'Date: Mon, 2 Mar 2026 08:00:00 +0100',
  '',
  'The clock strikes again, and',
  'everybody in the square hears it.',
  '',
  'THE BELLS',
  '',
  'They ring at noon. See &lt;https://a.example/bells&gt; for more.',
  '',
  'a) &lt;b&gt; is a tag.',
  '</pre>',
];

describe('A plain text in a page', () => {
  const page = ['---', 'title: A letter', '---', ...MAIL];
  const briefing = read(...page);

  it('is read as plain text, whose capitals are headings', () => {
    assert.deepEqual(drawn(briefing.sections), ['2 THE BELLS']);
  });

  it('starts after the tag, and after mail headers', () => {
    assert.equal(briefing.lede, 'The clock strikes again, and\neverybody in the square hears it.');
  });

  it('has decoded addresses, while its other characters stay as they are written', () => {
    const lines = readPreformatted(MAIL);
    assert.equal(lines?.[0], 'From: Ann <ann@a.example>');
    assert.equal(lines[9], 'They ring at noon. See <https://a.example/bells> for more.');
    assert.equal(lines[11], 'a) &lt;b&gt; is a tag.');
    assert.equal(lines.length, MAIL.length);
    assert.deepEqual(
      briefing.references.map(({ url }) => url),
      ['https://a.example/bells'],
    );
  });

  it('may have a line above it, and words after it', () => {
    const lines = readPreformatted(['A letter:', '<PRE style="x">one', 'two', 'three</PRE> four']);
    assert.deepEqual(lines, ['A letter:', 'one', 'two', 'three four']);
  });

  it('is not recognized with Markdown beside it, as a small part of a text, or without an opening tag', () => {
    assert.equal(readPreformatted(['## A', '', '<pre>one', 'two', 'three</pre>']), undefined);
    assert.equal(readPreformatted(['one', 'two', '<pre>', 'three', '</pre>', 'four']), undefined);
    assert.equal(readPreformatted(['one', 'two</pre>']), undefined);
    assert.equal(readPreformatted(['a <pre>one', 'two', '</pre>']), undefined);
  });
});
