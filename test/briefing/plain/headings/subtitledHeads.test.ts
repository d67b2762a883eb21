import assert from 'node:assert/strict';
import { headings } from '../../support/headings.ts';

const PROSE = 'The ferry goes at nine.';

describe('Numbered lines with a subtitle', () => {
  const names = ['01. Ferry stops', '02. The office: no tug', '03. Crane comes'];
  const parts = (...some: string[]) =>
    some.flatMap((name, i) => [name, `Harbour/Question ${'ABC'.charAt(i)}`, '', 'The office says so.', '']);

  it('are headings, and the names of contents above them and their subtitles are not', () => {
    assert.deepEqual(headings([PROSE, '', 'Contents:', ...names, '', ...parts(...names)]), names);
  });

  it('are not headings if there are two, if a subtitle ends a sentence, or without contents', () => {
    const isAny = (below: string[], contents = names) =>
      names.some((name) => headings(['Contents:', ...contents, '', ...below]).includes(name));
    const withSubtitle = (subtitle: string) =>
      parts(...names).map((line) => line.replace(/Harbour.*/, subtitle));
    assert.equal(isAny(parts(...names)), true);
    assert.equal(isAny(parts(...names), []), false);
    assert.equal(isAny(parts(...names.slice(0, 2))), false);
    for (const subtitle of [
      'It stops.',
      'and goes at nine',
      '[Gazette](https://a.example)',
      'https://a.example',
    ])
      assert.equal(isAny(withSubtitle(subtitle)), false, subtitle);
  });
});

describe('Numbered short lines between blank lines', () => {
  const LONG = `${'The ferry waits for the crane at the old bridge. '.repeat(5)}It does.`;

  it('are headings in a row of which most could be, whatever is below the others', () => {
    const others = [
      '2) Tugs and cranes',
      '',
      'one',
      'two',
      '',
      '3) Bridges',
      '',
      '• a',
      '',
      '4) Ports',
      '',
      '• b',
    ];
    assert.deepEqual(headings([LONG, '', '1) Ferries', '', '• a', '', ...others]), [
      '1) Ferries',
      '2) Tugs and cranes',
      '3) Bridges',
      '4) Ports',
    ]);
    assert.deepEqual(headings([LONG, '', '1) Ferries', '', '1', '', ...others]), ['3) Bridges', '4) Ports']);
  });
});
