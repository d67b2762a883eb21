import assert from 'node:assert/strict';
import { read } from '../../support/fixture.ts';

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
  it('has the heading of the next part below it, and underlines no words above', () => {
    const rule = ['----------', ''];
    assert.deepEqual(
      titles('Port news', 'March 2026', ...rule, ...FERRIES, ...rule, ...TUGS, ...rule, ...CRANES),
      ['Ferry report', 'New tug', 'Crane day — for all'],
    );
  });

  it('heads nothing if sentences or mail headers are below it', () => {
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

  it('is not one below the names of columns', () => {
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

  it('is not recognized if it is exactly as long as the words above', () => {
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
