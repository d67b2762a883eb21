import { foldTitle, namesIn } from './vocabulary.ts';

/** Titles of what a program says of its own work. */
const LOGS = [
  'excluded topics, excluded items, failed feeds, failed sources, feed health, feed status, source health, source status',
  'source issues, corpus health, sources with errors, errors and warnings, validation status, validation report, run log',
  'run summary, run report, generation notes, generation log, pipeline notes, feeds checked, sources checked',
  'run outcome, run status, run details, run metadata, pipeline status, validation outcome, validation results',
  'sources scanned, coverage notes, data quality, duplicates removed, filtered out, rejected items, skipped items',
  'skipped sources, sources skipped, runtime status',
  'temas excluidos, fuentes con errores, sujets exclus, sources en erreur, ausgeschlossene themen, fehlgeschlagene quellen',
  '排除的主题, 已排除, 失败的源, 运行日志, 数据源状态, 抓取状态, 除外したトピック, 제외된 주제, 수집 상태, исключенные темы',
];
/** Some that are news elsewhere, and a log where nothing else comes after them. */
const LOGS_AT_END = [
  'excluded, exclusions, left out, not included, skipped, omitted, dropped, errors, warnings, validation, log, logs, metadata',
  'coverage, debug, deduplicated, duplicates, rejected, no results, statistics, excluidos, descartados, errores, registro',
  'exclus, erreurs, journal, ausgeschlossen, fehler, protokoll, 排除, 跳过, 错误, 警告, 日志, 除外, エラー, ログ, 제외, 오류, 로그',
];

const ANYWHERE = namesIn(LOGS);
const AT_END = namesIn(LOGS_AT_END);
const LONGEST = 48;

/** `Excluded topics`: what a program says of its work, which is no news. `isLast`: nothing else comes after it. */
export function announcesLog(title: string, isLast: boolean): boolean {
  if (title.length > LONGEST) return false;
  const name = foldTitle(title.replace(/\s*[(（].*$/, '')).replace(/ \d+$/, '');
  return ANYWHERE.has(name) || (isLast && AT_END.has(name));
}

/** `None this week.`, `Nothing new today` */
const NONE =
  /^[^\p{L}\p{N}]*(?:none|n\/a|nothing)(?:\s+(?:new|else|notable|significant|material|to report|found|yet|today|this \w+))*[^\p{L}\p{N}]*$/iu;
/** `No matching papers.`, `No new RFCs were proposed this week.` */
const NO_NEWS =
  /^[^\p{L}\p{N}]*no\s+(?:[\w-]+\s+){0,5}?(?:papers|items|news|updates?|stories|results|articles|entries|rfcs|prs|issues|calls|changes|releases|events|posts|matches|alerts|incidents|announcements|deadlines|content|data|records?|submissions|findings|developments|headlines|vulnerabilities|advisories|meetings|tasks|activity|notes|discussions)\b[^.!?]*[^\p{L}\p{N}]*$/iu;
/** The same in other languages, as a whole. */
const ELSEWHERE =
  /^[^\p{L}\p{N}]*(?:ningun[ao]?(?: novedad)?|sin novedad(?:es)?|nada nuevo|aucune?(?: nouveauté)?|rien (?:de nouveau|à signaler)|keine(?: neuigkeiten)?|nichts neues|nessuna novità|nenhuma novidade|geen nieuws|нет(?: новостей| обновлений)?|ничего нового|(?:новин )?немає(?: новин| оновлень| змін)?|нічого нового|без (?:новин|новостей|змін|изменений)|yok|yeni (?:haber|gelişme|duyuru) yok|không có(?: tin mới| cập nhật)?|tidak ada(?: berita| pembaruan)?|(?:特に)?(?:なし|無し)|(?:今日)?(?:暂无|暫無|无|無|没有|沒有)(?:新|重大|相关|相關|匹配|符合条件的|可用)*(?:内容|內容|更新|新闻|新聞|消息|论文|論文|结果|結果|条目|動態|动态)?|(?:該当|新着|更新)(?:なし|無し)|(?:(?:오늘|금일) )?(?:(?:새로운 소식|새 소식|뉴스|소식|해당|특이 ?사항|업데이트) )?없음|ไม่มี(?:ข่าว|อัปเดต)(?:ใหม่)?(?:วันนี้)?|لا يوجد(?: جديد)?|कोई नहीं)[^\p{L}\p{N}]*$/iu;
/** `(Fetch error: status code 403)`: a program's, that has found nothing. */
const FAILED = /^[^\p{L}\p{N}]*(?:fetch(?:ing)?|feed|rss|api) (?:error|failed|failure|unavailable)\b/iu;
/** A sentence that says more is news. In UTF-16 units. */
const SHORT = 120;

/** Whether some words say that there is nothing to say: `No ferry runs today.` is news. */
export function saysNothing(words: string): boolean {
  return words.length <= SHORT && [NONE, NO_NEWS, ELSEWHERE, FAILED].some((form) => form.test(words));
}
