import assert from 'node:assert/strict';
import { itemLinesIn } from '../../../src/briefing/text/bullets/listMarks.ts';
import { headingsOf } from '../../../src/briefing/plain/headings/plainHeadings.ts';
import { drawn, read } from '../support/fixture.ts';

function headings(...lines: string[]): string[] {
  return [...headingsOf(lines, itemLinesIn(lines), true)].sort(([a], [b]) => a - b).map(([, words]) => words);
}

describe('A short line that continues in prose below', () => {
  const broken = ['물론 이건 이야기', '항구는 오늘도 쉬지 않고 움직이고 있어요.', ''];
  const text = ['항구 소식', '', '배는 아침 아홉 시에 떠나고 저녁에 돌아와요.', ''];

  it('is not a heading if others are between blank lines', () => {
    assert.deepEqual(headings('어제의 이야기예요.', '', ...text, ...broken, ...broken), ['항구 소식']);
  });

  it('is a heading if it reads like a title', () => {
    const prose = 'the office says that the ferry stops at nine today.';
    assert.deepEqual(
      headings('It is late.', '', 'Ferries', '', `So ${prose}`, '', 'Launch of the Crane', `And ${prose}`),
      ['Ferries', 'Launch of the Crane'],
    );
  });
});

describe('A line that is indented below an item', () => {
  it('continues the item, and is not a heading', () => {
    const item = [
      '• 港口辦公室今天說渡輪九點停航，起重機明天',
      '  到達碼頭',
      '  並且停留兩天，直到工程結束為止。',
      '',
    ];
    assert.deepEqual(headings('今天的新聞在這裡。', '', ...item, ...item), []);
  });
});

describe('A short line right above figures', () => {
  const figures = ['Oil: 4.29 (+0.03)', 'Gold: $2,310', ''];

  it('is a heading if another one is', () => {
    assert.deepEqual(headings('It is late.', '', 'Markets', ...figures, 'Overseas', ...figures), [
      'Markets',
      'Overseas',
    ]);
    assert.deepEqual(headings('It is late.', '', 'Markets', ...figures), []);
    const words = ['Oil: it stops', 'Gold: it goes', ''];
    assert.deepEqual(headings('It is late.', '', 'Markets', ...words, 'Overseas', ...words), []);
  });
});

describe('A first line after a symbol', () => {
  it('is the title, without the symbol', () => {
    const { title, sections } = read(
      '= Ferry news',
      'Ann Example',
      '2026-03-03',
      '',
      '== Ships',
      '',
      'They stop at nine.',
      '',
      '== Cranes',
      '',
      'They come.',
    );
    assert.deepEqual([title, drawn(sections)], ['Ferry news', ['2 Ships', '2 Cranes']]);
  });
});
