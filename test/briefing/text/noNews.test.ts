import assert from 'node:assert/strict';
import { saysNoNews } from '../../../src/briefing/text/noNews.ts';
import { allTakeaways, read } from '../support/fixture.ts';

describe('Text that says that there is no news', () => {
  it('is recognized as a whole', () => {
    for (const words of [
      'None',
      'None this week.',
      'Nothing new today.',
      'n/a',
      'No matching papers.',
      'No RFCs issued a call for testing this week.',
      'No calls for testing were issued this week.',
      'Sin novedades.',
      'Rien à signaler',
      '特になし',
      '暂无',
      '今日无更新。',
      '없음',
      'No matching records.',
      'No reader submissions were included this week.',
      'Нічого нового.',
      'Yeni duyuru yok.',
      'Nothing material today.',
      '暫無新聞',
      '暂无重大动态',
      '該当なし',
      '오늘 뉴스 없음',
      'ไม่มีข่าวใหม่วันนี้',
      '(Fetch error: status code 403)',
      'No major highlights were identified today.',
      '暂无可用条目（https://a.example/rss）',
      '本日未发现值得一提的新消息。',
      '該当する記事はありませんでした。',
      'Aucune actualité majeure ce jour.',
      'Keine neuen Meldungen heute.',
      'No hay noticias nuevas',
      'Нет новых публикаций за сегодня.',
      '새로 나온 소식이 없습니다.',
      '今週は特になし。',
      'Keine neuen Änderungen heute.',
      '[Aucune donnée]',
      'Sin datos',
      '暂无数据',
      '— nimic nou.',
      'Inget nytt',
      'Nic nowego.',
      'אין חדש',
    ])
      assert.equal(saysNoNews(words), true, words);
  });

  it('is not recognized if it has other content', () => {
    for (const words of [
      'Nothing is blocked.',
      'None of the ferries runs.',
      'No ferry runs today.',
      'No one was hurt. The papers say so.',
      'Nada vuelve al puerto',
      'Feed prices fall.',
      '오늘 배가 없음을 알렸다',
      '没有渡轮今天出港，港务局说。',
      '无人渡轮新动态',
      '没有船也能出港的新消息机器',
      'Keine Fähre fährt heute.',
      'Sin noticias de la grúa, dice el puerto.',
      'Nimic nou în port, spune biroul.',
      'No updates.\nhttps://a.example',
      '',
    ])
      assert.equal(saysNoNews(words), false, words);
  });

  it('is not a takeaway, but is kept beside others because its words would be lost', () => {
    const texts = (...items: string[]) =>
      allTakeaways(read('# T', '', '## A', '', ...items)).map(({ text }) => text);
    assert.deepEqual(texts('- None this week.', '- 수집된 소식이 없습니다.'), []);
    assert.deepEqual(texts('- None this week.', '- The ferry stops.'), [
      'None this week.',
      'The ferry stops.',
    ]);
  });
});
