import { foldTitle, namesIn } from './vocabulary.ts';

/** Titles of sections in which a program reports on its own work. */
const LOGS = [
  'excluded|ignored|rejected|skipped articles|items|sources|stories|topics, articles ignorés, ignorierte artikel',
  'failed feeds, corpus health, sources with errors, errors and warnings',
  'feeds checked, sources checked|scanned|skipped, data quality, duplicates removed, filtered out',
  'failed|unreachable|unavailable|inaccessible sources, sources inaccessibles, fuentes inaccesibles, fuentes no disponibles',
  'nicht erreichbare quellen, 无法访问的来源, 取得に関する注意',
  'temas excluidos, fuentes con errores, sujets exclus, sources en erreur, ausgeschlossene themen, fehlgeschlagene quellen',
  '运行|抓取~告警|状态, 运行警告, 运行日志, 抓取失败, 失败来源, 采集状态, 執行日誌, 実行ログ, 取得エラー, 실행 로그, 수집 실패',
  '排除的主题, 已排除, 失败的源, 数据源状态, 来源|抓取~统计, 除外したトピック, 情報源サマリ, 取得状況, 제외된 주제, 수집 상태, исключенные темы',
];
/** `Feed health`, `Run report`, `Search errors`: what a program does, and how that went. */
const WORK =
  /^(?:(?:feed|source|run|runtime|pipeline|generation|validation|fetch|crawl|collection|search|api|scrap(?:er|ing))s? (?:errors?|failures?|issues|health|log|logs)|(?:run|runtime|pipeline|generation|validation|verification|fetch) (?:outcome|status|report|notes|summary|details|meta|metadata|results|stats|statistics|info)|(?:source|feed) (?:status|coverage|statistics|pool)(?: used)?(?: today)?|coverage notes)$/;
/** Titles that are news elsewhere, but a log if nothing else comes after them. */
const LOGS_AT_END = [
  'excluded, exclusions, left out, not included, skipped, omitted, dropped, errors, warnings, validation, log, logs, metadata',
  'coverage, debug, deduplicated, duplicates, rejected, rejected candidates, no results, statistics, excluidos, descartados, errores, registro',
  'exclus, erreurs, journal, ausgeschlossen, fehler, 排除, 跳过, 错误, 警告, 告警, 日志, 除外, エラー, ログ, 제외, 오류, 로그',
  'metadaten, métadonnées, metadatos, metadados, metadati, метаданные, 元数据, メタデータ, 메타데이터, coverage|data gaps',
];

const ANYWHERE = namesIn(LOGS);
const AT_END = namesIn(LOGS_AT_END);
const MAX_LENGTH = 48;

/** Whether a title announces a program's report on its work: `Excluded topics`. `isLast`: nothing comes after it. */
export function announcesLog(title: string, isLast: boolean): boolean {
  if (title.length > MAX_LENGTH) return false;
  const name = foldTitle(title.replace(/\s*[(（].*$/, '')).replace(/^\d{1,3} (?=\p{L})| \d+$/gu, '');
  return ANYWHERE.has(name) || WORK.test(name) || (isLast && AT_END.has(name));
}
