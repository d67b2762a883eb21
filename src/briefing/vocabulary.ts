import type { SectionKind } from './model.ts';

/**
 * The names that sections go by. A title is looked up whole (case, accents, marks, emoji, a number before it and a colon
 * at its end left out), so that `Summary of changes to X` is prose. To teach the reader a name, add it to a line.
 */
const NAMES: Readonly<Record<Exclude<SectionKind, 'prose'> | 'contents', readonly string[]>> = {
  takeaways: [
    'key takeaways, takeaways, key takeaway, takeaway, main takeaways, the takeaways, top takeaways, top line, topline',
    'key points, main points, key messages, key findings, main findings, key insights, key facts, key developments',
    'at a glance, today at a glance, the week at a glance, this week at a glance, the week in brief, the day in brief',
    'tl;dr, tldr, tl;dr:, in brief, in short, briefly, the short version, the gist, bottom line, the bottom line, bluf',
    'highlights, highlight, key highlights, top highlights, weekly highlights, this week s highlights, featured',
    'executive summary, summary, quick summary, top stories, top news, top story, headlines, news headlines',
    'items to watch, what to watch, action items, action item, notes, note, the numbers, the numbers that matter',
    'why it matters, what matters, what you need to know, need to know, quick hits, quick takes, the big picture',
    'puntos clave, por que importa, lo esencial, lo mas importante, en resumen, resumen, resumen ejecutivo, en breve',
    'conclusiones clave, los numeros, los numeros que importan, acciones a seguir, elementos de accion, destacados',
    'lo mas destacado, titulares, aspectos destacados, ideas clave, claves',
    'points cles, a retenir, ce qu il faut retenir, l essentiel, en bref, en resume, resume, faits saillants',
    'elements d action, actions a entreprendre, pourquoi c est important, a la une',
    'punti chiave, in breve, in sintesi, sintesi, in evidenza, perche e importante',
    'das wichtigste in kurze, das wichtigste, kernpunkte, kernaussagen, auf einen blick, kurz und knapp, im uberblick',
    'zusammenfassung, kurzfassung, wichtigste erkenntnisse, warum es wichtig ist, handlungspunkte',
    'pontos principais, pontos chave, destaques, em resumo, resumo, em destaque, por que isso importa',
    'hoofdpunten, belangrijkste punten, samenvatting, in het kort, kort',
    'klicova sdeleni, klicove body, hlavni body, shrnuti, ve zkratce, doporuceni, akcni body, akcni polozky',
    'najwazniejsze, podsumowanie, w skrocie, viktigaste punkterna, i korthet, sammanfattning',
    '要点, 重点, 重點, 要點, 核心要点, 关键要点, 本期要点, 摘要, 概要, 总结, 總結, 小结, 行动项, 一句话总结, 速览, 为什么重要',
    'まとめ, ポイント, 要約, 重要ポイント, ハイライト, アクションアイテム, 要点まとめ',
    '요점, 요약, 핵심, 핵심 요약, 주요 내용, 하이라이트',
    'ключевое, главное, кратко, коротко, ключевые выводы, основное, итоги, резюме, важное',
    'النقاط الرئيسية, ملخص, الخلاصة, أهم النقاط, मुख्य बातें, मुख्य बिंदु, सारांश, संक्षेप में, कार्रवाई आइटम',
  ],
  references: [
    'references, reference, reference(s), original reference, original references, original reference(s)',
    'sources, source, source(s), footnotes, bibliography, further reading, links, citations, works cited, credits',
    'resources, sources and references, sources & references, references and links, read more, learn more',
    'referencias, fuentes, fuente, enlaces, bibliografia, notas al pie, recursos, fuentes y referencias',
    'sources et references, notes de bas de page, liens, bibliographie, pour en savoir plus, ressources',
    'quellen, quelle, quellenangaben, einzelnachweise, fußnoten, fussnoten, verweise, literatur, weiterfuhrende links',
    'fonti, fonte, riferimenti, note a pie di pagina, fontes, notas de rodape, bronnen, voetnoten, zdroje, odkazy',
    'poznamky, poznamky pod carou, kallor, kilder, zrodla',
    '参考, 参考资料, 參考資料, 参考文献, 参考链接, 引用, 脚注, 来源, 來源, 出处, 链接, 往年回顾, 相关链接',
    '出典, 情報源, 参照, 参考リンク, 参考資料, リンク, 참고, 참고자료, 참고 자료, 참고 문헌, 참고문헌, 출처, 각주, 링크',
    'المصادر, المراجع, مصادر, مراجع, الهوامش, источники, ссылки, примечания, литература, джерела',
    'फुटनोट, संदर्भ, स्रोत',
  ],
  contents: [
    'contents, table of contents, toc, in this issue, in this newsletter, in this edition, in this digest, index',
    'in this weeks issue, in this week s issue, what s inside, inside this issue, on this page, quick links',
    'indice, contenido, contenidos, en este numero, tabla de contenidos, sommaire, table des matieres, au sommaire',
    'dans ce numero, inhalt, inhaltsverzeichnis, in dieser ausgabe, sommario, in questo numero, conteudo, obsah',
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

/** No name is longer, with its number, marks and emoji. */
const LONGEST = 48;

/** What kind of section a title announces. */
export function kindOfTitle(title: string): SectionKind {
  if (title.length > LONGEST) return 'prose';
  const kind = KINDS.get(foldTitle(title).replace(/^\d{1,3} (?=.)/, ''));
  return kind === undefined || kind === 'contents' ? 'prose' : kind;
}

/** The first words of what announces a table of contents, so that most titles need no closer look. */
const CONTENTS = new Set(
  [...KINDS].filter(([, kind]) => kind === 'contents').map(([name]) => name.split(' ')[0]),
);

/** `In this issue of our letter:` — a list below it names what follows, and has no takeaways. */
export function announcesContents(title: string): boolean {
  if (title.length > 120) return false;
  const words = foldTitle(title).split(' ');
  if (!CONTENTS.has(words[0])) return false;
  const isName = (length: number) => KINDS.get(words.slice(0, length).join(' ')) === 'contents';
  // A name of one or two words is all of a title; a longer one may go on.
  return words.some((_, i) => isName(i + 1) && (i > 1 || words.length === i + 1));
}

/** `¿Por qué importa?` -> `por que importa`; `Reference(s):` -> `reference s`. Same fold, same title. */
export function foldTitle(title: string): string {
  if (isAscii(title))
    return title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}
