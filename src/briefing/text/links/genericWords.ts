import { foldTitle, kindOfTitle, namesIn } from '../vocabulary.ts';

/** Words of links that only say that there is more to read, beside the names of sources. */
const LEADING = namesIn([
  'more, here, original, website, url, read, view, details, full text, source link, continue reading',
  '続きを読む, 詳細, 元記事',
  'leer mas, enlace, mas informacion, lire la suite, lien, en savoir plus, weiterlesen, mehr, voir, lire',
  'leggi, leggi di piu, link originale, ler mais, lees meer, artikel, zum artikel, czytaj dalej',
  '原文, 阅读原文, 查看原文, 阅读更多, 查看详情, 详情, 全文, 원문, 더보기, 자세히',
  'читать далее, подробнее, ссылка, اقرأ المزيد, और पढ़ें',
  'click here, click, this, this link, read on, read it, see more, open, web, go deeper, dig deeper, keep reading',
  'aqui, mas, ver mas, ici, cliquez ici, hier, mehr lesen, qui, leggi tutto, leia mais, saiba mais, saber mais, meer, zde, vice, zrodlo',
  '查看, 查看更多, 檢視, 連結, 原文連結, 閱讀原文, 閱讀更多, 詳情, 詳しく見る, 元の記事, 원본, 원문 보기, 기사 보기',
  'оригинал, первоисточник, читать, читать полностью, оригінал, zum original, ver original, voir l original',
  'view on github, ver en github, ver no github, voir sur github, auf github ansehen, zobacz, bekijk, bekijken, bekijk bron',
  'bağlantı, devamını oku, haberin devamı, xem thêm, đọc thêm, liên kết, tautan, selengkapnya',
  'baca selengkapnya, लिंक, मूल लेख, الرابط, رابط, للمزيد, קישור, קרא עוד',
  'läs mer, læs mere, les mer, lue lisää, číst více, číst dál, citește mai mult, llegeix més, bővebben, περισσότερα',
  'ادامه مطلب, بیشتر بخوانید, لینک, อ่านต่อ, อ่านเพิ่มเติม, ลิงก์, länk, lenke, linkki, odkaz',
  'wiecej, czytaj, tut, здесь, тут, посилання, детальніше, читати далі, 点击这里, こちら',
]);

/** `Read the full article`, `original source`, in English. */
const WHOLE =
  /^(?:(?:read|view|see|open) )?(?:the )?(?:full |original )?(?:article|story|post|source|link)$|^(?:read|view|see|open) (?:the )?(?:full )?(?:report|archive|rest)$/;

/** Words that name the kind of thing that a link leads to. */
const KINDS = namesIn([
  'via, read paper, read the paper, abstract, arxiv, 論文, 论文, 论文链接, 项目地址, 논문, 토론',
  'paper, code, repo, repository, github, pdf, demo, blog, discussion, comments, thread, announcement, tweet, video',
  'release notes, changelog, full changelog, compare, diff, docs, documentation, press release',
]);

/** All of these are shorter, even with marks around them. In UTF-16 units. */
const MAX_LENGTH = 60;

/** Whether the words of a link only say that there is more to read: `Read more`, `原文`. */
export function isReadMore(words: string): boolean {
  if (words.length > MAX_LENGTH) return false;
  const folded = foldTitle(words);
  return LEADING.has(folded) || WHOLE.test(folded) || kindOfTitle(words) === 'references';
}

/** Whether words before or in a link only name the kind of thing that it leads to: `Paper`, `Read more`. */
export function isGenericLabel(words: string): boolean {
  return isReadMore(words) || (words.length <= MAX_LENGTH && KINDS.has(foldTitle(words)));
}
