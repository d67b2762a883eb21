import assert from 'node:assert/strict';
import type { SectionKind } from '../../../src/briefing/model.ts';
import { announcesContents, foldTitle, kindOfTitle } from '../../../src/briefing/text/vocabulary.ts';

describe('The kind of a section', () => {
  const cases: Readonly<Record<SectionKind, readonly string[]>> = {
    takeaways: [
      'Key Takeaways',
      'KEY TAKEAWAYS:',
      'key takeaways',
      'Highlights 🎉',
      '⚡ In brief',
      'TL;DR',
      'tldr',
      'Executive summary',
      '¿Por qué importa?',
      'Por que importa',
      'L’essentiel',
      "L'essentiel",
      'Das Wichtigste in Kürze',
      '要点',
      'まとめ',
      '요점',
      'Главное',
      '🔥 Öne Çıkanlar',
      'Tóm tắt',
      'Ringkasan',
      '今日摘要',
      '今日要点：',
      '🔑 今日速览',
      '核心摘要',
      'Kernsamenvatting',
      'สรุปข่าว',
      'Santrauka',
      '概要',
      'まとめ',
      '今日のまとめ',
      '오늘의 요약',
      'Today’s Highlights',
      'Highlights of the day',
      'Highlights of this issue',
      'Top stories',
      'Das Wichtigste des Tages',
      'L’essentiel du jour',
      'Resumen del día',
      'In primo piano',
      'Destaques do dia',
      'Souhrn dne',
      'W pigułce',
      'Dagens sammanfattning',
      'Ключевые события',
      'أبرز العناوين',
      'आज की मुख्य बातें',
      '一、今日要点',
      '今日要点 / Today’s Highlights',
      'Résumé du jour (TL;DR)',
      'The main points',
      'Today’s key headlines',
      'Rezumatul zilei',
      'Päivän tärkeimmät',
      'Günün öne çıkanları',
      'Tin nổi bật hôm nay',
      'Resum del dia',
      'תקציר היום',
      'خلاصه اخبار امروز',
      'Τα κυριότερα',
      'Legfontosabb hírek',
      '本周核心看点',
      'Основные события',
    ],
    references: [
      'Źródła',
      'Šaltiniai',
      'Источник',
      'แหล่งที่มา',
      'References',
      'Reference(s):',
      'REFERENCES',
      'Source(s)',
      'Sources',
      'Further reading',
      'Quellen',
      'Poznámky',
      '参考资料',
      '출처',
      '출처 및 원문',
      'リファレンス',
      'المصادر',
      '来源索引',
      '来源列表',
      '📡 本日の参照ソース一覧',
      'Sources reviewed',
      '出典（Sources）',
      'Sources for this issue',
      'Fuentes de este boletín 📋',
      'Quellen dieser Ausgabe',
    ],
    prose: [
      '',
      'What’s Next?',
      'The big picture',
      'Summary of changes to the clock',
      'Sources of the river',
      'Sources of this river',
      'Key',
      'Summary / Weather',
      'Ferries (summary)',
      'Today’s links',
      'Notes of the week',
      'Le note',
      'The ferries of the day',
      'Today',
      '今日',
      '今日のリンク',
      '今日参考',
      'The source',
      'ニュース一覧',
      '🎉',
      ':',
    ],
  };

  it('depends on its whole title, without case, accents and formatting', () => {
    for (const [kind, titles] of Object.entries(cases)) {
      for (const title of titles) assert.equal(kindOfTitle(title), kind, title);
    }
  });

  it('is prose for titles such as `constructor`, which every object has', () => {
    for (const title of ['constructor', '__proto__', 'toString']) assert.equal(kindOfTitle(title), 'prose');
  });
});

describe('A folded title', () => {
  it('has letters and digits only, in lower case and without accents', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['¿Por qué importa?', 'por que importa'],
      ['Reference(s):', 'reference s'],
      ['  A — B  ', 'a b'],
      ['Ｆｕｌｌ width', 'full width'],
      ['100 % 🎉', '100'],
      ['🎉', ''],
    ];
    for (const [title, folded] of cases) assert.equal(foldTitle(title), folded);
  });
});

describe('A table of contents', () => {
  it('is announced by a name, which comes last in Chinese, Japanese and Korean', () => {
    for (const title of [
      'Contents',
      'In this issue of our letter:',
      'Jump to section',
      '目录',
      'AI News 目次',
      'Sisällysluettelo',
      'สารบัญ',
      '今週の目次：',
    ])
      assert.equal(announcesContents(title), true, title);
    for (const title of ['Contents of the wreck', 'The index rises', '目次に載る'])
      assert.equal(announcesContents(title), false, title);
  });
});
