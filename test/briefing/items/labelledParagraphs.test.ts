import assert from 'node:assert/strict';
import { allTakeaways, read } from '../support/fixture.ts';

const OIL = ['Oil: It was steady on Friday. (Gazette)', ''];
const GAS = ['Gas: It fell on hopes of peace. (Courier)', ''];
const TIN = ['Tin: It rose for a third day.', ''];
const COAL = ['Brown coal: Nobody buys it any more!', ''];

const labels = (...lines: string[]) =>
  allTakeaways(read('Harbour brief, 3 March 2026', '', ...lines)).map(({ label, text }) => label ?? text);

describe('Paragraphs that are a label and a sentence', () => {
  it('are a story each, if a text has four', () => {
    assert.deepEqual(labels('FUELS', '', ...OIL, ...GAS, 'METALS', '', ...TIN, ...COAL), [
      'Oil',
      'Gas',
      'Tin',
      'Brown coal',
    ]);
    const closed = [
      'FUELS',
      '',
      'What moved today.',
      '',
      ...OIL,
      ...GAS,
      ...TIN,
      ...COAL,
      '-----',
      '',
      'So long.',
    ];
    assert.deepEqual(labels(...closed), ['Oil', 'Gas', 'Tin', 'Brown coal']);
    const marked = ['# Markets', ...OIL, ...GAS, ...TIN, ...COAL].map((line) =>
      line.replace('Oil', 'US oil'),
    );
    assert.deepEqual(
      allTakeaways(read(...marked)).map(({ label }) => label),
      ['US oil', 'Gas', 'Tin', 'Brown coal'],
    );
  });

  it('can be alone in a section, and name their pages in brackets', () => {
    const [one, two] = [`https://a.example/${'oil-'.repeat(20)}1`, 'https://b.example/2'];
    const tin = `Tin: It rose for a third day. (${one}; ${two})`;
    const lines = ['FUELS', '', ...OIL, ...GAS, ...COAL, 'METALS', '', tin, ''];
    assert.deepEqual(labels(...lines), ['Oil', 'Gas', 'Brown coal', 'Tin']);
    assert.deepEqual(labels(...lines.with(-2, `What moved.\n\n${tin}`)).length, 3);
  });

  it('are none if there are fewer, a label recurs, or other text is between them', () => {
    for (const lines of [
      ['FUELS', '', ...OIL, ...GAS, ...TIN],
      ['FUELS', '', ...OIL, ...GAS, ...TIN, ...COAL, ...OIL],
      ['FUELS', '', ...OIL, ...GAS, 'It is late.', '', ...TIN, ...COAL],
      ['FUELS', '', ...OIL, ...GAS, ...TIN, 'Source: The harbour office says so.', ''],
      ['FUELS', '', ...OIL, ...GAS, ...TIN, 'Coal: nobody buys it', ''],
      ['FUELS', '', ...OIL, ...GAS, ...TIN, 'He said one thing: It is not for sale.', ''],
    ])
      assert.deepEqual(labels(...lines), [], lines.join(' / '));
  });
});
