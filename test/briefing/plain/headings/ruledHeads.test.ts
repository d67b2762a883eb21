import assert from 'node:assert/strict';
import { drawn, read } from '../../support/fixture.ts';

const titles = (...lines: string[]) => read(...lines).sections.map(({ title }) => title);

const FERRIES = [
  'Ferry report',
  'Ann Example',
  '',
  'The last ferry leaves at nine.',
  'So says',
  'the office',
];
const TUGS = ['New tug', '', 'It comes from Dublin, and', 'it is red.'];
const CRANES = ['Crane day — for all', '', 'Come and see them.'];

describe('A rule between the parts of a plain text', () => {
  it('has the heading of the next part below it, and does not underline the words above', () => {
    const rule = ['----------', ''];
    assert.deepEqual(
      titles('Port news', 'March 2026', ...rule, ...FERRIES, ...rule, ...TUGS, ...rule, ...CRANES),
      ['Ferry report', 'New tug', 'Crane day — for all'],
    );
  });

  it('has no heading below it if nothing is below that, and not all parts need one', () => {
    const rule = ['', '----------', ''];
    const said = ['The harbour office says that the last ferry leaves', 'at nine from Monday on.'];
    const parts = [FERRIES, said, TUGS, said, CRANES];
    const text = (...all: string[][]) => [
      'Port news',
      '',
      'Hello.',
      ...all.flatMap((part) => [...rule, ...part]),
    ];
    assert.deepEqual(titles(...text(...parts, ['END'])), ['Ferry report', 'New tug', 'Crane day — for all']);
  });

  it('has no heading below it if sentences or mail headers are there', () => {
    const rule = ['', '----------', ''];
    const said = ['The harbour office says that the last ferry leaves', 'at nine from Monday on.'];
    assert.deepEqual(titles('Port news', ...rule, ...said, ...rule, ...said, ...rule, ...said), []);
    const mail = ['From: Ann Example', 'Subject: Ferries', '', 'They stop.'];
    assert.ok(
      !titles('Port news', ...rule, ...mail, ...rule, ...mail, ...rule, ...mail).includes(
        'From: Ann Example',
      ),
    );
  });

  it('is not such a rule below the names of columns', () => {
    const rule = ['----------', ''];
    const table = ['', 'Ship      Berth', '------    --------', 'Anna B    nine', '', 'It goes.', ''];
    assert.deepEqual(
      titles('Port news', 'March 2026', ...rule, ...FERRIES, ...table, ...rule, ...TUGS, ...rule, ...CRANES),
      ['Ferry report', 'New tug', 'Crane day — for all'],
    );
  });

  it('is that of the line between two of them', () => {
    const part = ['-----', 'The ferry stops.', '', 'It is late.', ''];
    const boxed = ['-----', 'And what else there is', '-----', '', 'The crane comes.', ''];
    const lines = ['=====', 'Harbour Weekly', '=====', '', ...part, ...part, ...part, ...boxed];
    assert.deepEqual(titles(...lines), ['And what else there is']);
  });

  it('is not such a rule below a line with a colon that is as long', () => {
    const day = (name: string, length = name.length) => [name, '-'.repeat(length), `The ferry stops.`, ''];
    const lines = (length?: number) => ['1 May:', '19 May:', '2 June:'].flatMap((name) => day(name, length));
    const year = (name: string) => ['====', name, '====', ''];
    const of = (length?: number) =>
      drawn(read('Harbour notes', '', ...year('2025'), ...lines(length), ...year('2026'), 'Red.').sections);
    assert.deepEqual(of(), ['2 2025', '  3 1 May', '  3 19 May', '  3 2 June', '2 2026']);
    assert.deepEqual(of(40), ['2 2025', '2 2026']);
  });

  it('is not such a rule if it is exactly as long as the words above', () => {
    const lines = [
      'Ferries',
      '-------',
      'They stop.',
      '',
      'Tugs',
      '----',
      'They come.',
      '',
      'Cranes',
      '------',
      'Red.',
    ];
    assert.deepEqual(titles('Port news', '', ...lines), ['Ferries', 'Tugs', 'Cranes']);
  });
});

describe('Short lines above indented text', () => {
  const part = (name: string, second: string) => [name, '', `    ${second}`, '    It is late', ''];
  const names = ['Ferries', 'Tugs: All Three', 'Cranes', 'Ice', 'Bridges'];
  const parts = names.flatMap((name) => part(name, `The ${name.toLowerCase()}`));

  it('are headings, if hardly anything else begins in the first column', () => {
    assert.deepEqual(titles('Harbour Weekly', '', 'The office has news.', '', ...parts), names);
    assert.deepEqual(
      titles('Harbour Weekly', '', ...parts.slice(0, 15), ...TUGS, '').includes('Cranes'),
      false,
    );
  });
});
