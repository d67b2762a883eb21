import assert from 'node:assert/strict';
import { takeawaysOf } from '../support/fixture.ts';

describe('A table in which only one column is text', () => {
  const rows = (...lines: string[]) =>
    takeawaysOf(...lines).map(({ label = '', text }) => `${label} | ${text}`);

  it('has stories called by that column if its name says so', () => {
    assert.deepEqual(
      rows(
        '| Source | Headline | Reads |',
        '|---|---|---|',
        '| Gazette | The last ferry stops at nine | 120 |',
        '| Gazette | The old crane comes on Monday | 80 |',
        '| Courier | The new tug is late again | 40 |',
      ),
      [
        'The last ferry stops at nine | Gazette · 120',
        'The old crane comes on Monday | Gazette · 80',
        'The new tug is late again | Courier · 40',
      ],
    );
    assert.equal(
      rows(
        '| 来源 | 热搜 | 热度 |',
        '|---|---|---|',
        '| 港报 | 最后一班渡轮九点停航 | 12万 |',
        '| 港报 | 新的大型起重机周一到港 | 8万 |',
      )[0],
      '最后一班渡轮九点停航 | 港报 · 12万',
    );
  });

  it('has stories called by their numbers or days, but not by their ranks', () => {
    const told = ['Take the ferries out of service in July.', 'Wait for the crane until the next meeting.'];
    const table = (...names: string[]) =>
      rows('| Item | Decision |', '|---|---|', ...names.map((name, i) => `| ${name} | ${told[i]} |`));
    for (const names of [
      ['90.1', '90.2'],
      ['2026-03-02', '2026-03-03'],
    ])
      assert.deepEqual(
        table(...names),
        names.map((name, i) => `${name} | ${told[i]}`),
      );
    assert.deepEqual(
      table('1', '2'),
      told.map((text) => ` | ${text}`),
    );
  });

  it('has no stories if that says little, or is the same again and again', () => {
    const table = (...cells: string[]) => rows('| Day | State |', '|---|---|', ...cells);
    assert.deepEqual(table('| 03-02 | Late again |', '| 03-03 | On time |'), []);
    const same = 'The ferry is on time all day';
    assert.deepEqual(table(...['02', '03', '04'].map((day) => `| 03-${day} | ${same} |`)), []);
  });
});
