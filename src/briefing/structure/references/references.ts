import type { Token } from 'markdown-it';
import { type Block, inlineTokens, topLevelNodes } from '../../blocks/document.ts';
import type { Range, Reference } from '../../model.ts';
import type { GivenSource } from '../../grammar/givenSources.ts';
import { linesOf, plainText } from '../../grammar/tokens.ts';
import { linksOf, type NamedLink } from '../../blocks/links.ts';
import { isLeadIn } from '../../items/stories.ts';
import { isTable, sourceRows } from '../../items/tableRows.ts';
import { holdsItems } from '../../items/takeaways.ts';
import { isSite, KnownReferences } from './knownReferences.ts';
import { entriesOf } from './referenceEntries.ts';
import { safeUrl } from '../../text/links/safeUrl.ts';
import { mayNameSources, opensSources, type RunInSource, runInSources } from '../../plain/runInSources.ts';
import { Finder } from '../../text/sourceText.ts';

/** A source where a reference section names it; its label, where it can be cited by one. */
export interface Mention extends Reference {
  readonly label?: string;
  /** The one of the briefing's references that it is. */
  readonly reference: Reference;
}

/** The references of one briefing as they are found. */
export class References {
  readonly #lines: readonly string[];
  readonly #known = new KnownReferences();
  readonly #byLabel = new Map<string, Reference>();
  /** By what is cited, the label that it is cited by first. */
  readonly #citedAs = new Map<Reference, string>();
  readonly #runIn = new Map<Token, readonly Reference[]>();
  readonly #mentions: Mention[] = [];
  #given: readonly Reference[] = [];
  /** Where the mentions of each line are; made when all of them are there. */
  #byLine: ReadonlyMap<number, readonly number[]> | undefined;
  readonly #noted = new Map<string, readonly Mention[]>();
  readonly #duplicates: Range[] = [];
  /** The addresses that reference sections and footnotes name. */
  readonly #listed = new Set<string>();

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  get all(): readonly Reference[] {
    return this.#known.all;
  }

  /** What a citation points at: `2` for `[2]`, a footnote's label for `[^label]`. */
  cited(label: string): Reference | undefined {
    return this.#byLabel.get(label);
  }

  /** The same, as the text does. */
  cite(label: string): Reference | undefined {
    const reference = this.cited(label);
    if (reference && !this.#citedAs.has(reference)) this.#citedAs.set(reference, label);
    return reference;
  }

  /** The label that the text cites a reference by; undefined where it does not. */
  labelOf(reference: Reference): string | undefined {
    return this.#citedAs.get(reference);
  }

  /** Those that can be cited by a label. */
  get labelled(): readonly Reference[] {
    return [...new Set(this.#byLabel.values())];
  }

  /** What the reference sections in some lines name, each time that they do. */
  mentionsIn(from: number, to: number): readonly Mention[] {
    this.#byLine ??= indicesByLine(this.#mentions);
    const found: number[] = [];
    for (let line = from; line < to; line++) for (const at of this.#byLine.get(line) ?? []) found.push(at);
    return found.sort((a, b) => a - b).flatMap((at) => this.#mentions[at] ?? []);
  }

  /** Where a reference section names a source again. */
  get duplicates(): readonly Range[] {
    return this.#duplicates;
  }

  /** Whether any source can be cited by a number. */
  get numbered(): boolean {
    return this.#byLabel.size > 0;
  }

  /** What a link leads to. */
  linked(link: NamedLink): Reference | undefined {
    return this.#known.linked(link);
  }

  /**
   * Reads a reference section: each of its list items, rows and lines names one source; not what introduces a list of them,
   * nor what a rule parts from one: the text's own end.
   */
  addSection(written: readonly Block[]): void {
    const blocks = withoutFrame(written);
    let paragraphs: Token[] = [];
    const flush = () => {
      this.#addLines(paragraphs, this.#mentions);
      paragraphs = [];
    };
    for (const block of blocks) {
      const { tokens } = block;
      if (isTable(block)) {
        flush();
        for (const { line, number } of sourceRows(block)) this.#addLines([line], this.#mentions, number);
        continue;
      }
      if (!tokens[0]?.type.endsWith('list_open')) {
        for (const inline of inlineTokens(tokens)) if (!isProse(inline)) paragraphs.push(inline);
        continue;
      }
      flush();
      const start = Number(tokens[0].attrGet('start') ?? 1);
      const isNumbered = tokens[0].type === 'ordered_list_open';
      topLevelNodes(tokens.slice(1, -1)).forEach((item, i) => {
        this.#addLines(inlineTokens(item), this.#mentions, isNumbered ? String(start + i) : undefined);
      });
    }
    flush();
  }

  addFootnote(label: string, note: Block): void {
    const mentions: Mention[] = [];
    this.#addLines(inlineTokens(note.tokens), mentions, label);
    this.#noted.set(label, mentions);
  }

  /** What a footnote names: as a rule one source, which its label cites. */
  noted(label: string): readonly Mention[] {
    return this.#noted.get(label) ?? [];
  }

  /**
   * Adds the sources that lines like `Sources: A, B` name in the text, with links or without. `pageOf`: what the one that
   * is named alone has beside it, `Source: A` and `Link: https://a.example`.
   */
  addRunIn(inline: Token, pageOf: (source: RunInSource) => RunInSource | undefined): void {
    if (!mayNameSources(inline.content)) return;
    const finder = new Finder(this.#lines, inline.map);
    const named = linesOf(inline).flatMap(runInSources);
    const page = named.length === 1 && named[0] ? pageOf(named[0]) : undefined;
    const added = (page ? [page] : named).map(({ title, url, site }) =>
      url === undefined
        ? this.#known.addNamed(finder, title)
        : this.#known.add(finder, hasSite(url) && isAddress(title) ? undefined : title, url, site),
    );
    if (added.length > 0) this.#runIn.set(inline, added);
  }

  /** Those that an inline token names in such a line. */
  runIn(inline: Token): readonly Reference[] {
    return this.#runIn.get(inline) ?? [];
  }

  /**
   * The sources of the one such line that there is, where it begins with their name: they are the whole briefing's. Inside of
   * the sections, from `end` on, not one or two of a line that ends a paragraph: `It stops.`, `Source: Gazette`.
   */
  onlyRunIn(end: number): readonly Reference[] {
    const [first, ...others] = this.#runIn;
    if (!first || others.length > 0) return [];
    const [inline, named] = first;
    const mayEnd = (inline.map?.[0] ?? 0) < end || named.length > 2;
    return linesOf(inline).some((line, i) => (mayEnd || i === 0) && opensSources(plainText(line)))
      ? named
      : [];
  }

  /** Those that only the metadata name: they stand nowhere in the text. */
  get given(): readonly Reference[] {
    return this.#given;
  }

  /** Adds what the metadata names: sources of the whole text. */
  addGiven(sources: readonly GivenSource[]): readonly Reference[] {
    const listed = new Set(this.all.map(({ title }) => title));
    const given = sources.map(({ title, url, range }) => this.#known.add({ find: () => range }, title, url));
    this.#given = given.filter(({ title }) => !listed.has(title));
    return given;
  }

  /** Adds what the text links to; a page that is known already, and a site that is listed, stays as it is. */
  addLinks({ map }: Token, links: readonly NamedLink[], site?: string): void {
    if (links.length === 0) return;
    const finder = new Finder(this.#lines, map);
    for (const link of links)
      if (!this.#known.knows(link) && !this.#listed.has(link.href)) this.#known.addLink(finder, link, site);
  }

  /** Lines that follow each other may be one source: its title, then its site. */
  #addLines(inlines: readonly Token[], mentions: Mention[], label?: string): void {
    const lines = inlines.flatMap((inline) => {
      const finder = new Finder(this.#lines, inline.map);
      return linesOf(inline).flatMap((words) => entriesOf(words).map((entry) => ({ finder, ...entry })));
    });
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i];
      const below = lines[i + 1];
      if (!line || (line.title === undefined && line.url === undefined)) continue;
      const count = this.all.length;
      let added: Reference;
      if (line.url === undefined && below?.title === undefined && below?.url !== undefined) {
        added = this.#known.add(line.finder, line.title, below.url);
        i++;
      } else {
        added = this.#known.add(line.finder, line.title, line.url, line.site);
      }
      if (added.url !== undefined) this.#listed.add(this.#known.href(added.url));
      const isKnown = this.all.length === count;
      const title = line.title ?? added.title;
      // Many pages of one site may be named by the site alone.
      if (isKnown && added.url !== undefined && !isSite(this.#known.href(added.url)))
        this.#duplicates.push(line.finder.find(line.title ?? line.url ?? ''));
      const key = line.label ?? label;
      const place = isKnown ? { title, range: line.finder.find(title) } : {};
      mentions.push({ ...added, ...place, ...(key !== undefined && { label: key }), reference: added });
      if (key !== undefined && !this.#byLabel.has(key)) this.#byLabel.set(key, added);
    }
  }
}

/** A letter's address has none to go by. */
function hasSite(url: string | undefined): boolean {
  return url !== undefined && (safeUrl(url)?.host ?? '') !== '';
}

/** `https://a.example/b`, `[1](…)`: it says nothing of what is there. */
function isAddress(title: string): boolean {
  return !/\p{L}/u.test(title) || safeUrl(title) !== undefined;
}

function indicesByLine(mentions: readonly Mention[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [at, { range }] of mentions.entries()) {
    const { line } = range.start;
    const there = found.get(line);
    if (there) there.push(at);
    else found.set(line, [at]);
  }
  return found;
}

function withoutFrame(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(holdsItems);
  if (first < 0) return blocks;
  const end = blocks.findIndex(({ tokens }, i) => i > first && tokens[0]?.type === 'hr');
  return blocks.filter((block, i) => {
    const below = blocks[i + 1];
    const isBelowRule = end >= 0 && i > end && !holdsItems(block);
    return !isBelowRule && !(below && holdsItems(below) && isLeadIn(block));
  });
}

/** Thanks and explanations, wrapped by hand: one of the lines goes on with what the one above began. */
function isProse(inline: Token): boolean {
  const lines = linesOf(inline);
  return (
    lines.slice(1).some(([first]) => first?.type === 'text' && /^[\p{Ll}']+[,;:]?\s/u.test(first.content)) &&
    linksOf(inline.children ?? []).length === 0
  );
}
