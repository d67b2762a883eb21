import assert from 'node:assert/strict';
import { drawn, read } from '../../support/fixture.ts';

const PROSE = ['The office says that it goes on until the evening. Then it stops for the night.', ''];
const RULE = '-'.repeat(60);

describe('Headings as mail programs write them', () => {
  const titlesOf = (...lines: string[]) => drawn(read('Harbour Weekly', '', ...PROSE, ...lines).sections);

  it('have two stars before them and a rule below, whatever their words are', () => {
    const long = `‘It stops,’ she says: ${'the last of the ferries '.repeat(5)}goes at nine.`;
    const lines = ['** Ferries', RULE, '', ...PROSE, `** ${long}`, RULE, '', ...PROSE];
    assert.deepEqual(titlesOf(...lines), ['2 Ferries', `2 ${long}`]);
  });

  it('have headlines below them, which have no rule', () => {
    const stories = ['** Ferry stops (https://a.example/1)', 'It stops.', '', '** Tug is sold', 'It is.', ''];
    const footer = ['** Unsubscribe (https://a.example/u)', '** Ann **', ''];
    const lines = ['** Ferries', RULE, '', ...stories, '** Cranes', RULE, '', ...PROSE, ...footer];
    assert.deepEqual(titlesOf(...lines), ['2 Ferries', '  3 Ferry stops', '  3 Tug is sold', '2 Cranes']);
    assert.deepEqual(titlesOf(...PROSE, ...stories, ...PROSE), []);
  });

  it('can have their link in brackets behind them, or on the next line', () => {
    const [one, two] = ['https://a.example/1', 'https://a.example/2?q=[b]'];
    const lines = [`** Ferries (${one})`, RULE, '', ...PROSE, '** Tugs', RULE, '', ...PROSE];
    const briefing = read('Harbour Weekly', '', ...PROSE, ...lines);
    assert.deepEqual(drawn(briefing.sections), ['2 Ferries', '2 Tugs']);
    assert.deepEqual(briefing.references, [{ ...briefing.references[0], title: 'Ferries', url: one }]);
    const capitals = [
      `FERRIES [${one}]`,
      '',
      ' * It stops.',
      '',
      'TUGS',
      `[${two}]`,
      '',
      ' * They wait.',
      '',
    ];
    assert.deepEqual(
      titlesOf(...capitals, `UK <${one}>`, '', ' * It waits.', '', 'BRIDGES', '', ' * Shut.'),
      ['2 FERRIES', '2 TUGS', '2 UK', '2 BRIDGES'],
    );
    assert.deepEqual(titlesOf(...PROSE, `READ MORE [${one}]`, '', ...PROSE), []);
    const row = ['FERRIES', 'TUGS', 'CRANES'].map((name) => `${name} <${one}>`);
    assert.deepEqual(titlesOf(...PROSE, ...row, '', ...PROSE), []);
  });
});
