import type { SectionKind } from '../model.ts';

/** Titles that only need lower case to be folded, as most do. */
const PLAIN_WORDS = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;
/** Titles whose letters and digits are all ASCII: beside ASCII, they have nothing but dashes, quotes and dots. */
const HAS_ASCII_WORDS = /^[\0-\x7f\u2010-\u2027]*$/;

type NameKind = Exclude<SectionKind, 'prose'> | 'contents';

/**
 * The names of sections. A title is compared as a whole (without case, accents, marks, emoji, a number before it and a
 * colon at its end), so that `Summary of changes to X` is prose. To teach the reader a name, add it to a line; `|` is
 * between words of which any can be in that place.
 */
const NAMES: Readonly<Record<NameKind | 'ordinary', readonly string[]>> = {
  takeaways: [
    'takeaways, takeaway, top|bottom line, topline',
    'key|main|top|major|biggest|lead points|stories|story|news|headlines|developments|updates|takeaways|takeaway|findings|insights|messages|facts|highlights|signals',
    'at a glance, today at a glance, the|this week at a glance, the week|day in brief',
    'tl;dr, tldr, in brief|short|kurze, briefly, the short version, the gist, bluf, highlights, highlight',
    'weekly|today highlights, featured, executive summary|overview|brief, summary, quick|brief|short summary, headlines, news headlines',
    'items|what to watch, action items|item, notes, note, the numbers, the numbers that matter',
    'why it matters, what matters, what you need to know, need to know, quick hits|takes|recap',
    'today in brief, day at a glance, top 3|5|10|three|five stories, the big stories',
    'three|five|3|5 things to know, things to know, bottom line up front',
    'in a nutshell, daily recap|highlights|summary, highlights of the week, snapshot, tl;dr summary',
    'puntos|conclusiones|ideas|aspectos clave|principales|destacados, por que importa, lo esencial|destacado, lo mas importante|destacado',
    'en resumen|breve|bref|resume, resumen, resumen ejecutivo, los numeros, los numeros que importan, acciones a seguir',
    'elementos de accion, destacados, titulares, claves, principales titulares|noticias',
    'de un vistazo, noticias destacadas, en pocas palabras, hoy en breve',
    'points cles|essentiels|forts, a retenir, ce qu il faut retenir, l essentiel, resume',
    'faits saillants|marquants, elements d action, actions a entreprendre, pourquoi c est important, a la une',
    'l essentiel en bref, resume executif, temps forts, gros|les titres, les titres du jour',
    'synthese, principaux points, en un coup d œil, en un coup d oeil, ce qu il faut savoir, l actualite en bref',
    'principales actualites, punti chiave|principali|salienti, in breve|sintesi|evidenza, sintesi',
    'perche e importante, riepilogo, riassunto, in primo piano, notizie|titoli principali, l essenziale',
    'le notizie piu importanti, da sapere, in poche parole, a colpo d occhio',
    'wichtigste|wichtigsten erkenntnisse|punkte|meldungen|nachrichten, das wichtigste in kurze, das wichtigste',
    'kernpunkte, kernaussagen, auf einen blick, kurz und knapp, im uberblick, zusammenfassung, kurzfassung',
    'warum es wichtig ist, handlungspunkte, das wichtigste vom tag, tageszusammenfassung, tagesuberblick',
    'topmeldungen, top meldungen, schlagzeilen, kurz gefasst, kurzuberblick, tageshighlights, kernbotschaften, management summary',
    'pontos principais|chave|essenciais|importantes, principais destaques|pontos|noticias|conclusoes, destaques',
    'em resumo|destaque, resumo, por que isso importa, resumo|sumario executivo, destaques de hoje, manchetes',
    'o essencial, em poucas palavras, o mais importante, hoofdpunten, belangrijkste punten|nieuws',
    'samenvatting, in het kort, kort, kernsamenvatting, kernpunten, kernboodschappen',
    'het belangrijkste nieuws, het belangrijkste, dagsamenvatting, hoogtepunten, in een oogopslag, topnieuws',
    'kort samengevat|sammanfattning|fortalt, hlavni|klicove body|zpravy|udalosti|poznatky, klicova sdeleni, shrnuti, ve zkratce, doporuceni',
    'akcni body|polozky, nejdulezitejsi zpravy|body, to nejdulezitejsi, souhrn, denni souhrn',
    'prehled dne, v kostce, strucne, titulky',
    'najwazniejsze|kluczowe|główne informacje|punkty|wiadomosci|wydarzenia|wnioski, w pigułce, streszczenie, nagłówki',
    'co najwazniejsze, huvudpunkter, nyckelpunkter, det|dagens viktigaste, viktigast idag, toppnyheter',
    'hojdpunkter, huvudnyheter, nyckelinsikter, najwazniejsze, podsumowanie, w skrocie',
    'viktigaste punkterna, i korthet, sammanfattning, 核心|关键|主要|重点~要点|摘要|速览|看点|结论|观点|发现|信息, 要点, 重点, 重點, 要點, 摘要, 概要, 总结',
    '總結, 小结, 行动项, 一句话总结, 速览, 为什么重要, 今日~概览|看点|焦点|导读|速覽|頭條, 关键点, 本期导读, 要闻, 要闻|内容~摘要, 要闻|一分钟~速览, 重要新闻, 头条, 内容提要, 提要, 执行摘要',
    '快速~摘要|概览, 速读, 一分钟速读, 太长不~看|读, 划重点, 亮点, 核心|關鍵~要點, 重點~摘要|整理, 要聞, 主な|主要|重要~ポイント, 要旨',
    'サマリー, エグゼクティブサマリー, トップ|主要|重要|注目~ニュース, 3行|三行|ひとこと|一言~まとめ, 今日|本日~の注目, まとめ, ポイント, 要約',
    'ハイライト, アクションアイテム, 要点まとめ, 핵심|주요 요약|포인트|내용|정리|뉴스, 요점, 요약, 핵심, 하이라이트, 오늘의 요약|핵심|하이라이트|포인트|헤드라인, 오늘의 핵심 요약, 오늘의 주요 뉴스',
    '헤드라인, 한눈에 보기, 한|세 줄 요약, 한줄|3줄 요약, 요약 정리',
    'главные|ключевые|основные новости|события|моменты|тезисы|пункты|выводы, ключевое, главное, кратко, коротко',
    'основное, итоги, резюме, важное, вкратце, итоги|сводка дня, ключові|головні тези|висновки|моменти, головне, стисло',
    'підсумок, краткое содержание, краткий обзор, краткая сводка, коротко о главном, самое важное',
    'в двух словах, أهم|أبرز الأخبار|النقاط|العناوين|الأحداث, الملخص التنفيذي, ملخص تنفيذي|سريع, الملخص, نظرة سريعة',
    'باختصار, النقاط الأساسية|البارزة|الرئيسية, الموجز, موجز|خلاصة اليوم, موجز الأخبار',
    'मुख्य|प्रमुख|शीर्ष समाचार|बिंदु, العناوين الرئيسية, आज की मुख्य बातें, मुख्य अंश|निष्कर्ष|आकर्षण|बातें',
    'आज का सारांश, एक नज़र में, सुर्खियां, आज की सुर्खियां, महत्वपूर्ण बातें, öne çıkanlar',
    'günün öne çıkanları, öne çıkan haberler, özet, günün|yönetici özeti, özetle, kısaca, bir bakışta',
    'önemli noktalar|gelişmeler, ana noktalar|başlıklar, manşetler, neden önemli, tóm tắt, tóm tắt nhanh',
    'điểm|tin chính, những điểm chính, điểm nổi bật, tin nổi bật, ringkasan, ringkasan eksekutif, poin utama|penting',
    'intisari, sorotan, sorotan|berita utama, højdepunkter, hovedpunkter, høydepunkter',
    'det vigtigste, vigtigste punkter, opsummering, oppsummering, sammendrag, yhteenveto, pääkohdat',
    'tärkeimmät, lyhyesti, összefoglaló, röviden, santrauka, kopsavilkums, kokkuvõte, sažetak, обобщение, สรุป',
    'สรุปสำคัญ, ประเด็นสำคัญ, สรุปข่าว, ไฮไลท์, rezumat, pe scurt, puncte cheie, κύρια σημεία, περίληψη, με μια ματιά',
    'תקציר, עיקרי הדברים, בקצרה, خلاصه, نکات کلیدی, resum, punts clau, el més destacat, destacats, titulars, en breu',
    'rezumatul, știri principale, știrile, סיכום, תקציר מנהלים, נקודות עיקריות, שורה תחתונה, כותרות',
    'چکیده, مهم‌ترین خبرها|اخبار, خلاصه اخبار, سرخط خبرها, در یک نگاه, tiivistelmä, tärkeimmät uutiset',
    'pääuutiset, otsikot, összefoglalás, legfontosabb hírek, a legfontosabb, főbb pontok, σύνοψη, τα κυριότερα',
    'κύριες ειδήσεις, nøkkelpunkter, nøglepunkter, hovedsaker, tin tức nổi bật, những điểm nổi bật',
    'tiêu điểm, ข่าวเด่น, ملخص, الخلاصة, सारांश, संक्षेप में',
    'कार्रवाई आइटम',
  ],
  references: [
    'original references|reference|reference(s), references|sources and|& references|links',
    'references|sources and|& further reading, sources consulted|used|reviewed|cited, source list|links',
    '参考|引用|消息|新闻|信息|数据|资料~来源, 消息|新聞|參考|資料~來源, 参考~资料|文献|链接|リンク|資料|ソース|情報|元, 引用|参照|情報~元|ソース, 참고 자료|문헌|링크, 참고~자료|문헌',
    '출처 및 원문|참고|링크, fuentes|referencias y enlaces|referencias, references, reference, reference(s), sources, source',
    'source(s), footnotes, bibliography, further reading, citations, works cited, reference links, further|data|primary|all sources',
    'fuentes|fontes consultadas, enlaces de referencia, sources consultees, liens et sources, quellen und links',
    'fonti e link, 関連リンク, 출처 목록, 전체 출처 목록, referencias, fuentes, fuente',
    'bibliografia, notas al pie, sources et references, notes de bas de page, bibliographie, quellen, quelle',
    'quellenangaben, einzelnachweise, fußnoten, fussnoten, verweise, literatur, weiterfuhrende links, fonti, fonte',
    'riferimenti, note a pie di pagina, fontes, notas de rodape, bronnen, voetnoten, zdroje, poznamky pod carou',
    'kallor, kilder, zrodla, 参考, 參考資料, 脚注, 来源, 來源, 出处, 相关链接, 出典, 情報源, 参照, 참고, 출처, 각주, المصادر, المراجع, مصادر, مراجع',
    'الهوامش, источники, джерела, покликання, फुटनोट, संदर्भ, स्रोत, kaynaklar, kaynak, kaynakça, referanslar, nguồn',
    'nguồn tham khảo, tài liệu tham khảo, sumber, referensi, daftar pustaka, kilde, lähteet, források, surse, πηγές',
    'מקורות, منابع, ソース, 信源, 原文链接, quellenverzeichnis, źródło',
    'źródła, zdroj, källa, lähde, forrás, sursă, πηγή, מקור, منبع, источник, джерело, крыніца, крыніцы, източник',
    'източници, izvor, izvori, šaltinis, šaltiniai, avots, avoti, allikas, allikad, แหล่งที่มา, ที่มา, แหล่งอ้างอิง',
    'อ้างอิง, সূত্র, المصدر, مصدر, bron, vir, viri, извор, извори, ماخذ, heimild, heimildir, burimi, burimet, chanzo',
    'vyanzo, წყარო, წყაროები, աղբյուր, աղբյուրներ, ஆதாரம், ஆதாரங்கள், మూలం, మూలాలు, 出處, referințe, referenties',
    'referenser, referanser, referencer, viitteet, hivatkozások, αναφορές, הפניות, nguồn tin, enllaços',
    'fonts consultades, リファレンス, 出典・参考, 参考・出典, 원문 링크, 원문 및 출처',
  ],
  ordinary: [
    'resources, links, all links, credits, read|learn more, recursos, enlaces, liens, ressources',
    'pour en savoir plus, odkazy, poznamky, ссылки, примечания, литература, 链接, 引用, リンク, 링크',
  ],
  contents: [
    'contents, table of contents, toc, in this issue|newsletter|edition|digest, today s topics, index',
    'in this weeks issue, in this week s issue, what s inside, inside this issue, on this page, quick links, jump to section',
    'indice, contenido, contenidos, en este numero, en esta edicion, tabla|indice de contenidos, sommaire, table des matieres, au sommaire',
    'dans ce numero, inhalt, inhaltsverzeichnis, in dieser ausgabe, sommario, in questo numero, conteudo, obsah',
    'içindekiler, bu sayıda, mục lục, daftar isi, зміст, у цьому випуску, в этом выпуске, indholdsfortegnelse, innhold',
    'inhoudsopgave, inhoud, in dit nummer, spis tresci, w tym numerze, περιεχομενα, innehall, innehallsforteckning, sisallys',
    'tartalom, tartalomjegyzek, cuprins, sadrzaj, kazalo, съдържание, תוכן העניינים, فهرست مطالب, sumario',
    'sisällysluettelo, tässä numerossa, สารบัญ, indhold, i dette|detta nummer, taula de continguts, în acest număr',
    '本期内容, содержание, оглавление, المحتويات, विषय सूची',
  ],
};

const KINDS: ReadonlyMap<string, NameKind> = new Map(
  Object.entries(NAMES).flatMap(([kind, lines]) =>
    [...namesIn(lines)].map(
      (name) => [name, kind === 'ordinary' ? 'references' : (kind as NameKind)] as const,
    ),
  ),
);

/** Names of reference sections that are ordinary words. They count only at the end of a briefing. */
const ORDINARY = namesIn(NAMES.ordinary);

/** The folded names in lines, in which `, ` separates them. */
export function namesIn(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap(foldedNames));
}

/** `key|top news|points` -> `key news`, `top news`, `key points`, `top points`; `~` joins words without a space. */
function foldedNames(line: string): readonly string[] {
  const named = (name: string) =>
    name
      .split(/(?= )|~/)
      .reduce(
        (heads, words) =>
          heads.flatMap((head) =>
            words.split('|').map((word, i) => `${head}${i > 0 && words.startsWith(' ') ? ' ' : ''}${word}`),
          ),
        [''],
      );
  return line.split(', ').flatMap(named).map(foldTitle);
}

/** Maximum length of a title that can be a name, with its number, marks and emoji. In UTF-16 units. */
const MAX_LENGTH = 48;

/** What the name of key takeaways may have before it: an article, `The main points`, or the day, `Today’s headlines`. */
const BEFORE = 'the|today s|this week s|la|las|los|le|les|i|as|os|die|de|dagens|paivan|gunun|els';
/** That in languages without spaces, too, and what may be behind the name: `今日要点`, `Resumen del día`. Not `Le note`. */
const AROUND = new RegExp(
  `^(?:(?:${BEFORE}) (?!notes?$)|(?:今日|本日|今週)の? ?|本期|本周|每日|오늘의 )` +
    '| (?:today|of the day|(?:del|do) dia|de hoy|du jour|del giorno|des tages|heute|van (?:de dag|vandaag)|dne|dnia|zilei|idag|i dag|hom nay|hari ini|της ημερας|היום|اليوم|امروز|за (?:день|сегодня|неделю))$',
  'g',
);

/** The first Latin letters of a title, after its number and marks. */
const LETTERS = /[a-z]+/i;
/** The first Latin letters of all names, which rule out most ASCII titles quickly. */
const BEGINNINGS = new Set(
  [...KINDS.keys(), ...BEFORE.split('|')].flatMap((name) => LETTERS.exec(name) ?? []),
);

/** The kind of section that a title announces. */
export function kindOfTitle(title: string): SectionKind {
  if (title.length > MAX_LENGTH || !mayBeName(title)) return 'prose';
  const kind = kindOfName(nameIn(title)) ?? kindInTwoLanguages(title);
  return kind === undefined || kind === 'contents' ? 'prose' : kind;
}

function kindOfName(name: string): NameKind | undefined {
  const kind = KINDS.get(name);
  if (kind !== undefined) return kind;
  const inner = name.replace(AROUND, '');
  // `本日の情報源` names sources; `The source`, `今日参考` and `今日のリンク` may name news.
  const mayBeSources = name[2] === 'の' && !ORDINARY.has(inner);
  const found = KINDS.get(inner);
  return found === 'takeaways' || mayBeSources ? found : undefined;
}

/** A cheap test: most titles have none of these. */
const PARTING = /[/|｜（(]/;
/** A name in two languages: `要点 / Key takeaways`, `出典（Sources）`. */
const PARTED = /^([^/|｜（(]+)(?:\s[/|]\s|[/｜]|\s?[（(])([^/|｜（）()]+)[)）]?\s*$/;

function kindInTwoLanguages(title: string): NameKind | undefined {
  if (!PARTING.test(title)) return undefined;
  const [, one, other] = PARTED.exec(title) ?? [];
  if (one === undefined || other === undefined) return undefined;
  const kind = kindOfName(nameIn(one));
  return kind !== undefined && kind === kindOfName(nameIn(other)) ? kind : undefined;
}

function mayBeName(title: string): boolean {
  const [letters = ''] = LETTERS.exec(title) ?? [];
  return BEGINNINGS.has(letters.toLowerCase()) || !isAscii(title);
}

/** What a name may be followed by: `Sources for this issue`, `Quellen dieser Ausgabe`, `情報源一覧`. */
const OF_THIS =
  / (?:(?:used )?(?:of|for|in|de|di|du|fur) )?(?:this|est[ae]|cette?|ce|quest[ao]|diese[ns]?r?) (?:newsletter|report|brief(?:ing)?|digest|issue|edition|edicion|numero|bulletin|boletin|informe|ausgabe|bericht)$|(?:一覧|列表|汇总|索引)$/;

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
