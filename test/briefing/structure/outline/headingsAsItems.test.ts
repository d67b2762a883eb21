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
