import assert from 'node:assert/strict';
import { hasHeadlineNumber, withoutHeadlineNumber } from '../../../src/briefing/text/headlineNumber.ts';

describe('The number of a headline', () => {
  it('is not part of it, also behind an emoji', () => {
    for (const [written, words] of [
      ['1. Ferry stops', 'Ferry stops'],
      ['📰 1. Ferry stops', '📰 Ferry stops'],
      ['🇩🇪2) Fähre hält', '🇩🇪 Fähre hält'],
      ['🚢🕘 3、渡轮停航', '🚢🕘 渡轮停航'],
      ['① Ferry stops', 'Ferry stops'],
      ['📰 ⑫渡轮停航', '📰 渡轮停航'],
    ] as const) {
      assert.equal(withoutHeadlineNumber(written), words);
      assert.ok(hasHeadlineNumber(written) && !hasHeadlineNumber(words));
    }
  });

  it('is left out in Chinese, too, where it numbers sections', () => {
    assert.equal(withoutHeadlineNumber('十二、市场'), '市场');
    assert.ok(!hasHeadlineNumber('十二、市场'));
    assert.equal(withoutHeadlineNumber('三、四线城市房价'), '三、四线城市房价');
    assert.equal(withoutHeadlineNumber('一带一路'), '一带一路');
  });

  it('is not the day of a date, a score, a keycap or a figure', () => {
    for (const words of [
      '📅 3. März 2026: Fähre',
      '⚽ 2:1 im Hafen',
      '1️⃣ Ferry',
      '📈 12 boats',
      '🚢',
      '🎂 40',
    ])
      assert.equal(withoutHeadlineNumber(words), words);
  });
});
