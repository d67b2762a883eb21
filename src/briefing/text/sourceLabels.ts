import { kindOfTitle } from './vocabulary.ts';

/** A label before sources: `Fuentes:`. */
export const OPENING = /^[\s([*_]*([^:：]{2,30})[:：]\s*/;
/** The words that may announce sources at the beginning of a line; also in brackets, if they are not a link’s. */
const MAY_OPEN = /[\s(*_–—-]{0,9}(?:\[(?![^\]\n]*\]\())?(?:via\b|h\/t|hat tip|([^:：\n[\]]{2,30})[:：])/iy;
/** A name with any other character may have Markdown marks in it: only its tokens tell whether it names sources. */
const MAY_BE_MARKED = /[^a-z ()]/i;

/** A source in brackets, or after the end of a sentence. The colon of an address, as in `[…](https://…)`, announces nothing. */
const MAY_END = /(?:[(（]|[.!?]\s|[。！？])\s*(?:via\s|\p{L}[\p{L} ]{1,29}[:：](?!\/\/))/u;

/** Whether a line of a text's source may name sources: a cheap first check, since most do not. */
export function mayNameSources(source: string): boolean {
  if (mayAnnounce(source) && MAY_END.test(source)) return true;
  for (let start = 0, end = 0; end >= 0; start = end + 1) {
    if (mayOpen(source, start)) return true;
    end = source.indexOf('\n', start);
  }
  return false;
}

/** Whether the line that begins at `start` may begin with words that announce sources. */
function mayOpen(source: string, start: number): boolean {
  MAY_OPEN.lastIndex = start;
  const found = MAY_OPEN.exec(source);
  if (!found) return false;
  const [, name] = found;
  return name === undefined || MAY_BE_MARKED.test(name) || kindOfTitle(name) === 'references';
}

/** Whether there is a colon that is not an address's, or `via`. {@link MAY_END} needs one of them, and is slower. */
function mayAnnounce(source: string): boolean {
  for (let at = source.indexOf(':'); at >= 0; at = source.indexOf(':', at + 1))
    if (!source.startsWith('//', at + 1)) return true;
  return source.includes('via') || source.includes('：');
}

/** Whether a line begins as one that names its sources: `Source: cgtn.com`. */
export function opensSources(text: string): boolean {
  const name = OPENING.exec(text.slice(0, 40))?.[1];
  return name !== undefined && kindOfTitle(name) === 'references';
}
