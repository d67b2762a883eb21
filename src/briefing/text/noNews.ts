// The forms are matched against words in lower case, without the marks around them: if they matched letters of all
// scripts in either case, the first match of each form would take several times as long.

/** `None this week.`, `Nothing new today` */
const NONE =
  /^(?:none|n\/a|nothing)(?:\s+(?:new|else|notable|significant|material|to report|found|yet|today|this \w+))*$/;
/** `No matching papers.`, `No new RFCs were proposed this week.` */
const NO_NEWS =
  /^no\s+(?:[\w-]+\s+){0,5}?(?:papers|items|news|updates?|stories|results|articles|entries|rfcs|prs|issues|calls|changes|releases|events|posts|matches|alerts|incidents|announcements|deadlines|content|data|records?|submissions|findings|developments|headlines|vulnerabilities|advisories|meetings|tasks|activity|notes|discussions|highlights|publications|filings|repositories|launches|sources)\b[^.!?]*$/;
/** Whole texts that say the same in other languages. */
const ELSEWHERE =
  /^(?:ningun[ao]?(?: novedad)?|sin (?:novedad(?:es)?|datos)|nada nuevo|aucune?(?: (?:nouveauté|donnée))?|rien (?:de nouveau|à signaler)|keine(?: (?:neuigkeiten|daten))?|nichts neues|nessuna novità|nenhuma novidade|sem dados|geen nieuws|niets nieuws|nimic nou|res de nou|inget nytt|ingenting nytt|intet nyt|ei (?:mitään )?uutta|nic (?:nowego|nového)|nincs (?:hír|újdonság)|אין (?:חדש|חדשות|עדכונים)|خبر جدیدی نیست|нет(?: новостей| обновлений)?|ничего нового|(?:новин )?немає(?: новин| оновлень| змін)?|нічого нового|без (?:новин|новостей|змін|изменений)|yok|yeni (?:haber|gelişme|duyuru) yok|không có(?: tin mới| cập nhật)?|tidak ada(?: berita| pembaruan)?|(?:今日は|本日は|今週は|今月は)?(?:特に)?(?:なし|無し)|(?:今日)?(?:暂无|暫無|无|無|没有|沒有)(?:新|重大|相关|相關|匹配|符合条件的|可用)*(?:内容|內容|更新|新闻|新聞|消息|论文|論文|结果|結果|条目|動態|动态|数据|數據)?|(?:該当|新着|更新|データ)(?:なし|無し)|(?:(?:오늘|금일) )?(?:(?:새로운 소식|새 소식|뉴스|소식|해당|데이터|특이 ?사항|업데이트) )?없음|ไม่มี(?:ข่าว|อัปเดต)(?:ใหม่)?(?:วันนี้)?|لا يوجد(?: جديد)?|कोई नहीं)$/;
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
