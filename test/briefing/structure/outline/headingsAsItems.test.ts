import assert from 'node:assert/strict';
import { drawn, read } from '../../support/fixture.ts';

const heading = (name: string) => [`## [${name}](https://a.example/${name})`, ''];
const sections = (...lines: string[]) => drawn(read('# Harbour week', '', ...lines).sections);

describe('Headings that are all links', () => {
  it('are items if they have text or sources below them', () => {
    const sources = ['- [Discussion](https://a.example/1)', '- [Gazette](https://a.example/2)', ''];
    for (const below of [['It is late.', ''], sources]) {
      const lines = [...heading('Ferry'), ...below, ...heading('Crane'), ...below];
      assert.deepEqual(sections(...lines), ['1 Harbour week']);
    }
  });

  it('are items of their section if one has nothing below, and none a list', () => {
    const link = (name: string, ...below: string[]) => [`#${heading(name)[0]}`, '', ...below, ''];
    const titles = (...below: string[]) =>
      sections(
        '## News',
        '',
        ...link('Ferry', 'It stops.'),
        ...link('Tug', ...below),
        ...link('Crane', '---'),
      );
    assert.deepEqual(titles('It waits.'), ['2 News']);
    assert.deepEqual(titles('- One waits.', '- One goes on.'), [
      '2 News',
      '  3 Ferry',
      '  3 Tug',
      '  3 Crane',
    ]);
    const all = sections(
      '## News',
      '',
      ...link('Ferry', 'It stops.'),
      ...link('Tug', 'It waits.'),
      '## Jobs',
    );
    assert.deepEqual(all, ['2 News', '  3 Ferry', '  3 Tug', '2 Jobs']);
  });

  it('are sections if a third have several items below them that begin with a link of their own', () => {
    const bullets = (a: string, b: string) => [`- ${a} It stops.`, `- ${b} It is late.`, ''];
    const numbered = (a: string, b: string) => [
      `1、${a}`,
      '',
      'It stops.',
      '',
      `2、${b}`,
      '',
      'It is late.',
      '',
    ];
    const link = (name: string) => `[The ${name}](https://a.example/${name})`;
    for (const list of [bullets, numbered]) {
      const lines = [
        ...heading('Ferries'),
        ...list(link('old ferry'), link('new ferry')),
        ...heading('Cranes'),
        ...list(link('old crane'), link('new crane')),
        ...heading('Jobs'),
        'None.',
      ];
      assert.deepEqual(sections(...lines), ['2 Ferries', '2 Cranes', '2 Jobs']);
    }
  });
});
