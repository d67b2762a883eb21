import assert from 'node:assert/strict';
import { withoutHidden } from '../../../../src/briefing/plain/formats/hiddenBlocks.ts';

describe('A text with a PGP signature', () => {
  const signature = [
    '-----BEGIN PGP SIGNATURE-----',
    'Version: 1',
    '',
    'iQab',
    '-----END PGP SIGNATURE-----',
  ];
  const signed = ['-----BEGIN PGP SIGNED MESSAGE-----', 'Hash: SHA256', '', 'Late.', '- -- ', '- a'];

  it('is parsed without the signature', () => {
    assert.deepEqual(withoutHidden(['From: a', ...signed, ...signature, 'b']), [
      'From: a',
      ...['', '', '', 'Late.', '-- ', '- a'],
      ...signature.map(() => ''),
      'b',
    ]);
  });

  it('keeps its own fields, even without a blank line between them and those of the signature', () => {
    const lines = [...signed.slice(0, 2), 'Subject: Ferries', '', 'Late.', ...signature];
    assert.deepEqual(withoutHidden(lines).filter(Boolean), ['Subject: Ferries', 'Late.']);
  });

  it('is shown as it is between fences, or if the signature is missing or cut off', () => {
    for (const lines of [
      signed,
      [...signed, ...signature.slice(0, 4)],
      signature,
      ['```', ...signed, ...signature, '```'],
    ])
      assert.equal(withoutHidden(lines), lines);
  });
});

describe('A directive of reStructuredText', () => {
  it('is hidden if it only has options, except for a date', () => {
    const post = ['.. post:: 3 March 2026', '   :author: Ann', '   :tags: ferries, tugs', ''];
    assert.deepEqual(withoutHidden([...post, 'Late.']), ['3 March 2026', '', '', '', 'Late.']);
    assert.deepEqual(withoutHidden(['.. image:: a.png', '   :alt: A ferry', 'b']), [
      '.. image:: a.png',
      '   :alt: A ferry',
      'b',
    ]);
    assert.deepEqual(withoutHidden(['.. image:: a.png', '   :alt: A ferry']), ['', '']);
    const meta = ['.. meta::', '   :description lang=en:', '      All about', '      ferries', ''];
    assert.deepEqual(withoutHidden([...meta, 'Late.']), ['', '', '', '', '', 'Late.']);
  });

  it('is hidden if it shows a picture', () => {
    assert.deepEqual(withoutHidden(['.. figure:: a.png', '', '   Ferry.']), ['', '', '   Ferry.']);
  });

  it('is hidden if it defines a mark', () => {
    const marks = ['.. |map| image:: map.png', '   :alt: A map', '.. |at| replace:: At nine', ''];
    assert.deepEqual(withoutHidden([...marks, 'Late.']), ['', '', '', '', 'Late.']);
  });

  it('is its words, and the text below it is not indented as code', () => {
    const note = [
      '.. note:: It stops.',
      '',
      '   At nine.',
      '',
      '.. tip::',
      '',
      '    It is late:',
      '',
      '    - a',
      'b',
    ];
    assert.deepEqual(withoutHidden(note), [
      'It stops.',
      '',
      '   At nine.',
      '',
      '',
      '',
      'It is late:',
      '',
      '- a',
      'b',
    ]);
    assert.deepEqual(withoutHidden(['.. note:: It', '   stops.', '', '.. tip:: 停航']), [
      'It',
      '   stops.',
      '',
      '停航',
    ]);
    const hidden = ['.. youtube:: a1b2', '', '.. code-block:: sh', '', '    cp a b'];
    assert.deepEqual(withoutHidden(hidden), ['', '', '', '', '    cp a b']);
  });

  it('is shown if it is in a paragraph or between fences, or has no colons', () => {
    for (const lines of [
      ['.. note:: It stops.', 'At nine.'],
      ['... so: it:: stops', '', '.. and so on', '', '.. std::list is slow', ''],
      ['.. |late| It stops', '', '.. | a | b'],
      ['.. |map| image:: map.png', 'It stops.'],
      ['```', '.. post:: 3 March 2026', '   :author: Ann', '```'],
    ])
      assert.deepEqual(withoutHidden(lines), lines);
  });
});

describe('Scripts, styles and reasoning', () => {
  it('are replaced by blank lines', () => {
    assert.deepEqual(withoutHidden(['a', '<script>let b = 1;</script>', 'c']), ['a', '', 'c']);
    assert.deepEqual(withoutHidden(['<style media="x">', 'b {}', '</style>', 'c']), ['', '', '', 'c']);
    assert.deepEqual(withoutHidden(['<think>', 'Hm.', '', 'So.', '</think>', '', '# T']), [
      '',
      '',
      '',
      '',
      '',
      '',
      '# T',
    ]);
    assert.deepEqual(withoutHidden(['<script>', 'a', '</script>', 'b', '<SCRIPT>c</SCRIPT>']), [
      '',
      '',
      '',
      'b',
      '',
    ]);
  });

  it('are hidden like the start of a page', () => {
    const page = ['<?xml version="1.0"?>', '', '<!DOCTYPE html>', '<html lang="en">', '<p>Late.</p>'];
    assert.deepEqual(withoutHidden(page), ['', '', '', ...page.slice(3)]);
    const told = ['See <!DOCTYPE html>', '<!DOCTYPE html>'];
    assert.equal(withoutHidden(told), told);
  });

  it('are text if they are not closed, or inside a line', () => {
    for (const lines of [
      ['<script>', 'a'],
      ['a <script>b</script>'],
      ['<scripts>', 'a', '</scripts>'],
      ['`<style>`'],
    ])
      assert.deepEqual(withoutHidden(lines), lines);
  });
});

describe('A comment of reStructuredText at the start of a text', () => {
  it('is not shown', () => {
    const lines = ['..', '   Copyright', '', '   The office', '', 'Ferries', '..', '   The end'];
    assert.deepEqual(withoutHidden(lines), ['', '', '', '', '', ...lines.slice(5)]);
    assert.deepEqual(withoutHidden(lines.slice(0, 4)), lines.slice(0, 4));
  });
});

describe('Fields at the top of reStructuredText and AsciiDoc', () => {
  const title = ['Ferry 4.7', '#########', ''];

  it('are hidden, except for a date', () => {
    assert.deepEqual(withoutHidden([...title, ':date: 2026-03-03', ':slug: ferry', '', 'It goes.']), [
      ...title,
      '2026-03-03',
      '',
      '',
      'It goes.',
    ]);
    assert.deepEqual(withoutHidden(['= Ferry', ':toc:', ':page-layout: post', '', 'b']).slice(1, 3), [
      '',
      '',
    ]);
  });

  it('are shown beside others, further below, and if no name is only used for metadata', () => {
    for (const lines of [
      [':slug: ferry', '', 'It goes.'],
      [':slug: ferry', ':date: 2026-03-03', 'It goes.'],
      [':tada: Line two is open', ':boat: The ferry stops', '', 'It goes.'],
      [...title, ':Present: Ann, Ben', ':Absent: Cem', '', 'It goes.'],
      [...title, ...Array.from({ length: 20 }, () => 'It goes.'), '', ':a: b', ':c: d', ''],
    ])
      assert.deepEqual(withoutHidden(lines), lines);
  });
});

describe('What tells Emacs how to show a file', () => {
  it('is hidden on the first two lines', () => {
    assert.deepEqual(withoutHidden(['Harbour news; -*- mode: text -*-', 'a']), ['Harbour news', 'a']);
    assert.deepEqual(withoutHidden(['-*-text-*-', 'a']), ['', 'a']);
    const below = ['a', 'b', 'c -*- text -*-'];
    assert.deepEqual(withoutHidden(below), below);
  });
});
