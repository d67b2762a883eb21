import assert from 'node:assert/strict';
import { announcesLog } from '../../../src/briefing/text/logTitles.ts';
import { allTakeaways, read } from '../support/fixture.ts';

describe('The title of a log', () => {
  it('is recognized anywhere, or only at the end', () => {
    for (const title of [
      'Excluded Topics (accountability log)',
      'Feed health',
      '📋 Failed feeds',
      '排除的主题',
      'Feed Coverage',
      '情報源サマリ',
      '⚠️ 运行告警',
      'Fetch notes (2)',
      'Fuentes inaccesibles',
      'Search errors',
      'Pipeline metadata',
      'Run-Meta',
      'Fetch stats',
      'Verification summary',
      'Collection health',
      '7. Failed sources',
      'Ignored articles (3)',
      'Skipped stories',
      'Rejected topics',
      'Source pool used today',
    ])
      assert.equal(announcesLog(title, false), true, title);
    for (const title of [
      'Errors',
      'Log',
      'Rejected candidates (why)',
      '错误',
      '告警',
      'Metadaten',
      'Data gaps',
    ]) {
      assert.equal(announcesLog(title, false), false, title);
      assert.equal(announcesLog(title, true), true, title);
    }
    for (const title of [
      'Errors of the harbour office',
      'Search',
      'Harbour health',
      'Collection results',
      'Pool used today',
    ])
      assert.equal(announcesLog(title, true), false, title);
    // The minutes of a meeting.
    assert.equal(announcesLog('Protokoll', true), false);
  });

  it('is ignored if the section is most of the text', () => {
    const said = ['## Log', '', 'Ann spoke.', '', ...Array.from({ length: 9 }, () => '- It stops.')];
    assert.equal(allTakeaways(read('# Talk', '', '## Agenda', '', 'Ferries.', '', ...said)).length, 9);
    const before = ['## Ferries', ...Array.from({ length: 16 }, () => ['', 'They stop.']).flat(), ''];
    assert.equal(allTakeaways(read('# Talk', '', ...before, ...said)).length, 0);
  });
});
