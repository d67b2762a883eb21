import { hasWord } from '../../../base/hasWord.ts';
import type { Token } from 'markdown-it';
import { tidy } from '../../../base/tidy.ts';
import { plainText } from '../../grammar/tokens.ts';
import { urlOfBareDomain } from '../../text/links/safeUrl.ts';
import { isGenericLabel } from '../../text/links/genericWords.ts';
import { numberAtStart } from './citationMarks.ts';
import { opensSources } from '../../text/sourceLabels.ts';
import { namesPart } from '../../text/partLabels.ts';
import { isMostlyDate } from '../../text/dates/date.ts';
import { describesTarget, linksOf } from '../../blocks/links.ts';

/** A source as a line of a reference section names it. */
export interface ReferenceEntry {
  readonly title?: string;
  readonly url?: string;
  readonly site?: string;
  /** The number that the line gives to the source: `[3] Title`. */
  readonly label?: string;
}

interface NamedLink {
  readonly url: string;
  readonly title: string;
  readonly hint: string | undefined;
}

/** Reads a line of a reference section: any of the parts of `[1] Title — Site https://…`, or several links. */
export function entriesOf(tokens: readonly Token[]): ReferenceEntry[] {
  const links = linksOf(tokens).map(({ url, inside, hint }) => ({ url, title: plainText(inside), hint }));
  const named = links.filter(({ title }) => describesTarget(title));
  const { label, ...entry } = entryOf(tokens, links[0]);
  const entries = named.length > 1 ? named.map(({ url, title }) => ({ url, title })) : [entry];
  return entries.map((one) => ({ ...one, ...(label !== undefined && { label }) }));
}

/** The part of a line that names a source; `goesOn`: its paragraph has begun above. */
interface EntryLine extends ReferenceEntry {
  readonly goesOn: boolean;
}

/**
 * Returns the lines of numbered sources. If the first line is numbered, `[1] Timetable of the`, the lines without a
 * number continue the one above, `harbour:` and `https://a.example`, or are not sources, such as a signature below
 * the last one.
 */
export function withoutUnnumbered<Line extends EntryLine>(lines: readonly Line[]): readonly Line[] {
  if (lines[0]?.label === undefined) return lines;
  const entries: Line[] = [];
  let isOther = false;
  for (const line of lines) {
    const last = entries.at(-1);
    if (!line.goesOn) isOther = line.label === undefined && line.title !== undefined;
    if (line.label !== undefined || (line.title === undefined && !isOther) || !last) entries.push(line);
    else if (line.url !== undefined && last.url === undefined && !isOther)
      entries.splice(-1, 1, { ...last, url: line.url });
  }
  return entries;
}

function entryOf(tokens: readonly Token[], link: NamedLink | undefined): ReferenceEntry {
  const text = plainText(tokens);
  const number = numberAtStart(text);
  const label = number.label === undefined ? {} : { label: number.label };
  const words = text.slice(number.length);
  if (!link) return { ...label, ...namedEntry(words) };
  const { title: linked } = link;
  const around = words.replace(linked, '\u0000');
  const [before = '', after = ''] = around.split('\u0000').map(trimJoints);
  if (!describesTarget(linked)) {
    const title = [before, withoutQuotes(after)].find(hasWord) ?? link.hint;
    return { ...label, url: link.url, ...(title !== undefined && { title }) };
  }
  // `[Title](url) — Site`: a short name after the link is the site's; so is one before it that a mark joins to it.
  const site = [after, joinedName(around, before)].find(mayNameSite);
  return { ...label, url: link.url, title: linked, ...(site !== undefined && { site }) };
}

/** Reads a source without a link: `Title — cgtn.com`, `cgtn.com`, or a name alone. */
function namedEntry(words: string): ReferenceEntry {
  const last = words.split(' ').at(-1) ?? '';
  const url = urlOfBareDomain(last.replace(/(?<![).,;])[).,;]+$/, '').replace(/^\(/, ''));
  if (url === undefined) {
    const title = words.replace(/(?<=\S)\s?[:：]$/, '');
    return title === '' ? {} : { title };
  }
  const title = trimJoints(words.slice(0, words.length - last.length));
  return { url, ...(hasWord(title) && { title }) };
}

/**
 * Removes from both ends the characters that join a title to its site: ` — `, `(`, `,`, `|`. A bracket stays if it
 * closes one in the title: `Ferry stops (late):`.
 */
function trimJoints(text: string): string {
  const words = tidy(text).replace(/^[\s\-–—:：|｜,，、(·]+/, '');
  const title = words.replace(/(?<![\s\-–—:：|｜,，、()·])[\s\-–—:：|｜,，、()·]+$/, '');
  const isOpen = title.lastIndexOf('(') > title.lastIndexOf(')');
  return isOpen && words[title.length] === ')' ? `${title})` : title;
}

/** Removes the quotes that Markdown writes around a title after an address: `[3]: https://a.example "Title"`. */
function withoutQuotes(text: string): string {
  return /^"([^"]+)"$/.exec(text)?.[1] ?? text;
}

/** The name before a link that a mark joins to it: `Reuters — [Title](url)`. `Source: ` and `Paper: ` are not names. */
function joinedName(around: string, before: string): string {
  const [written = ''] = around.split('\u0000');
  const isJoined = /[-—–:：|]$/u.test(written.trimEnd()) && /^[\p{Lu}\p{Lo}\p{N}]/u.test(before);
  const namesKind = isGenericLabel(before) || namesPart(before) || opensSources(`${before}:`);
  return isJoined && !namesKind && /\p{L}/u.test(before) ? before : '';
}

/** Whether words may name a site. A date does not. */
function mayNameSite(words: string): boolean {
  return words !== '' && words.length <= 40 && hasWord(words) && !isMostlyDate(words);
}
