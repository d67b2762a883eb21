import assert from 'node:assert/strict';
import type { Briefing } from '../../../../src/briefing/model.ts';
import { allTakeaways, read } from '../../support/fixture.ts';

describe('The references of a takeaway', () => {
  function of(briefing: Briefing): string[][] {
    return allTakeaways(briefing).map(({ references }) => references.map(({ title }) => title));
  }

  it('are its own links and citations, each once', () => {
    const lines = [
      '- [A](https://a.example/x) [2] [A again](https://a.example/x)',
      '- x [1][2]',
      '  - y [^n]',
      '- z',
    ];
    const sources = ['## Sources', '1. One', '2. Two', '', '[^n]: Note'];
    assert.deepEqual(of(read('# T', '## A', ...lines, '', ...sources)), [
      ['A', 'Two'],
      ['One', 'Two', 'Note'],
      ['One', 'Two'],
    ]);
  });

  it('begin with the page of its headline', () => {
    const source = '  Source: [Gazette](https://g.example) — It stops at nine [1].';
    for (const headline of ['**[Ferry](https://a.example/1)**', '🚢 [Ferry](https://a.example/1)'])
      assert.deepEqual(of(read('# T', '## A', `- ${headline}  `, source, '', '## Sources', '1. One'))[0], [
        'Ferry',
        'Gazette',
        'One',
      ]);
    assert.deepEqual(of(read('# T', '## A', '- The [ferry](https://a.example/1) stops.  ', source))[0], [
      'Gazette',
      'ferry',
    ]);
  });

  it('are the sources that it names in brackets, and not names of which few are sources', () => {
    const sources = ['## Sources', '1. [Gazette](https://g.example/1)', '2. [Courier](https://c.example/1)'];
    const lines = ['- The port is open. (Gazette)', '- None is late (Dublin, Cork, Gazette, Bray, Howth).'];
    assert.deepEqual(of(read('# T', '## A', ...lines, '', ...sources)), [
      ['Gazette'],
      ['Gazette', 'Courier'],
    ]);
  });

  it('are not the footnotes that another text cites', () => {
    const notes = ['', '[^n]: Note'];
    assert.deepEqual(of(read('# T', '## A', '- x [^n]', '- y', ...notes)), [['Note'], []]);
    assert.deepEqual(of(read('# T', '## A', '- x', ...notes)), [['Note']]);
  });

  it('are those of its own text if sources differ only in their titles', () => {
    const lines = ['- [B](https://a.example) b', '- [here](https://a.example) c'];
    const sources = ['## Sources', '- [A](https://a.example)', '- [B](https://a.example)'];
    assert.deepEqual(of(read('# T', '## A', ...lines, '', ...sources)), [['B'], ['A']]);
  });

  it('are those of the reference section before those of the metadata, if the takeaway has none', () => {
    const given = ['---', 'source: G', '---', '# T', '## A', '- a'];
    assert.deepEqual(of(read(...given)), [['G']]);
    assert.deepEqual(of(read(...given, '## Sources', '- One')), [['One']]);
  });

  it('are those of the reference section if the takeaway has none', () => {
    const lines = ['# T', '[Lede](https://l.example)', '## A', '- a', '- b', '## Sources', '- One', '- Two'];
    assert.deepEqual(of(read(...lines)), [
      ['One', 'Two'],
      ['One', 'Two'],
    ]);
  });

  it('are none if the briefing only has links in its text', () => {
    assert.deepEqual(of(read('# T', '[Lede](https://l.example)', '## A', '- a')), [[]]);
  });

  it('are named by their site if a line has only an address', () => {
    const briefing = read('# T', '', '## A', '', 'It stops.', '', 'Source: https://a.example/x');
    assert.deepEqual(of(briefing), []);
    assert.deepEqual(
      briefing.references.map(({ title, url }) => [title, url]),
      [['a.example', 'https://a.example/x']],
    );
    for (const [line, title] of [
      ['Source: mailto:a@b.example', 'mailto:a@b.example'],
      ['Source: [1](mailto:a@b.example)', '1'],
      ['Source: [1](https://a.example/x)', 'a.example'],
      ['Source: [Read more](https://a.example/x)', 'a.example'],
    ] as const)
      assert.deepEqual(
        read('# T', '', '## A', '', line).references.map((one) => one.title),
        [title],
        line,
      );
  });
});
