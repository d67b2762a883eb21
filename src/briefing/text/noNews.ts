import { foldTitle, namesIn } from './vocabulary.ts';

/** Titles of sections in which a program reports on its own work. */
const LOGS = [
  'excluded topics, excluded items, failed feeds, failed sources, corpus health, sources with errors, errors and warnings',
  'feeds checked, sources checked, sources scanned, data quality, duplicates removed, filtered out, rejected items',
  'ignored articles, ignored items, ignored stories, ignored sources, articles ignorés, ignorierte artikel',
  'skipped items, skipped sources, sources skipped, unreachable sources, unavailable sources, inaccessible sources',
  'sources inaccessibles, fuentes inaccesibles, fuentes no disponibles, nicht erreichbare quellen, 无法访问的来源, 取得に関する注意',
  'temas excluidos, fuentes con errores, sujets exclus, sources en erreur, ausgeschlossene themen, fehlgeschlagene quellen',
  '运行告警, 运行警告, 运行状态, 抓取告警, 抓取失败, 失败来源, 采集状态, 執行日誌, 実行ログ, 取得エラー, 실행 로그, 수집 실패',
  '排除的主题, 已排除, 失败的源, 运行日志, 数据源状态, 抓取状态, 来源统计, 抓取统计, 除外したトピック, 情報源サマリ, 取得状況, 제외된 주제, 수집 상태, исключенные темы',
];
/** `Feed health`, `Run report`, `Search errors`: what a program does, and how that went. */
const WORK =
  /^(?:(?:feed|source|run|runtime|pipeline|generation|validation|fetch|crawl|collection|search|api|scrap(?:er|ing))s? (?:errors?|failures?|issues|health|log|logs)|(?:run|runtime|pipeline|generation|validation|verification|fetch) (?:outcome|status|report|notes|summary|details|metadata|results)|(?:source|feed) (?:status|coverage|statistics)|coverage notes)$/;
/** Titles that are news elsewhere, but a log if nothing else comes after them. */
const LOGS_AT_END = [
  'excluded, exclusions, left out, not included, skipped, omitted, dropped, errors, warnings, validation, log, logs, metadata',
  'coverage, debug, deduplicated, duplicates, rejected, no results, statistics, excluidos, descartados, errores, registro',
  'exclus, erreurs, journal, ausgeschlossen, fehler, 排除, 跳过, 错误, 警告, 告警, 日志, 除外, エラー, ログ, 제외, 오류, 로그',
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

/**
 * The forms below are matched against words in lower case, without the marks around them: if they matched letters of
 * all scripts in either case, the first match of each form would take several times as long.
 */
/** `None this week.`, `Nothing new today` */
const NONE =
  /^(?:none|n\/a|nothing)(?:\s+(?:new|else|notable|significant|material|to report|found|yet|today|this \w+))*$/;
/** `No matching papers.`, `No new RFCs were proposed this week.` */
const NO_NEWS =
  /^no\s+(?:[\w-]+\s+){0,5}?(?:papers|items|news|updates?|stories|results|articles|entries|rfcs|prs|issues|calls|changes|releases|events|posts|matches|alerts|incidents|announcements|deadlines|content|data|records?|submissions|findings|developments|headlines|vulnerabilities|advisories|meetings|tasks|activity|notes|discussions|highlights|publications|filings|repositories|launches)\b[^.!?]*$/;
/** Whole texts that say the same in other languages. */
const ELSEWHERE =
  /^(?:ningun[ao]?(?: novedad)?|sin novedad(?:es)?|nada nuevo|aucune?(?: nouveauté)?|rien (?:de nouveau|à signaler)|keine(?: neuigkeiten)?|nichts neues|nessuna novità|nenhuma novidade|geen nieuws|нет(?: новостей| обновлений)?|ничего нового|(?:новин )?немає(?: новин| оновлень| змін)?|нічого нового|без (?:новин|новостей|змін|изменений)|yok|yeni (?:haber|gelişme|duyuru) yok|không có(?: tin mới| cập nhật)?|tidak ada(?: berita| pembaruan)?|(?:今日は|本日は|今週は|今月は)?(?:特に)?(?:なし|無し)|(?:今日)?(?:暂无|暫無|无|無|没有|沒有)(?:新|重大|相关|相關|匹配|符合条件的|可用)*(?:内容|內容|更新|新闻|新聞|消息|论文|論文|结果|結果|条目|動態|动态)?|(?:該当|新着|更新)(?:なし|無し)|(?:(?:오늘|금일) )?(?:(?:새로운 소식|새 소식|뉴스|소식|해당|특이 ?사항|업데이트) )?없음|ไม่มี(?:ข่าว|อัปเดต)(?:ใหม่)?(?:วันนี้)?|لا يوجد(?: جديد)?|कोई नहीं)$/;
/** `Aucune actualité majeure ce jour.`, `Keine neuen Meldungen heute.` */
const NO_NEWS_ELSEWHERE =
  /^(?:aucune?|ningun[ao]?|ningún|no hay|sin|não há|nenhuma?|sem|nessuna?|nessun|non ci sono|keine|geen|brak|inga|ingen|нет|немає)\s+(?:[\p{L}'’-]+\s+){0,3}?(?:actualités?|nouvelles|nouveautés?|annonces?|articles?|publications?|résultats?|noticias?|novedad(?:es)?|actualizaciones|artículos?|resultados?|publicaciones|notícias?|novidades?|atualizações|artigos?|notizi[ae]|novità|aggiornament[io]|articol[io]|risultat[io]|neuigkeiten|nachrichten|meldungen|erwähnungen|änderungen|artikel(?:en)?|einträge|ergebnisse|treffer|berichten|nieuws|resultaten|wiadomości|aktualności|artykułów|nyheter|новостей|обновлений|публикаций|статей|событий|новин|оновлень|публікацій|подій)(?![\p{L}\p{N}])[^.!?,:]{0,40}$/u;
/** `今日未发现值得记录的新论文。`, `該当する記事はありません。` */
const NO_NEWS_IN_CJK =
  /^(?:(?:今日|今天|本日|本周|本期|近期)?(?:未发现|未發現|没有|沒有|暂无|暫無|未检索到|未找到)(?:[^，。；：:]{0,20}的)?(?:新|重大|重要|相关|相關|匹配|入选|可用|更多)*(?:新闻|新聞|消息|更新|论文|論文|条目|條目|内容|內容|动态|動態|结果|結果|公告|事件)|(?:今日|本日)?(?:は|の)?(?:[^。、：:]{0,20})(?:ニュース|記事|更新|情報|論文|発表|トピック)(?:は|が)?(?:ありません(?:でした)?|見つかりません(?:でした)?|なし))$/;
/** `수집된 공시가 없습니다.` */
const NO_NEWS_IN_KOREAN =
  /^(?:\p{L}{1,8} ){0,4}(?:공시|뉴스|소식|기사|업데이트|변경 ?사항|변동 ?사항|이슈|항목|데이터|논문|결과|발표|일정|이벤트|알림)(?:가|이|은|는)? (?:없습니다|없었습니다|없음)$/u;
/** A program's report that it found nothing: `(Fetch error: status code 403)`. */
const FAILED = /^(?:fetch(?:ing)?|feed|rss|api) (?:error|failed|failure|unavailable)\b/;
const FORMS = [NONE, NO_NEWS, ELSEWHERE, NO_NEWS_ELSEWHERE, NO_NEWS_IN_CJK, NO_NEWS_IN_KOREAN, FAILED];
/** A cheap test for words without marks around them, as most are. */
const BARE = /^[a-z\d](?:[^]*[a-z\d])?$/i;
/** Longer words have other content, and are news. In UTF-16 units. */
const SHORT = 120;

/** Whether words only say that there is no news. `No ferry runs today.` is news. */
export function saysNoNews(words: string): boolean {
  if (words.length > SHORT) return false;
  // Brackets at the end say where a program looked: `暂无可用条目（https://a.example/rss）`.
  const said = words.replace(/\s*[(（][^()（）]*[)）]\s*$/, '') || words;
  const core = BARE.test(said) ? said : said.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '');
  const small = core.toLowerCase();
  return FORMS.some((form) => form.test(small));
}
