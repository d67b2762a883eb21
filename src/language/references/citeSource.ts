import { joinFilled } from '../../base/joinFilled.ts';
import type { Briefing } from '../../briefing/model.ts';
import { isPlainText } from '../../briefing/plain/isPlainText.ts';
import { type SectionParts, type Structure, structureOf } from '../../briefing/structure/structure.ts';
import { isBlank } from '../../briefing/text/sourceText.ts';
import { sourceKey } from '../../briefing/text/links/sourceKey.ts';
import { escapeWithin, escapeWords, writeLink } from '../../briefing/write/writeMarkdown.ts';
import { endOfLine, endOfText, insertion, snippetText, type TextEdit } from '../textEdit.ts';
import { labelRange, type ReferenceEntry, type ReferenceList, referenceLists } from './referenceList.ts';

/** A source that can be cited. */
export interface CitableSource {
  readonly title: string;
  readonly url?: string;
}

/** The text of a citation to insert at a claim, and the other edits that it needs. */
export interface Citation {
  readonly text: string;
  /** The edits that add the source's entry, if the briefing does not list it yet. */
  readonly edits: readonly TextEdit[];
}

/** How the briefing cites its sources. */
type CitationStyle =
  | { readonly by: 'number'; readonly list: ReferenceList }
  | { readonly by: 'link' }
  /** The briefing has no sources yet. */
  | { readonly by: 'new' };

/** Cites a source as the briefing cites its others; undefined if the text is JSON or ends in an open code fence. */
export function citeSource(briefing: Briefing, source: CitableSource): Citation | undefined {
  return createCiter(briefing)(source);
}

/** Returns a function that does the same for many sources of one briefing: what they share is computed once. */
export function createCiter(briefing: Briefing): (source: CitableSource) => Citation | undefined {
  const structure = structureOf(briefing);
  const { document } = structure;
  if (document.json !== undefined || endsInCode(structure)) return () => undefined;
  const lists = referenceLists(structure);
  const findEntry = entryFinder(lists);
  const style = citationStyleOf(structure, lists);
  const isPlain = isPlainText(document.body);
  const entry = style.by === 'number' ? nextEntry(style.list, document.lines) : undefined;
  return (source) => {
    const existing = findEntry(source);
    if (existing?.label !== undefined) return { text: citationOf(existing), edits: [] };
    if (style.by === 'link') return { text: `(${linkTo(source)})`, edits: [] };
    const words = isPlain ? plainEntry(source) : linkTo(source);
    return entry?.(words) ?? { text: '[1]', edits: [newList(structure, words)] };
  };
}

/** Adds an entry for a label that is cited but not listed. `words`: a snippet. Also returns the label that it got. */
export function addEntry(
  briefing: Briefing,
  label: string,
  caret: string,
  words: string,
): { readonly label: string; readonly edit: TextEdit } | undefined {
  const structure = structureOf(briefing);
  const { document } = structure;
  if (document.json !== undefined || endsInCode(structure)) return undefined;
  const lists = referenceLists(structure);
  const style = citationStyleOf(structure, lists);
  if (caret === '^') {
    const text = `[^${snippetText(label)}]: ${words}`;
    const list = lists.find(([first]) => first?.form === 'footnote');
    const at = list ? endOfLine(document.lines, (list.at(-1)?.to ?? 1) - 1) : endOfText(document.lines);
    return { label, edit: { ...insertion(at, `\n${list ? '' : '\n'}${text}`), isSnippet: true } };
  }
  if (style.by !== 'number') return { label: '1', edit: { ...newList(structure, words), isSnippet: true } };
  const { list } = style;
  const last = list.at(-1);
  const free =
    last?.form === 'bracket' && !list.some((entry) => entry.label === label) ? label : nextLabel(list);
  const edit = last && entryAfter(last, free, document.lines, words);
  return edit && { label: free, edit: { ...edit, isSnippet: true } };
}

export function citationOf({ form, label = '' }: Pick<ReferenceEntry, 'form' | 'label'>): string {
  return form === 'footnote' ? `[^${label}]` : `[${label}]`;
}

/** Returns a function that finds the entry of a source, by its page, or by its title if it has none. */
export function entryFinder(
  lists: readonly ReferenceList[],
): (source: CitableSource) => ReferenceEntry | undefined {
  const found = new Map<number | string, ReferenceEntry>();
  for (const entry of lists.flat()) {
    for (const key of entry.mentions.map(sourceIdentity)) if (!found.has(key)) found.set(key, entry);
  }
  return (source) => found.get(sourceIdentity(source));
}

/** The identity of a source: its page, or its title if it has none. */
export function sourceIdentity({ title, url }: CitableSource): number | string {
  return (url === undefined ? undefined : sourceKey(url)) ?? `${title} ${url ?? ''}`;
}

function citationStyleOf({ sections, document }: Structure, lists: readonly ReferenceList[]): CitationStyle {
  const numbered = lists.find((list) => list.every(({ label }) => label !== undefined));
  if (numbered) return { by: 'number', list: numbered };
  const links = lists.length > 0 || sections.some(hasOwnLinks) || document.frontMatter.sources.length > 0;
  return { by: links ? 'link' : 'new' };
}

function hasOwnLinks({ blocks, sections }: SectionParts): boolean {
  return (
    blocks.some(({ takeaways }) =>
      takeaways.some(
        ({ ground }) => ground.hasOwnReferences && ground.references.some(({ url }) => url !== undefined),
      ),
    ) || sections.some(hasOwnLinks)
  );
}

export function linkTo({ title, url }: CitableSource): string {
  return url === undefined ? escapeWords(title) : `[${escapeWithin(title)}](${linkTarget(url)})`;
}

/** The address as an author would write it in a link, if possible; else in angle brackets. */
function linkTarget(url: string): string {
  return /[()<>\s\\]/.test(url) ? (/\((<.*>)\)$/.exec(writeLink(url, 'x'))?.[1] ?? `<${url}>`) : url;
}

export function plainEntry({ title, url }: CitableSource): string {
  return joinFilled([title, url], ' — ');
}

/** Returns a function that makes the next entry of a list. */
export function nextEntry(
  list: ReferenceList,
  lines: readonly string[],
): ((words: string) => Citation) | undefined {
  const last = list.at(-1);
  if (!last) return undefined;
  const label = nextLabel(list);
  const text = citationOf({ form: last.form, label });
  return (words) => ({ text, edits: [entryAfter(last, label, lines, words)] });
}

/** One more than the highest number in the list; names are ignored. */
function nextLabel(list: ReferenceList): string {
  const numbers = list.map(({ label }) => Number(label)).filter((one) => Number.isSafeInteger(one));
  return String(numbers.reduce((most, one) => Math.max(most, one), 0) + 1);
}

/** Adds an entry after another one, in the same form. */
function entryAfter(last: ReferenceEntry, label: string, lines: readonly string[], words: string): TextEdit {
  const line = lines[last.from] ?? '';
  const at = labelRange(last, lines);
  const before = line.slice(0, at?.start.character ?? 0);
  const separator = /^(?:[.)]\s+|\\?\]:?\s*)/.exec(line.slice(at?.end.character ?? 0))?.[0] ?? ' ';
  const written =
    last.form === 'ordered' && /^1[.)]\s/.test(line.slice(before.length)) && last.label !== '1' ? '1' : label;
  // Entries that are paragraphs of their own stay separate paragraphs.
  const gap = last.from > 1 && isBlank(lines[last.from - 1]) && line.startsWith('[') ? '\n\n' : '\n';
  return insertion(endOfLine(lines, last.to - 1), `${gap}${before}${written}${separator}${words}`);
}

/** Whether text added at the end would be code, because the last code fence is not closed. */
export function endsInCode({ document: { blocks, lines } }: Structure): boolean {
  const last = blocks.at(-1)?.tokens.findLast(({ type }) => type === 'fence');
  const close = last?.map ? (lines[last.map[1] - 1] ?? '') : '';
  return last !== undefined && !/^[\s>]*(?:`{3,}|~{3,})\s*$/.test(close);
}

/** Adds a list of sources at the end of the text. */
function newList(structure: Structure, words: string): TextEdit {
  const { lines, body } = structure.document;
  const level = structure.sections[0]?.node.heading ? structure.sections[0].node.level : 2;
  const heading = isPlainText(body) ? 'References\n\n[1] ' : `${'#'.repeat(level)} References\n\n1. `;
  return insertion(endOfText(lines), `\n\n${heading}${words}`);
}
