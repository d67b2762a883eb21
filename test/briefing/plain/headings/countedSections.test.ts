import assert from 'node:assert/strict';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';
import { allTakeaways, drawn, read } from '../../support/fixture.ts';

describe('Lines numbered in Chinese', () => {
  const lines = ['一、今日要点', '　- 渡轮九点停航。', '　- 起重机周一到港。'];
  const others = ['', '二、市场', '油价上涨。', '', '三、天气', '　- 有风。'];

  it('are sections below a title, while lines with a mark and a wide space are items', () => {
    const briefing = read('# 港口日报', '', ...lines, ...others);
    assert.deepEqual(drawn(briefing.sections), ['2 一、今日要点', '2 二、市场', '2 三、天气']);
    assert.deepEqual(
      allTakeaways(briefing).map(({ text }) => text),
      ['渡轮九点停航。', '起重机周一到港。', '有风。'],
    );
  });

  it('are one level deeper among other headings, but not if there are two', () => {
    assert.deepEqual(
      drawn(read('# 港口日报', '', ...lines, ...others, '', '## 来源', '', '- 港务局').sections),
      ['2 一、今日要点', '2 二、市场', '2 三、天气', '2 来源'],
    );
    assert.deepEqual(drawn(read('# 港口日报', '', '## 简报', '', ...lines, ...others).sections), [
      '2 简报',
      '  3 一、今日要点',
      '  3 二、市场',
      '  3 三、天气',
    ]);
    assert.deepEqual(drawn(read('# T', '', ...others.slice(1), '', '## 来源', '', '- 港务局').sections), [
      '2 来源',
    ]);
  });
});

describe('Lines of a paragraph in HTML', () => {
  it('are items if each has a mark, including the first one', () => {
    const html = ['<p>• The ferry stops.<br>', '• The crane comes.<br>', '• The gate is late.</p>'];
    assert.deepEqual(
      allTakeaways(read('# T', '', '## A', '', ...html)).map(({ text }) => text),
      ['The ferry stops.', 'The crane comes.', 'The gate is late.'],
    );
  });

  it('keep their tag in code', () => {
    const lines = ['# T', '', '<p>• The ferry stops.<br>', '', '```', '<p>• The crane comes.', '```'];
    assert.match(renderBriefing(read(...lines)), /<code>&lt;p&gt;• The crane comes/);
  });
});
