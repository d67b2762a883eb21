import assert from 'node:assert/strict';
import { readMetadataLines } from '../../../src/briefing/text/metadataLines.ts';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';

/** The title, the date, the language and the lede of a text. */
function read(...lines: string[]): (string | undefined)[] {
  const { title, date, language, lede } = parseBriefing(lines.join('\n'), 'x.md');
  return [title, date, language, lede];
}

describe('Metadata without a fence', () => {
  it('gives title, date and language, and is not part of the text', () => {
    assert.deepEqual(
      read('Title: The Clock, No. 7', 'Number: 7', 'Date: 2026-03-02 23:20', 'Lang: en', '', 'It struck.'),
      ['The Clock, No. 7', '2026-03-02', 'en', 'It struck.'],
    );
  });

  it('may have keys with an underscore', () => {
    assert.deepEqual(
      read('title: The Clock', 'save_as: clock/7.html', 'date: 2026/03/02 23:20', '', 'It struck.'),
      ['The Clock', '2026-03-02', undefined, 'It struck.'],
    );
  });

  it('may have a date or a number of two words', () => {
    assert.deepEqual(
      read('Published Date: 2026-03-02 10:00', 'Subject: The clock', 'Archive Number: 7', '', 'It struck.'),
      ['The clock', '2026-03-02', undefined, 'It struck.'],
    );
    assert.equal(
      read('Title: The Clock', 'Key points: it struck', '', 'Twice.')[3]?.includes('it struck'),
      true,
    );
  });

  it('may be a mail’s header in another language, with a sender or a date', () => {
    assert.deepEqual(
      read('Från: Ann', 'Skickat: 3 mars 2026', 'Till: Bob', 'Ämne: Klockan', '', 'Den slog.'),
      ['Klockan', '2026-03-03', undefined, 'Den slog.'],
    );
    assert.deepEqual(
      read(
        'Onderwerp: De klok',
        'Van: Ann <ann@a.example>',
        'Datum: vrijdag 20 november 2026',
        '',
        'It struck.',
      ),
      ['De klok', '2026-11-20', undefined, 'It struck.'],
    );
    assert.deepEqual(read('日時：2026-11-20', '件名：時計', '', 'It struck.').slice(0, 2), [
      '時計',
      '2026-11-20',
    ]);
    assert.equal(read('Objet: la montre', '', 'It struck.')[0], 'Objet: la montre');
  });

  it('may be the head of a memo, or the keywords of Org mode', () => {
    assert.deepEqual(
      read(
        'MEMORANDUM FOR: ANN',
        'SUBJECT: The clock, 2 March 2026',
        'CLASSIFICATION: NONE',
        '',
        'It struck.',
      ),
      ['The clock, 2 March 2026', '2026-03-02', undefined, 'It struck.'],
    );
    assert.deepEqual(read('#+TITLE: The clock', '', 'It struck.'), [
      'The clock',
      undefined,
      undefined,
      'It struck.',
    ]);
    // Comments may be above the keywords, and text right below them.
    const org = ['# Created 2026-03-01', '#+title: The clock', '#+author: Ann', 'It struck.'];
    assert.deepEqual(read(...org), ['The clock', undefined, undefined, 'It struck.']);
    assert.equal(read('# Clocks', 'It struck.')[0], 'Clocks');
    assert.equal(read('WAIT FOR: ANN', 'MORE: none', '', 'It struck.')[3]?.includes('WAIT'), true);
  });

  it('may have no space after its colons', () => {
    assert.deepEqual(
      read('    Title:The Clock', '    Date:2026-03-02T23:20:00', '    Tags:', '', 'It struck.').slice(0, 2),
      ['The Clock', '2026-03-02'],
    );
    assert.equal(read('https://a.example', 'Title: The Clock', '', 'It struck.')[3], 'It struck.');
  });

  it('may be the headers of a mail without a subject', () => {
    const mail = [
      'From ann@a.example Tue Mar 3 07:00:00 2026',
      'Received: from a.example by b.example',
      '  id 1; Tue, 3 Mar 2026 07:00:00 GMT',
      'Date: Tue, 3 Mar 2026 06:59:00 +0000',
      'From: ann@a.example',
    ];
    const text = ['', 'The clock', '=========', '', 'It struck.'];
    assert.deepEqual(read(...mail, ...text).slice(0, 2), ['The clock', '2026-03-03']);
    assert.equal(read('From: Ann', 'Date: 3 March 2026', '', 'It struck.')[3]?.includes('Ann'), true);
  });

  it('may be the headers of a mail, with folded lines', () => {
    assert.deepEqual(
      read(
        'Return-Path: <clock@tower.example>',
        'Subject: The clock',
        '  has struck',
        'Date: Mon, 2 Mar 2026 10:00:00 +0000',
        'Content-Language: de',
        '',
        'It struck.',
      ),
      ['The clock has struck', '2026-03-02', 'de', 'It struck.'],
    );
  });

  it('may be only the subject of a mail', () => {
    assert.deepEqual(read('Subject: The clock', '', 'It struck.'), [
      'The clock',
      undefined,
      undefined,
      'It struck.',
    ]);
  });

  it('may be below the separator line of a mailbox', () => {
    for (const line of ['From ann@a.example Wed Oct 09 19:21:49 2002', '========'])
      assert.deepEqual(read(line, 'Subject: A', 'Date: 2026-03-02', '', 'x'), [
        'A',
        '2026-03-02',
        undefined,
        'x',
      ]);
  });

  it('does not include an endless line, which is still read', () => {
    for (const mark of ['=', '-', '<', '= ', 'A: '])
      assert.equal(readMetadataLines([mark.repeat(10_000_000)]), undefined, mark);
  });

  it('may be below blank lines and a byte order mark', () => {
    assert.deepEqual(read('\ufeffTitle: A', 'Date: 2026-03-02', '', 'x').slice(0, 2), ['A', '2026-03-02']);
    assert.deepEqual(read('', 'Title: A', 'Date: 2026-03-02', '', 'x').slice(0, 2), ['A', '2026-03-02']);
  });

  it('may be indented if all lines are', () => {
    assert.deepEqual(
      read('    Title: The clock', '    Date: 2026-03-02', '', 'It struck.', '', '# Bells', '', 'x'),
      ['The clock', '2026-03-02', undefined, 'It struck.'],
    );
    assert.deepEqual(
      read('  Title: The clock', '    has struck', '  Date: 2026-03-02', '', 'x').slice(0, 2),
      ['The clock has struck', '2026-03-02'],
    );
  });

  it('uses the first of two lines with the same key, and ignores empty lines', () => {
    assert.equal(read('Title: A', 'Title: B', 'Date:', '', 'x')[0], 'A');
    assert.equal(read('Title:', 'Date: 2026-03-02', '', '# A')[0], 'A');
  });

  it('is not recognized if one line has another form, without a title, or if it is a single line', () => {
    for (const lines of [
      ['Title: A', 'and so on', 'Date: 2026-03-02'],
      ['Date: 2026-03-02', 'Place: the tower'],
      ['Title: A'],
      ['Subject of the day: A'],
      ['  Title: A', 'Date: 2026-03-02'],
      ['It struck: twice', 'Title: A'],
      ['', ''],
      [],
      Array.from({ length: 200 }, () => 'Title: A').with(7, 'Date: 2026-03-02'),
    ]) {
      assert.equal(readMetadataLines(lines), undefined, lines[0]);
    }
  });
});

describe('Metadata in comments of reStructuredText', () => {
  it('is parsed, even if it is only a title', () => {
    assert.equal(
      readMetadataLines(['.. title: Ferries', '.. slug: a', '', 'b'])?.values.get('title'),
      'Ferries',
    );
    assert.equal(readMetadataLines(['.. title: Ferries', '', 'b'])?.end, 1);
    assert.equal(readMetadataLines(['.. note: Ferries', '.. stop', '', 'b']), undefined);
    assert.equal(readMetadataLines(['title: Ferries', '', 'b']), undefined);
  });
});
