import type { SectionKind } from '../model.ts';

/** Titles that only need lower case to be folded, as most do. */
const PLAIN_WORDS = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;
/** Titles whose letters and digits are all ASCII: beside ASCII, they have nothing but dashes, quotes and dots. */
const HAS_ASCII_WORDS = /^[\0-\x7f\u2010-\u2027]*$/;

/**
 * The names of sections. A title is compared as a whole (without case, accents, marks, emoji, a number before it and a
 * colon at its end), so that `Summary of changes to X` is prose. To teach the reader a name, add it to a line.
 */
const NAMES: Readonly<Record<Exclude<SectionKind, 'prose'> | 'contents', readonly string[]>> = {
  takeaways: [
    'key takeaways, takeaways, key takeaway, takeaway, main takeaways, the takeaways, top takeaways, top line, topline',
    'key points, main points, key messages, key findings, main findings, key insights, key facts, key developments',
    'at a glance, today at a glance, the week at a glance, this week at a glance, the week in brief, the day in brief',
    'tl;dr, tldr, in brief, in short, briefly, the short version, the gist, bottom line, the bottom line, bluf',
    'highlights, highlight, key highlights, top highlights, weekly highlights, this week s highlights, featured',
    'executive summary, summary, quick summary, top stories, top news, top story, headlines, news headlines',
    'items to watch, what to watch, action items, action item, notes, note, the numbers, the numbers that matter',
    'why it matters, what matters, what you need to know, need to know, quick hits, quick takes',
    'highlights of the day, today s highlights, today highlights, highlights of the week, daily highlights, the highlights',
    'today in brief, day at a glance, daily summary, today s summary, summary of the day, brief summary, short summary',
    'top stories today, today s top stories, top stories of the day, top headlines, today s headlines, key headlines',
    'main headlines, key stories, main stories, lead stories, lead story, biggest stories, the big stories, top 3 stories',
    'top 5 stories, top 10 stories, top three stories, top five stories, top developments, major developments, key updates',
    'today s takeaways, today s key takeaways, key points of the day, the main points, executive overview, key signals',
    'executive brief, things to know, three things to know, five things to know, 3 things to know, 5 things to know',
    'what you need to know today, bottom line up front, in a nutshell, quick recap, daily recap, snapshot, tl;dr summary',
    'puntos clave, por que importa, lo esencial, lo mas importante, en resumen, resumen, resumen ejecutivo, en breve',
    'conclusiones clave, los numeros, los numeros que importan, acciones a seguir, elementos de accion, destacados',
    'lo mas destacado, titulares, aspectos destacados, ideas clave, claves',
    'resumen del dia, resumen de hoy, lo mas importante del dia, lo mas importante de hoy, lo destacado, las claves',
    'lo destacado del dia, destacados del dia, destacados de hoy, titulares del dia, principales titulares, de un vistazo',
    'noticias destacadas, principales noticias, puntos principales, puntos destacados, conclusiones principales',
    'en pocas palabras, hoy en breve, claves del dia, las claves del dia',
    'points cles, a retenir, ce qu il faut retenir, l essentiel, en bref, en resume, resume, faits saillants',
    'elements d action, actions a entreprendre, pourquoi c est important, a la une',
    'l essentiel du jour, l essentiel en bref, resume du jour, resume executif, les points cles, points essentiels',
    'points forts, les points forts, temps forts, faits marquants, les faits marquants, gros titres, les gros titres',
    'les titres, les titres du jour, synthese, synthese du jour, principaux points, en un coup d œil, en un coup d oeil',
    'ce qu il faut savoir, l actualite en bref, principales actualites',
    'punti chiave, in breve, in sintesi, sintesi, in evidenza, perche e importante',
    'punti principali, i punti chiave, i punti principali, punti salienti, riepilogo, riepilogo del giorno, riassunto',
    'riassunto del giorno, sintesi del giorno, in primo piano, notizie principali, le notizie principali, l essenziale',
    'le notizie piu importanti, titoli principali, da sapere, in poche parole, a colpo d occhio',
    'das wichtigste in kurze, das wichtigste, kernpunkte, kernaussagen, auf einen blick, kurz und knapp, im uberblick',
    'zusammenfassung, kurzfassung, wichtigste erkenntnisse, warum es wichtig ist, handlungspunkte',
    'das wichtigste des tages, das wichtigste heute, das wichtigste vom tag, tageszusammenfassung, tagesuberblick',
    'zusammenfassung des tages, wichtigste punkte, die wichtigsten punkte, wichtigste meldungen, die wichtigsten meldungen',
    'wichtigste nachrichten, die wichtigsten nachrichten, topmeldungen, top meldungen, schlagzeilen, die schlagzeilen',
    'kurz gefasst, kurzuberblick, in kurze, tageshighlights, highlights des tages, kernbotschaften, management summary',
    'pontos principais, pontos chave, destaques, em resumo, resumo, em destaque, por que isso importa',
    'resumo do dia, resumo executivo, destaques do dia, destaques de hoje, principais destaques, principais pontos',
    'principais noticias, principais conclusoes, manchetes, manchetes do dia, pontos essenciais, o essencial',
    'em poucas palavras, sumario executivo, pontos importantes, o mais importante',
    'hoofdpunten, belangrijkste punten, samenvatting, in het kort, kort',
    'kernsamenvatting, kernpunten, kernboodschappen, belangrijkste nieuws, het belangrijkste nieuws, het belangrijkste',
    'het belangrijkste van vandaag, de belangrijkste punten, samenvatting van de dag, dagsamenvatting, hoogtepunten',
    'hoogtepunten van de dag, hoogtepunten van vandaag, in een oogopslag, topnieuws, kort samengevat',
    'klicova sdeleni, klicove body, hlavni body, shrnuti, ve zkratce, doporuceni, akcni body, akcni polozky',
    'hlavni zpravy, nejdulezitejsi zpravy, to nejdulezitejsi, nejdulezitejsi body, souhrn, souhrn dne, denni souhrn',
    'shrnuti dne, prehled dne, klicove poznatky, hlavni poznatky, v kostce, strucne, hlavni udalosti, titulky',
    'najwazniejsze informacje, najwazniejsze punkty, najwazniejsze wiadomosci, najwazniejsze wydarzenia',
    'najwazniejsze wnioski, kluczowe punkty, kluczowe wnioski, kluczowe informacje, główne punkty, podsumowanie dnia',
    'w pigułce, streszczenie, nagłówki, co najwazniejsze',
    'huvudpunkter, nyckelpunkter, det viktigaste, det viktigaste idag, viktigast idag, dagens viktigaste, toppnyheter',
    'dagens sammanfattning, kort sammanfattning, hojdpunkter, dagens hojdpunkter, huvudnyheter, nyckelinsikter',
    'najwazniejsze, podsumowanie, w skrocie, viktigaste punkterna, i korthet, sammanfattning',
    '要点, 重点, 重點, 要點, 核心要点, 关键要点, 本期要点, 摘要, 概要, 总结, 總結, 小结, 行动项, 一句话总结, 速览, 为什么重要',
    '今日摘要, 今日要点, 今日速览, 今日重点, 今日概览, 今日概要, 今日看点, 今日焦点, 今日头条, 今日总结, 今日要闻, 今日亮点, 今日导读',
    '核心摘要, 核心速览, 核心看点, 核心结论, 核心观点, 关键信息, 关键点, 关键结论, 关键发现, 主要观点, 主要发现, 重点摘要, 重点速览',
    '本期摘要, 本期概要, 本期速览, 本期重点, 本期亮点, 本期导读, 本周要点, 本周摘要, 本周速览, 本周重点, 每日摘要, 每日要点, 每日速览',
    '要闻, 要闻速览, 要闻摘要, 重要新闻, 头条, 内容摘要, 内容提要, 提要, 执行摘要, 快速摘要, 快速概览, 速读, 一分钟速览, 一分钟速读',
    '太长不看, 太长不读, 划重点, 亮点, 今日重點, 今日要點, 今日速覽, 今日頭條, 核心要點, 關鍵要點, 重點摘要, 重點整理, 本期重點, 要聞',
    '今日のまとめ, 本日のまとめ, 今日の要点, 本日の要点, 今日のポイント, 本日のポイント, 今日のハイライト, 本日のハイライト, 今日の概要',
    '本日の概要, 主なポイント, 主要ポイント, 要旨, サマリー, エグゼクティブサマリー, トップニュース, 主要ニュース, 重要ニュース, 注目ニュース',
    '3行まとめ, 三行まとめ, ひとことまとめ, 一言まとめ, 今日の注目, 本日の注目, 今週のまとめ, 今週のハイライト, 今日のトップニュース',
    'まとめ, ポイント, 要約, 重要ポイント, ハイライト, アクションアイテム, 要点まとめ',
    '요점, 요약, 핵심, 핵심 요약, 주요 내용, 하이라이트',
    '오늘의 요약, 오늘의 핵심, 오늘의 핵심 요약, 오늘의 주요 뉴스, 오늘의 하이라이트, 오늘의 포인트, 오늘의 헤드라인, 헤드라인',
    '핵심 포인트, 핵심 내용, 핵심 정리, 주요 포인트, 주요 뉴스, 한눈에 보기, 한 줄 요약, 한줄 요약, 세 줄 요약, 3줄 요약, 요약 정리',
    'ключевое, главное, кратко, коротко, ключевые выводы, основное, итоги, резюме, важное',
    'главное за день, главное за сегодня, главное за неделю, главные новости, главные события, ключевые моменты, вкратце',
    'ключевые события, ключевые тезисы, ключевые пункты, основные выводы, основные моменты, основные тезисы, итоги дня',
    'ключові тези, ключові висновки, ключові моменти, головні тези, головне, головне за день, стисло, підсумок',
    'краткое содержание, краткий обзор, краткая сводка, коротко о главном, самое важное, сводка дня, в двух словах',
    'أهم الأخبار, أبرز الأخبار, أبرز النقاط, أبرز العناوين, أهم العناوين, ملخص اليوم, الملخص التنفيذي, ملخص تنفيذي, الملخص',
    'نظرة سريعة, باختصار, النقاط الأساسية, النقاط البارزة, الموجز, موجز اليوم, موجز الأخبار, خلاصة اليوم, أهم الأحداث, أبرز الأحداث',
    'العناوين الرئيسية, ملخص سريع, मुख्य समाचार, प्रमुख समाचार, शीर्ष समाचार, आज की मुख्य बातें, प्रमुख बिंदु, मुख्य अंश, मुख्य निष्कर्ष',
    'आज का सारांश, एक नज़र में, सुर्खियां, आज की सुर्खियां, मुख्य आकर्षण, महत्वपूर्ण बातें',
    'öne çıkanlar, günün öne çıkanları, öne çıkan haberler, özet, günün özeti, yönetici özeti, özetle, kısaca, bir bakışta',
    'önemli noktalar, önemli gelişmeler, ana noktalar, ana başlıklar, manşetler, neden önemli, tóm tắt, tóm tắt nhanh, điểm chính',
    'những điểm chính, điểm nổi bật, tin nổi bật, tin chính, ringkasan, ringkasan eksekutif, poin utama, poin penting, intisari',
    'sorotan, sorotan utama, berita utama, højdepunkter, hovedpunkter, høydepunkter, det vigtigste, vigtigste punkter',
    'kort fortalt, opsummering, oppsummering, sammendrag, yhteenveto, pääkohdat, tärkeimmät, lyhyesti, összefoglaló, röviden',
    'santrauka, kopsavilkums, kokkuvõte, sažetak, обобщение, สรุป, สรุปสำคัญ, ประเด็นสำคัญ, สรุปข่าว, ไฮไลท์',
    'rezumat, pe scurt, puncte cheie, κύρια σημεία, περίληψη, με μια ματιά, תקציר, עיקרי הדברים, בקצרה, خلاصه, نکات کلیدی',
    'النقاط الرئيسية, ملخص, الخلاصة, أهم النقاط, मुख्य बातें, मुख्य बिंदु, सारांश, संक्षेप में, कार्रवाई आइटम',
  ],
  references: [
    'references, reference, reference(s), original reference, original references, original reference(s)',
    'sources, source, source(s), footnotes, bibliography, further reading, links, citations, works cited, credits',
    'resources, sources and references, sources & references, references and links, read more, learn more',
    'sources consulted, sources used, sources reviewed, source list, source links, reference links, further sources, fuentes consultadas',
    'fuentes y enlaces, enlaces de referencia, referencias y enlaces, sources consultees, liens et sources, quellen und links',
    'fonti e link, fontes consultadas, 関連リンク, 参考ソース, 参考情報, 情報源一覧, 来源列表, 信息来源, 数据来源, 资料来源, 참고 링크, 출처 목록, 전체 출처 목록',
    'referencias, fuentes, fuente, enlaces, bibliografia, notas al pie, recursos, fuentes y referencias',
    'sources et references, notes de bas de page, liens, bibliographie, pour en savoir plus, ressources',
    'quellen, quelle, quellenangaben, einzelnachweise, fußnoten, fussnoten, verweise, literatur, weiterfuhrende links',
    'fonti, fonte, riferimenti, note a pie di pagina, fontes, notas de rodape, bronnen, voetnoten, zdroje, odkazy',
    'poznamky, poznamky pod carou, kallor, kilder, zrodla',
    '参考, 参考资料, 參考資料, 参考文献, 参考链接, 引用, 脚注, 来源, 來源, 出处, 链接, 相关链接',
    '出典, 情報源, 参照, 参考リンク, 参考資料, リンク, 참고, 참고자료, 참고 자료, 참고 문헌, 참고문헌, 출처, 각주, 링크',
    'المصادر, المراجع, مصادر, مراجع, الهوامش, источники, ссылки, примечания, литература, джерела, покликання',
    'फुटनोट, संदर्भ, स्रोत, kaynaklar, kaynak, kaynakça, referanslar, nguồn, nguồn tham khảo, tài liệu tham khảo, sumber',
    'referensi, daftar pustaka, kilde, lähteet, források, surse, πηγές, מקורות, منابع, ソース, 引用元, 参考元, 参照元, 情報元',
    '参考来源, 引用来源, 来源索引, 来源汇总, 参考链接汇总, 消息来源, 新闻来源, 信源, 原文链接, quellenverzeichnis, sources cited, data sources, primary sources',
    'references and further reading, references & further reading, sources and further reading, sources & further reading',
    'źródło, źródła, zdroj, källa, lähde, forrás, sursă, πηγή, מקור, منبع, источник, джерело, крыніца, крыніцы, източник',
    'източници, izvor, izvori, šaltinis, šaltiniai, avots, avoti, allikas, allikad, แหล่งที่มา, ที่มา, แหล่งอ้างอิง, อ้างอิง, সূত্র',
    'المصدر, مصدر, bron, vir, viri, извор, извори, ماخذ, heimild, heimildir, burimi, burimet, chanzo, vyanzo, წყარო, წყაროები',
    'աղբյուր, աղբյուրներ, ஆதாரம், ஆதாரங்கள், మూలం, మూలాలు, 出處, 資料來源, 消息來源, 新聞來源, 參考來源',
    'リファレンス, 出典・参考, 参考・出典, 출처 및 원문, 출처 및 참고, 출처 및 링크, 원문 링크, 원문 및 출처, all links, all sources',
  ],
  contents: [
    'contents, table of contents, toc, in this issue, in this newsletter, in this edition, in this digest, today s topics, index',
    'in this weeks issue, in this week s issue, what s inside, inside this issue, on this page, quick links, jump to section',
    'indice, contenido, contenidos, en este numero, tabla de contenidos, sommaire, table des matieres, au sommaire',
    'dans ce numero, inhalt, inhaltsverzeichnis, in dieser ausgabe, sommario, in questo numero, conteudo, obsah',
    'içindekiler, bu sayıda, mục lục, daftar isi, зміст, у цьому випуску, в этом выпуске, indholdsfortegnelse, innhold',
    'inhoudsopgave, inhoud, in dit nummer, spis tresci, w tym numerze, περιεχομενα, innehall, innehallsforteckning, sisallys',
    'tartalom, tartalomjegyzek, cuprins, sadrzaj, kazalo, съдържание, תוכן העניינים, فهرست مطالب, sumario, indice de contenidos',
    '目录, 目錄, 本期目录, 本期内容, 目次, 목차, содержание, оглавление, المحتويات, विषय सूची',
  ],
};

const KINDS: ReadonlyMap<string, keyof typeof NAMES> = new Map(
  Object.entries(NAMES).flatMap(([kind, lines]) =>
    lines.flatMap((line) =>
      line.split(', ').map((name) => [foldTitle(name), kind as keyof typeof NAMES] as const),
    ),
  ),
);

/** Names of reference sections that are ordinary words. They count only at the end of a briefing. */
const ORDINARY = namesIn([
  'resources, links, all links, credits, read more, learn more, recursos, enlaces, liens, ressources, pour en savoir plus',
  'odkazy, poznamky, ссылки, примечания, литература, 链接, 引用, リンク, 링크',
]);

/** The folded names in lines, in which `, ` separates them. */
export function namesIn(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(', ').map(foldTitle)));
}

/** Maximum length of a title that can be a name, with its number, marks and emoji. In UTF-16 units. */
const MAX_LENGTH = 48;

/** The first Latin letters of a title, after its number and marks. */
const LETTERS = /[a-z]+/i;
/** The first Latin letters of all names, which rule out most ASCII titles quickly. */
const BEGINNINGS = new Set([...KINDS.keys()].flatMap((name) => LETTERS.exec(name) ?? []));

/** The kind of section that a title announces. */
export function kindOfTitle(title: string): SectionKind {
  if (title.length > MAX_LENGTH || !mayBeName(title)) return 'prose';
  const kind = KINDS.get(nameIn(title)) ?? kindInTwoLanguages(title);
  return kind === undefined || kind === 'contents' ? 'prose' : kind;
}

/** A cheap test: most titles have none of these. */
const PARTING = /[/|｜（(]/;
/** A name in two languages: `要点 / Key takeaways`, `出典（Sources）`. */
const PARTED = /^([^/|｜（(]+)(?:\s[/|]\s|[/｜]|\s?[（(])([^/|｜（）()]+)[)）]?\s*$/;

function kindInTwoLanguages(title: string): keyof typeof NAMES | undefined {
  if (!PARTING.test(title)) return undefined;
  const [, one, other] = PARTED.exec(title) ?? [];
  if (one === undefined || other === undefined) return undefined;
  const kind = KINDS.get(nameIn(one));
  return kind !== undefined && kind === KINDS.get(nameIn(other)) ? kind : undefined;
}

function mayBeName(title: string): boolean {
  const [letters = ''] = LETTERS.exec(title) ?? [];
  return BEGINNINGS.has(letters.toLowerCase()) || !isAscii(title);
}

/** What a name may be followed by: `Sources for this issue`, `Fuentes de este boletín`, `Quellen dieser Ausgabe`. */
const OF_THIS =
  / (?:(?:used )?(?:of|for|in|de|di|du|fur) )?(?:this|est[ae]|cette?|ce|quest[ao]|diese[ns]?r?) (?:newsletter|report|brief(?:ing)?|digest|issue|edition|edicion|numero|bulletin|boletin|informe|ausgabe|bericht)$/;

/** Folds a title without its number: `3. Links 🔗` -> `links`, `三、要点` -> `要点`, `Links in this issue` -> `links`. */
function nameIn(title: string): string {
  const name = foldTitle(title).replace(/^(?:\d{1,3}|[一二三四五六七八九十]{1,3}) (?=.)/, '');
  return name.replace(OF_THIS, '');
}

/** Whether a title names a reference section only at the end of a briefing, as `Links` does. */
export function isOrdinaryName(title: string): boolean {
  return title.length <= MAX_LENGTH && ORDINARY.has(nameIn(title));
}

/** The first words of names for a table of contents, which rule out most titles quickly. */
const CONTENTS = new Set(
  [...KINDS].filter(([, kind]) => kind === 'contents').map(([name]) => name.split(' ')[0]),
);

/** In these languages, the name comes last: `今週の目次`. */
const CONTENTS_AT_END = /(?:目录|目錄|目次|목차)\P{L}*$/u;

/** Whether a list below this title is a table of contents, without takeaways: `In this issue of our letter:`. */
export function announcesContents(title: string): boolean {
  if (title.length > 120) return false;
  if (title.length <= MAX_LENGTH && CONTENTS_AT_END.test(title)) return true;
  const words = foldTitle(title).split(' ');
  if (!CONTENTS.has(words[0])) return false;
  const isName = (length: number) => KINDS.get(words.slice(0, length).join(' ')) === 'contents';
  // A name of one or two words must be the whole title; a title may continue a longer one.
  return words.some((_, i) => isName(i + 1) && (i > 1 || words.length === i + 1));
}

/**
 * Folds a title, so that titles that differ only in case, accents and marks are equal: `¿Por qué importa?` ->
 * `por que importa`; `Reference(s):` -> `reference s`.
 */
export function foldTitle(title: string): string {
  if (PLAIN_WORDS.test(title)) return title.toLowerCase();
  if (HAS_ASCII_WORDS.test(title))
    return title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const letters = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  // Joining the words takes half as long as replacing all that is between them.
  return letters.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}
