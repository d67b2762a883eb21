import { foldTitle } from '../../briefing/text/vocabulary.ts';
import { safeUrl } from '../../briefing/text/links/safeUrl.ts';

/** The names of sections of news sites, in several languages. */
const SECTIONS = new Set(
  `news world international politics business economy economics markets finance money tech technology science health
  climate environment sport sports culture arts opinion lifestyle travel video videos latest live home index en us uk
  europe asia africa americas national local society education energy media
  noticias mundo internacional politica economia negocios tecnologia ciencia salud deportes cultura opinion espana
  actualite actualites monde politique economie sciences sante sports culture societe france
  nachrichten welt politik wirtschaft wissen wissenschaft gesundheit sport kultur meinung ausland inland deutschland
  mondo economia scienza salute esteri cronaca noticias brasil mundo esportes svet ekonomika nieuws economie wereld
  новости мир политика экономика новини світ економіка`
    .split(/\s+/)
    .filter(Boolean),
);

/** `/`, `/en`, `/index.html`: parts of a path that name only a language or the index page. */
const LANGUAGE = /^[a-z]{2}(?:-[a-z]{2,4})?$/i;
const INDEX = /^index\.\w{2,5}$/i;

/** Whether an address is the front page of a site or of one of its sections: `https://elpais.com/espana/`. */
export function isFrontPage(url: string): boolean {
  const parsed = safeUrl(url);
  if (!parsed || parsed.protocol === 'mailto:' || parsed.search !== '' || parsed.hash !== '') return false;
  const parts = parsed.pathname.split('/').filter((part) => part !== '' && !INDEX.test(part));
  const [first = ''] = parts;
  const sections = LANGUAGE.test(first) ? parts.slice(1) : parts;
  return (
    sections.length === 0 ||
    (sections.length <= 2 && sections.every((part) => SECTIONS.has(foldTitle(decodePart(part)))))
  );
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
