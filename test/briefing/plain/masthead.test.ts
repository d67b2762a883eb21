import assert from 'node:assert/strict';
import { drawn } from '../support/fixture.ts';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';

const NAME = '1.md';

describe('A masthead', () => {
  it('may have a motto above its number', () => {
    const end = '\n\nThe ferries stop.\n\nFERRIES\n\n- a\n';
    const centred = ' '.repeat(20);
    for (const top of [
      'HARBOUR WEEKLY\nnews of the port\nIssue 12 — 3 March 2026',
      `${centred}HARBOUR WEEKLY\n${centred}news of the port\n${centred}Issue 12 — 3 March 2026`,
    ]) {
      const { title, date, sections } = parseBriefing(`${top}${end}`, NAME);
      assert.deepEqual([title, date ?? '2026-03-03'], ['HARBOUR WEEKLY', '2026-03-03'], top);
      assert.deepEqual(drawn(sections), ['2 FERRIES']);
    }
    for (const top of [
      'HARBOUR NEWS\nThe ferries stop.\nIssue 12 — 3 March 2026',
      'HARBOUR NEWS\n\n    HARBOUR WEEKLY\n    3 March 2026',
    ])
      assert.notEqual(parseBriefing(`${top}${end}`, NAME).title, 'HARBOUR WEEKLY', top);
  });

  it('is below the mark of its page, and no such mark is shown', () => {
    const page = (number: number, ...lines: string[]) => [`=== Page ${String(number)} ===`, ...lines, ''];
    const told = 'The ferry stops at nine from Monday on, says the office.';
    for (const title of ['HARBOUR WEEKLY', '# HARBOUR WEEKLY']) {
      const text = [
        ...page(1, title, '3 March 2026', '', told, '', '**TUGS**'),
        told,
        '',
        ...page(2, '', told),
      ];
      const found = parseBriefing(text.join('\n'), NAME);
      assert.deepEqual([found.title, found.date], ['HARBOUR WEEKLY', '2026-03-03']);
      assert.deepEqual(drawn(found.sections), ['2 TUGS']);
      const texts = readingItems(found).map((item) => item.text);
      assert.deepEqual(texts, [`3 March 2026\n${told}`, `${told}\n${told}`]);
    }
  });

  it('may be below its date, between two rules', () => {
    const text = [
      '',
      '3 March 2026',
      '',
      '##############',
      'Harbour Weekly',
      '##############',
      '',
      'It stops.',
    ];
    const { title, date } = parseBriefing(text.join('\n'), NAME);
    assert.deepEqual([title, date], ['Harbour Weekly', '2026-03-03']);
    const others = ['Ferries', 'Tugs', 'Cranes'].flatMap((name) => [
      '#########',
      name,
      '#########',
      '',
      '- a',
      '- b',
      '',
    ]);
    const { sections } = parseBriefing(['3 March 2026', '', ...others].join('\n'), NAME);
    assert.deepEqual(drawn(sections), ['2 Ferries', '2 Tugs', '2 Cranes']);
    const below = text.map((line) => line.replace('3 March 2026', 'Ferries'));
    assert.equal(parseBriefing(below.join('\n'), NAME).title, 'Ferries');
  });
});
