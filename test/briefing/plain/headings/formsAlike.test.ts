import assert from 'node:assert/strict';
import { allTakeaways, drawn, read } from '../../support/fixture.ts';

const PROSE = ['The office says that it goes on until the evening. Then it stops for the night.', ''];
const LIST = ['- It stops.', '- They wait.', ''];

/** The sections of a plain text with these lines, without their levels. */
function sectionsOf(...lines: string[]): string[] {
  return drawn(read(...lines).sections).map((one) => one.trim().slice(2));
}

describe('Lines with an emoji before or after a few words', () => {
  const short = ['Two lines', '', ...LIST];

  it('are headings whatever is below them, if there are three', () => {
    const lines = ['🚢 Ferries', '🏗️ Cranes', '🇺🇸 Bridges'].flatMap((one) => [one, '', ...short]);
    const found = sectionsOf('Harbour news', '', ...PROSE, ...lines);
    assert.deepEqual(
      found.filter((one) => one !== 'Two lines'),
      ['🚢 Ferries', '🏗️ Cranes', '🇺🇸 Bridges'],
    );
    const after = lines.map((one) => one.replace(/^(\P{L}+) (\p{L}+)$/u, '$2 $1'));
    assert.deepEqual(sectionsOf('Harbour news', '', ...PROSE, ...after).includes('Ferries 🚢'), true);
  });

  it('are headlines of up to 80 characters above their text and its address', () => {
    const heads = [
      '🟢 The last ferry of the day stops at nine in the evening',
      '🔴 The old crane of the north quay falls on a Sunday',
      '🟢 The bridge is open',
    ];
    const stories = heads.flatMap((one) => [one, 'The office says so.', '🔗 https://a.example/1', '']);
    assert.deepEqual(sectionsOf('⚡️ HARBOUR MORNING ⚡️', '3.3.2026', '', ...stories), heads);
  });

  it('are no headings below each other, as sentences or above an address', () => {
    const all = ['🚢 The ferry stops.', '🏗️ Cranes: two come', '🔗 https://a.example/1'];
    const lines = ['🚢 Ferries', '🏗️ Cranes', '🌉 Bridges', 'End'];
    const found = [
      ...sectionsOf('Harbour news', '', ...PROSE, ...all.flatMap((one) => [one, '', 'So it is', ''])),
      ...sectionsOf('Harbour news', '', ...PROSE, ...lines),
    ];
    assert.deepEqual(
      found.filter((one) => [...all, ...lines].includes(one)),
      [],
    );
  });
});

describe('Small words alone above a list', () => {
  it('are headings if there are three', () => {
    const lines = (...names: string[]) => names.flatMap((name) => [name, '', ...LIST]);
    const title = ['Notes of the week', '', ...PROSE];
    assert.deepEqual(sectionsOf(...title, ...lines('work', 'at home', 'the rest')), [
      'work',
      'at home',
      'the rest',
    ]);
    assert.deepEqual(sectionsOf(...title, ...lines('work', 'at home')), []);
  });
});

describe('Numbered lines that stand apart', () => {
  const heading = (words: string, ...below: string[]) => [words, '', ...below, ''];

  it('are headings between others, whatever is below them', () => {
    const lines = [
      ...heading('1. Ferries', ...PROSE),
      ...heading('2. Tugs', ...PROSE),
      ...heading('3. Cranes come to the harbour.', '-（无）'),
      ...heading('4. Bridges', ...PROSE),
      ...heading('5. Boats', ...PROSE),
    ];
    assert.deepEqual(sectionsOf('Harbour news', '', ...lines), [
      '1. Ferries',
      '2. Tugs',
      '3. Cranes come to the harbour.',
      '4. Bridges',
      '5. Boats',
    ]);
  });

  it('may end in a colon above a list', () => {
    const lines = ['1. Ferries:', '2. Tugs:'].flatMap((one) => heading(one, ...LIST));
    assert.deepEqual(sectionsOf('Harbour news', '', ...lines), ['1. Ferries', '2. Tugs']);
  });

  it('are no headings if they give figures', () => {
    const figures = (n: number) => heading(`${n} stories · 9 sources`, ...PROSE);
    assert.deepEqual(sectionsOf('Harbour news', '', ...PROSE, ...figures(2), ...figures(3)), []);
  });
});

describe('A line that says how a text was made, or that there is no news', () => {
  it('is no heading', () => {
    for (const line of ['Generated at 21:07 UTC', '8 top stories from 12 feeds', 'Nothing new today'])
      assert.deepEqual(sectionsOf('Harbour news', '', line, '', ...PROSE), [], line);
  });

  it('is no heading as one of two fields above a list', () => {
    const lines = ['Written: 2026-03-03', 'Stories: 30 of the best', '', '---', '', ...LIST];
    assert.deepEqual(sectionsOf('Harbour news', '', ...lines).includes('Stories: 30 of the best'), false);
  });
});

describe('An underlined line', () => {
  const under = (words: string, ...below: string[]) => [words, '-'.repeat(words.length), '', ...below];

  it('is a heading as a sentence if others are underlined', () => {
    const lines = [
      ...under('Ferries', ...PROSE),
      ...under('Tugs', ...PROSE),
      ...under('It is shut.', ...PROSE),
    ];
    assert.deepEqual(sectionsOf('Harbour news', '', ...PROSE, ...lines), ['Ferries', 'Tugs', 'It is shut.']);
  });

  it('is a heading with a number, and its address is a link', () => {
    const url = 'https://a.example/1';
    const lines = ['1. It is shut.', '2. Tugs are sold'].flatMap((one) => under(`${one} (${url})`, ...PROSE));
    assert.deepEqual(sectionsOf('Harbour news', '============', '', ...lines), [
      '1. It is shut.',
      '2. Tugs are sold',
    ]);
  });

  it('is the first of the sections if all others are like it above their lists', () => {
    const lines = ['Ferries', 'Tugs', 'Cranes'].flatMap((one) => under(one, ...LIST));
    assert.deepEqual(sectionsOf(...lines), ['Ferries', 'Tugs', 'Cranes']);
    const other = lines.map((line, i) => (i === 1 ? '=======' : line));
    assert.deepEqual(sectionsOf(...other), ['Tugs', 'Cranes']);
  });

  it('leaves bold lines below it to the stories', () => {
    const stories = ['**Ferry stops**', 'It stops at nine.', '', '**Tugs are sold**', 'Two of four.', ''];
    const briefing = read(
      'Harbour news',
      '',
      ...PROSE,
      ...under('Ferries', ...stories),
      ...under('Tugs', ...stories),
    );
    assert.deepEqual(drawn(briefing.sections), ['2 Ferries', '2 Tugs']);
    assert.equal(allTakeaways(briefing).length, 4);
  });

  it('alone, as the title, does not make a text Markdown', () => {
    const lines = ['Ferries', '', ...LIST, 'Tugs', '', ...PROSE];
    assert.deepEqual(sectionsOf('Harbour news', '============', '', ...lines), ['Ferries', 'Tugs']);
  });
});

describe('Sources below their name, with text after them', () => {
  it('are no stories', () => {
    const part = (name: string, sources: string) => [
      name.toUpperCase(),
      '',
      ...PROSE,
      sources,
      '',
      `- Gazette (${name}): https://a.example/${name}`,
      `- Courier: https://b.example/${name}`,
      '',
      'Seen at sea: @ferry, @tug',
      '',
    ];
    for (const sources of ['Sources:', '来源：']) {
      const parts = ['ferries', 'tugs', 'cranes'].flatMap((name) => part(name, sources));
      const briefing = read('Harbour news', '', ...PROSE, ...parts);
      assert.deepEqual(allTakeaways(briefing), [], sources);
      assert.equal(briefing.references.length, 6);
    }
  });
});
