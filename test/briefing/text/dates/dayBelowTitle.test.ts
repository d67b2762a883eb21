import assert from 'node:assert/strict';
import { read } from '../../support/fixture.ts';

const dateBelow = (line: string) => read('# Title', line, '', '## A', '', 'Prose.').date;

describe('The date of a briefing, below its title', () => {
  it('is that of a byline right below the title, whose first part is only a date', () => {
    for (const byline of [
      '*Tuesday, March 3, 2026 · Compiled at 07:00 UTC for the seven towns*',
      '**3 March 2026** · Your weekday look at the ferries and the cranes',
      '**Tuesday, 3 March 2026** | Issue 12 | Prepared for: the seven towns',
      '🎙️ **Recorded:** March 3, 2026 | **Length:** 23:41 | **Host:** Ann Example',
      '*Issue of 3 March 2026 — put together by an agent for the seven towns and their mayors*',
      '**3 de março de 2026, terça-feira** — o que fazem as sete cidades e os seus portos hoje',
      'Compiled by the seven towns and all of their harbours on 3 March 2026, as in each week.',
      '*Tuesday, March 3, 2026. Compiled at six in the morning from the news of seven towns.*',
      'Dienstag, 3. März 2026. Aus den Nachrichten der sieben Städte zusammengestellt.',
      '-# 3 March 2026 · the role is for all who want the news, react below to get it',
      'Reporting day: Tuesday 3 March 2026. A means confirmed by an office, B by two papers.',
      '*3 March 2026, from a kitchen table in one of the seven towns of the harbour*',
      '*Proceedings of 3–5 March 2026, told for the members of the seven towns*',
      'Dublin, 2026-03-03 — what the seven towns and their harbours do today',
      '2026年3月3日 | 七个城镇的新闻编辑部从四十个来源整理而成的每日简报，每天早上更新一次，欢迎订阅并转发给朋友',
    ])
      assert.equal(dateBelow(byline), '2026-03-03', byline);
    for (const byline of [
      'The ferry stops on 3 March 2026 — so say the seven towns and their mayors',
      'Until 3 March 2026 the ferry stops — so say the seven towns and their mayors',
      '3 March 2026, says the mayor of all the seven towns, is the day of the ferry.',
      '3 March 2026 is the day of the ferry — so say the seven towns and their mayors',
    ])
      assert.equal(dateBelow(byline), undefined, byline);
  });

  it('is right below the title, though a paragraph is above it', () => {
    const date = (...lines: string[]) => read(...lines, '', '## A', '', 'Prose.').date;
    const byline = '3 March 2026 · the news of the seven towns and of all their harbours';
    assert.equal(date('@everyone', '# Title', byline), '2026-03-03');
    assert.equal(date(byline, '', '# Title'), '2026-03-03');
  });

  it('is what is called the date, also below the day on which the file was made', () => {
    const date = (...lines: string[]) => read('# Title', '', ...lines, '', '## A', '', 'Prose.').date;
    assert.equal(
      date('Created: March 2, 2026 6:12 PM', 'Date: March 3, 2026', 'Status: Ready'),
      '2026-03-03',
    );
    assert.equal(date('3 March 2026', 'Date: 2 March 2026'), '2026-03-03');
  });

  it('is what the first paragraph calls today', () => {
    for (const line of [
      'Good morning! It is Tuesday, March 3, 2026.',
      'Here is your news briefing for today, 3 March 2026, from the seven towns of the harbour.',
      'Buenos días. Hoy es martes, 3 de marzo de 2026.',
      '大家早上好，今天是2026年3月3日，星期二。',
    ])
      assert.equal(dateBelow(line), '2026-03-03', line);
    for (const line of [
      'It stopped on 3 March 2026, and is late today.',
      'Today the ferry is what it was on 3 March 2026.',
    ])
      assert.equal(dateBelow(line), undefined, line);
  });
});
