import { announcesPeople } from './people.ts';
import { foldTitle, kindOfTitle, namesIn } from './vocabulary.ts';

/** Labels of the parts of a story, by language: its meaning, what comes next, and its data. The names of sources are others. */
const PARTS: readonly string[] = [
  'why it matters, the big picture, by the numbers, driving the news, between the lines, zoom in, zoom out, go deeper',
  'the bottom line, bottom line, what s next, what to watch, what they re saying, state of play, yes but',
  'the intrigue, catch up quick, flashback, context, background, details, analysis',
  'impact, takeaway, key takeaway, key points, key point, so what, reality check',
  'how it works, what happened, worth noting, the other side, the latest, note',
  'summary, link, url, date, published, author, authors, category, section, tags, topic',
  'updated, time, posted, reading time, read time, points, votes, likes, stars, rating, relevance, priority',
  'abstract, arxiv, arxiv id, pdf, doi, venue, journal, affiliation, affiliations, institution, keywords, categories',
  'publication, contributions, core problem, methodology, limitations',
  'score, status, confidence, confidence level, severity, type',
  'discussion, comments, via, example, recommendations, company',
  'por que importa, contexto, resumen, resumen breve, enlace, fecha, categoria, impacto',
  'que sigue, los numeros, en resumen, autor, detalles, etiquetas, estado, clave, claves',
  'pourquoi c est important, contexte, resume, lien, categorie, en chiffres, et apres, auteur',
  'warum es wichtig ist, warum das wichtig ist, hintergrund, zusammenfassung, datum, kategorie',
  'perche e importante, contesto, sintesi, riepilogo, data, dettagli',
  'por que isso importa, resumo, detalhes',
  'waarom het ertoe doet, samenvatting',
  '摘要, 总结, 原文, 日期, 时间, 作者, 分类, 标签, 状态',
  '发生了什么, 发生什么, 可能影响, 技术要点, 發生什麼事, 發生了什麼, 為什麼重要, 為何重要, 可能影響, 技術重點',
  '總結, 連結, 原文連結, 時間, 分類, 標籤, 狀態, 內容, 簡介, 推薦理由, 意義, 要點, 亮點, 點評, 啟示, 關鍵數據, 數據',
  '是什么, 它是什么, 项目是什么, 做了什么, 发现了什么, 解决什么问题, 事件摘要, 来源平台, 来源可信度',
  '论文链接, 机构, 作者单位, 期刊, 关键词, 实验结果, 创新点, 主要贡献',
  '公開日, 公開日時, キーワード, 手法, 초록, 키워드, 저널',
  '内容, 互动, 简介, 描述, 推荐理由, 一句话, 内容简介, 适用场景',
  '影响, 背景, 意义, 要点, 亮点, 点评, 分析, 启示, 可迁移启发, 一句话总结, 关键数据, 数据, 下一步, 评分, 热度',
  'なぜ重要か, 概要, 要約, 日付, 影響, ポイント, 著者, カテゴリ',
  '왜 중요한가, 배경, 요약, 날짜, 영향, 핵심, 핵심 수치, 토론, 점수, 태그, 저자, 분류, 의미, 시사점',
  'почему это важно, контекст, кратко, ссылка, дата, категория, итог, детали',
  'чому це важливо, коротко, передісторія, що далі, посилання, категорія, підсумок, деталі, автор',
  'özet, neden önemli, etki, bağlam, tarih, yazar, bağlantı, detaylar, tóm tắt, tại sao quan trọng',
  'ringkasan, mengapa penting, baggrund, bakgrunn, miksi tämä on tärkeää',
  'dlaczego to ważne, kontekst, proč je to důležité, kontext, varför det spelar roll, miért fontos',
  'de ce contează, kontekstas, kodėl tai svarbu, ทำไมถึงสำคัญ',
  'vì sao quan trọng, bối cảnh, tác động, mengapa ini penting, dampak, konteks, latar belakang, למה זה חשוב, רקע, הקשר',
  'per què importa, resum, de ce este important, rezumat, چرا مهم است, خلاصه, پیشینه, miksi tärkeää, tausta, yhteenveto',
  'γιατί έχει σημασία, περίληψη, hvorfor det er viktig, hvorfor det er vigtigt, varför det är viktigt, bakgrund',
  'sammanfattning, waarom het belangrijk is, achtergrond, tło, souvislosti, shrnutí, háttér, összefoglaló, ผลกระทบ, สรุป',
  '企業, 詳細, 注目点, エンジニアへの影響, ビジネスへの影響, 融资信息, 做什么的, 局限, 局限与可信度',
  'لماذا يهم, السياق, ملخص, الرابط, التاريخ, यह क्यों मायने रखता है, सारांश, लिंक, तारीख',
  '核心~论点|观点|内容|方法|亮点, 核心~觀點|內容, 研究~问题|方法, 发布|更新|抓取~时间|日期, 發布|發佈~日期|時間, main|key contribution, 为什么~重要|值得读|值得关注|现在',
];

const NAMES = namesIn(PARTS);

/** A longer label is the title of a story. In UTF-16 units. */
export const MAX_LENGTH = 40;

/** Whether a label names a part of a story, in any context: `Why it matters`, `来源`. */
export function namesPart(label: string): boolean {
  return label.length <= MAX_LENGTH && (NAMES.has(foldTitle(label)) || kindOfTitle(label) === 'references');
}

/** Whether a label can be that of a story, `Oil`: it names no part of one, no section, and no people. */
export function namesStory(label: string): boolean {
  return !namesPart(label) && !announcesPeople(label) && kindOfTitle(label) === 'prose';
}

/** The label before a colon, which words may follow: `Status: draft`, `Status:` -> `Status`. */
export function labelBefore(words: string): string | undefined {
  return /^\s*([^:：]{2,40})[:：]/.exec(words)?.[1];
}

/** The label of a field that has a value, `Status: draft` -> `Status`; undefined for any other words. */
export function labelOfField(words: string): string | undefined {
  return /^([^:：]{2,30})[:：]\s*\S/.exec(words)?.[1];
}

/** Kinds of text, which a title may begin with: `Analysis: Why the ferry stops`. */
const KINDS =
  /^(?:analysis|background|context|the big picture|by the numbers|the latest|reality check|what to watch|how it works|what happened|discussion|analyse|contexte|hintergrund|contexto|contesto|分析|背景|点评|點評)$/i;

/** Whether words are a field of a text or a story, and not its title: `Date: 3 March 2026`, `**Source:** Gazette`. */
export function isField(words: string): boolean {
  const label = labelOfField(words);
  return label !== undefined && namesPart(label) && !KINDS.test(label.trim());
}
