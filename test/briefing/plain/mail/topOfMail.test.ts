import assert from 'node:assert/strict';
import { allTakeaways, drawn, read } from '../../support/fixture.ts';

const PROSE = ['The ferry goes on until the evening. Then it stops for the whole night.', ''];

describe('The title of a newsletter sent as text', () => {
  const titleOf = (...lines: string[]) => read(...lines, '', ...PROSE, ...PROSE).title;

  it('is not what is said of its sending', () => {
    for (const above of [
      ['View this email in your browser'],
      ['If you have trouble viewing this message, we have put it on the', 'web for you as well.'],
      ['(You are receiving this because you asked for it, as many others', 'have done.)', ''],
      ['Sie erhalten diese Nachricht jeden Tag.', ''],
      ['View it online:', '', 'https://harbour.example/12', ''],
    ])
      assert.equal(titleOf(...above, '', 'Harbour Weekly'), 'Harbour Weekly', above[0]);
    assert.equal(titleOf('You are receiving gifts', '', 'Harbour Weekly'), 'You are receiving gifts');
  });

  it('is not a greeting, a number or a drawing', () => {
    assert.equal(titleOf('Dear all,', '', 'The office has news.'), 'The office has news.');
    assert.equal(titleOf('1644432066', 'Ferry 3.1', ''), 'Ferry 3.1');
    assert.equal(titleOf('   ___   ', '  /  /\\  no. 3', ' /__/  \\', '   Harbour Weekly'), 'Harbour Weekly');
  });

  it('is above a long line with the date', () => {
    const { title, date, sections } = read(
      'HARBOUR WEEKLY',
      'News of the port and its boats, the edition of 3 March 2026',
      '===========================================================',
      '',
      '1. The ferry stops at nine in the evening, says the office.',
      '2. The crane comes.',
      '3. Tugs wait.',
    );
    assert.deepEqual([title, date], ['HARBOUR WEEKLY', '2026-03-03']);
    assert.equal(sections[0]?.takeaways.length, 3);
    assert.equal(
      titleOf('Harbour Weekly, 2 March 2026', 'As of 3 March 2026'),
      'Harbour Weekly, 2 March 2026',
    );
  });
});

describe('Wide rules of equals signs', () => {
  const RULE = '='.repeat(60);

  it('underline nothing, if there are three of one width and some cannot', () => {
    const lines = [RULE, 'Harbour Weekly', RULE, RULE, 'FERRIES', RULE, ...PROSE];
    const links = ['The crane comes:', 'https://a.example/1', RULE, 'TUGS', RULE, ...PROSE];
    const briefing = read(...lines, ...links);
    assert.equal(briefing.title, 'Harbour Weekly');
    assert.deepEqual(drawn(briefing.sections), ['2 FERRIES', '2 TUGS']);
    assert.deepEqual(allTakeaways(briefing), []);
  });

  it('underline, if all can', () => {
    const title = 'The last of the ferries stops at nine in the evening';
    const lines = [
      title,
      RULE,
      '',
      ...PROSE,
      `${title} too`,
      RULE,
      '',
      ...PROSE,
      `${title} now`,
      RULE,
      '',
      ...PROSE,
    ];
    assert.equal(read(...lines).title, title);
    assert.equal(read(...lines).sections[0]?.level, 1);
  });
});

describe('Sections underlined by equals signs', () => {
  it('may have a title between other rules above them', () => {
    const lines = ['________', '', 'HARBOUR WEEKLY', '________', '', ...PROSE, 'SPAIN', '=====', ...PROSE];
    const briefing = read(...lines, 'ITALY', '=====', ...PROSE);
    assert.equal(briefing.title, 'HARBOUR WEEKLY');
    assert.deepEqual(drawn(briefing.sections), ['2 SPAIN', '2 ITALY']);
  });
});

describe('A first line in capitals above a list', () => {
  const titles = (...lines: string[]) => read(...lines).sections.map(({ title }) => title);
  const rest = ['', ' * It stops.', '', 'TUGS', '', ' * They wait.', '', 'CRANES', '', ' * They come.'];

  it('is a heading, if it is short and all others are above lists, too', () => {
    assert.deepEqual(titles('UK', ...rest), ['UK', 'TUGS', 'CRANES']);
    assert.deepEqual(titles('NEWS OF THE HARBOUR OFFICE', ...rest).slice(-2), ['TUGS', 'CRANES']);
    assert.equal(titles('Ferries', ...rest).includes('Ferries'), false);
  });
});
