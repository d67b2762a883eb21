import type { Token } from 'markdown-it';
import { type Block, inlineTokens, nodesIn } from '../../blocks/document.ts';
import type { Range, Reference } from '../../model.ts';
import type { GivenSource } from '../../grammar/givenSources.ts';
import { isLinkOpen, linesOf, plainText, wordsOf } from '../../grammar/tokens.ts';
import { linksOf, type NamedLink } from '../../blocks/links.ts';
import { isList, isListOrTable, isTable } from '../../blocks/kinds.ts';
import { isLeadIn } from '../../items/stories.ts';
import { sourceRows } from '../../items/tableRows.ts';
import { isFullSentence, listsLinks } from '../../items/linksAsItems.ts';
import { isSite, KnownReferences } from './knownReferences.ts';
import type { CitationStyle } from './citationMarks.ts';
import { citesGlued } from './citations.ts';
import { entriesOf, withoutUnnumbered } from './referenceEntries.ts';
import { safeUrl } from '../../text/links/safeUrl.ts';
import { isReadMore } from '../../text/links/genericWords.ts';
import { type RunInSource, runInSources } from '../../items/runInSources.ts';
import { mayNameSources, opensSources } from '../../text/sourceLabels.ts';
import { addToGroup } from '../../../base/collections/groupBy.ts';
import { Finder } from '../../text/sourceText.ts';

/** A source as a reference section or a footnote names it, with the label that it can be cited by, if any. */
export interface Mention extends Reference {
  readonly label?: string;
  /** That label if the line has it among its words: `[1] Gazette`. */
  readonly mark?: string;
  /** The briefing's reference for it. */
  readonly reference: Reference;
}

/** Returns a source that a line names with the page beside it; undefined if there is none. */
export type PageOf = (source: RunInSource) => RunInSource | undefined;

/** Collects the references of one briefing. */
export class References {
  readonly #lines: readonly string[];
  readonly #known = new KnownReferences();
  readonly #byLabel = new Map<string, Reference>();
  /** The sources of a list in the metadata, if no other sources are numbered. */
  readonly #givenByLabel = new Map<string, Reference>();
  /** The label that each reference is cited by first. */
  readonly #citedAs = new Map<Reference, string>();
  readonly #runIn = new Map<Token, readonly Reference[]>();
  readonly #mentions: Mention[] = [];
  #style: CitationStyle = 'usual';
  #given: readonly Reference[] = [];
  /** The indices of the mentions on each line; made when all mentions are known. */
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

  /** Returns the reference that a citation points at: `2` for `[2]`, a footnote's label for `[^label]`. */
  cited(label: string): Reference | undefined {
    return this.#byLabel.get(label) ?? this.#givenByLabel.get(label);
  }

  /** Does the same for a citation in the text, and records the label for `labelOf`. */
  cite(label: string): Reference | undefined {
    const reference = this.cited(label);
    if (reference && !this.#citedAs.has(reference)) this.#citedAs.set(reference, label);
    return reference;
  }

  /** Returns the label that the text cites a reference by; undefined if it does not. */
  labelOf(reference: Reference): string | undefined {
    return this.#citedAs.get(reference);
  }

  /** The references that can be cited by a label. */
  get labelled(): readonly Reference[] {
    return [...new Set(this.#byLabel.values())];
  }

  /** Returns the sources that the reference sections in some lines name, repetitions included. `to` is exclusive. */
  mentionsIn(from: number, to: number): readonly Mention[] {
    this.#byLine ??= indicesByLine(this.#mentions);
    const found: number[] = [];
    for (let line = from; line < to; line++) for (const at of this.#byLine.get(line) ?? []) found.push(at);
    return found.sort((a, b) => a - b).flatMap((at) => this.#mentions[at] ?? []);
  }

  /** The ranges where a reference section names a source again. */
  get duplicates(): readonly Range[] {
    return this.#duplicates;
  }

  /** Whether any source can be cited by a number. */
  get numbered(): boolean {
    return this.#byLabel.size > 0;
  }

  /** How the text cites its numbered sources. */
  get style(): CitationStyle {
    return this.#style;
  }

  /** Finds out whether the words of the text cite with numbers behind the sentences; all sources are known. */
  detectStyle(text: readonly Block[]): void {
    if (this.#style !== 'usual' || this.#byLabel.size < 2) return;
    const cited = (label: string) => this.#byLabel.get(label);
    if (citesGlued(text, cited, this.labelled.length)) this.#style = 'glued';
  }

  /** Returns the reference that a link leads to. */
  linked(link: NamedLink): Reference | undefined {
    return this.#known.linked(link);
  }

  /**
   * Reads a reference section: each of its list items, rows and lines names one source, except for lines that
   * introduce a list and lines below a rule.
   */
  addSection(written: readonly Block[]): void {
    const blocks = withoutLeadIns(written);
    let paragraphs: Token[] = [];
    let isBelowSources = false;
    const flush = () => {
      this.#addLines(paragraphs, this.#mentions);
      paragraphs = [];
    };
    for (const [i, block] of blocks.entries()) {
      const { tokens } = block;
      if (isTable(block)) {
        flush();
        for (const { line, number } of sourceRows(block)) this.#addLines([line], this.#mentions, number);
        continue;
      }
      // The text below a rule says who made the briefing: `*Generated by Ann*`.
      if ((tokens[0]?.type === 'hr' && i > 0) || isGoodbye(block, blocks[i - 1])) isBelowSources = true;
      if (!tokens[0]?.type.endsWith('list_open')) {
        if (isBelowSources) continue;
        for (const inline of inlineTokens(tokens)) if (!isProse(inline)) paragraphs.push(inline);
        continue;
      }
      flush();
      const start = Number(tokens[0].attrGet('start') ?? 1);
      const isNumbered = tokens[0].type === 'ordered_list_open';
      nodesIn({ tokens }).forEach((item, i) => {
        if (isNumbered && /^\s*[(（]\d/.test(this.#lines[item[0]?.map?.[0] ?? -1] ?? ''))
          this.#style = 'rounds';
        this.#addLines(inlineTokens(item), this.#mentions, isNumbered ? String(start + i) : undefined);
      });
    }
    flush();
  }

  /** Adds the sources that a footnote names. A caret tells it apart from a numbered source with the same label. */
  addFootnote(label: string, note: Block): void {
    const mentions: Mention[] = [];
    this.#addLines(inlineTokens(note.tokens), mentions, this.#byLabel.has(label) ? caretLabel(label) : label);
    this.#noted.set(label, mentions);
  }

  /** Returns the label that a mark like `[^1]` cites its footnote by. */
  labelOfMark(label: string): string {
    const own = caretLabel(label);
    return this.#byLabel.has(own) ? own : label;
  }

  /** Returns the sources that a footnote names: usually one, which its label cites. */
  noted(label: string): readonly Mention[] {
    return this.#noted.get(label) ?? [];
  }

  /**
   * Adds the sources that lines like `Sources: A, B` name in the text, with or without links. `pageOf` gets the only
   * source that is named and returns it with the page beside it: `Source: A` and `Link: https://a.example`.
   */
  addRunIn(inline: Token, pageOf: PageOf): void {
    if (!mayNameSources(inline.content)) return;
    const finder = new Finder(this.#lines, inline.map);
    const named = linesOf(inline).flatMap(runInSources);
    const page = named.length === 1 && named[0] ? pageOf(named[0]) : undefined;
    const added = (page ? [page] : named).map(({ title, url, site }) =>
      url === undefined
        ? this.#known.addNamed(finder, title)
        : this.#known.add(finder, isAddressTitle(title) && hasSite(url) ? undefined : title, url, site),
    );
    if (added.length > 0) this.#runIn.set(inline, added);
  }

  /** Returns the sources that an inline token names in such lines (see `addRunIn`). */
  runIn(inline: Token): readonly Reference[] {
    return this.#runIn.get(inline) ?? [];
  }

  /**
   * Returns the sources of the only such line in the text, if the line begins with their label: they are sources of
   * the whole briefing. In the sections, from line `first` on, one or two sources on a line that ends a paragraph
   * apply only to that paragraph: `It stops.`, `Source: Gazette`. From the `second` section on, sources in an item
   * apply only to that story; in the first, the item may be part of the metadata of the whole.
   */
  onlyRunIn([first = Infinity, second = Infinity]: readonly number[]): readonly Reference[] {
    const [only, ...others] = this.#runIn;
    if (!only || others.length > 0) return [];
    const [inline, named] = only;
    const at = inline.map?.[0] ?? 0;
    if (at >= second && inline.level > 1) return [];
    const mayEnd = at < first || named.length > 2;
    return linesOf(inline).some((line, i) => (mayEnd || i === 0) && opensSources(plainText(line)))
      ? named
      : [];
  }

  /** The sources that only the metadata names: they are nowhere in the text. */
  get given(): readonly Reference[] {
    return this.#given;
  }

  /** Adds the sources that the metadata names for the whole text. */
  addGiven(sources: readonly GivenSource[]): readonly Reference[] {
    const listed = new Set(this.all.map(({ title }) => title));
    const given = sources.map(({ title, url, range }) => this.#known.add({ find: () => range }, title, url));
    this.#given = given.filter(({ title }) => !listed.has(title));
    if (!this.numbered)
      for (const [i, { label }] of sources.entries()) {
        const reference = given[i];
        if (label !== undefined && reference) this.#givenByLabel.set(label, reference);
      }
    return given;
  }

  /**
   * Adds the links of the text, except for those to known pages and listed sites. `site`: the site's name, if the
   * text has it.
   */
  addLinks({ map }: Token, links: readonly NamedLink[], site?: string): void {
    if (links.length === 0) return;
    const finder = new Finder(this.#lines, map);
    for (const link of links)
      if (!this.#known.knows(link) && !this.#listed.has(link.href)) this.#known.addLink(finder, link, site);
  }

  /** Adds the sources that lines name. Two lines may be one source: its title, then its site. */
  #addLines(inlines: readonly Token[], mentions: Mention[], label?: string): void {
    const lines = withoutUnnumbered(
      inlines.flatMap((inline) => {
        const finder = new Finder(this.#lines, inline.map);
        return linesOf(inline).flatMap((words, i) =>
          entriesOf(words).map((entry) => ({ finder, goesOn: i > 0, ...entry })),
        );
      }),
    );
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i];
      const below = lines[i + 1];
      if (!line || (line.title === undefined && line.url === undefined)) continue;
      const count = this.all.length;
      let added: Reference;
      const isBelow = below?.title === undefined && below?.url !== undefined && below.label === undefined;
      if (line.url === undefined && isBelow) {
        added = this.#known.add(line.finder, line.title, below.url);
        i++;
      } else {
        added = this.#known.add(line.finder, line.title, line.url, line.site);
      }
      if (added.url !== undefined) this.#listed.add(this.#known.href(added.url));
      const isKnown = this.all.length === count;
      const title = line.title ?? added.title;
      // A site alone may be named again for each of its pages.
      if (isKnown && added.url !== undefined && !isSite(this.#known.href(added.url)))
        this.#duplicates.push(line.finder.find(line.title ?? line.url ?? ''));
      const key = line.label ?? label;
      const place = isKnown ? { title, range: line.finder.find(title) } : {};
      const mark = line.label === undefined ? {} : { mark: line.label };
      mentions.push({
        ...added,
        ...place,
        ...(key !== undefined && { label: key }),
        ...mark,
        reference: added,
      });
      if (key !== undefined && !this.#byLabel.has(key)) this.#byLabel.set(key, added);
    }
  }
}

function caretLabel(label: string): string {
  return `^${label}`;
}

/** Whether a URL has a host; a mail address has none. */
function hasSite(url: string | undefined): boolean {
  return url !== undefined && (safeUrl(url)?.host ?? '') !== '';
}

/** Whether a title does not say what is there: `https://a.example/b`, `[1](…)`, `[Read more](…)`. */
function isAddressTitle(title: string): boolean {
  return !/\p{L}/u.test(title) || safeUrl(title) !== undefined || isReadMore(title);
}

function indicesByLine(mentions: readonly Mention[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [at, { range }] of mentions.entries()) addToGroup(found, range.start.line, at);
  return found;
}

/** Returns blocks without the lines that introduce a list of sources: `This issue is based on:`. */
function withoutLeadIns(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block, i) => {
    const below = blocks[i + 1];
    return !(below && isListOrTable(below) && isLeadIn(block));
  });
}

/** Whether a sentence without a link ends a list of links: `That is all for today!` */
function isGoodbye(block: Block, above: Block | undefined): boolean {
  return (
    above !== undefined &&
    isList(above) &&
    isFullSentence(block) &&
    !inlineTokens(block.tokens).some(({ children }) => children?.some(isLinkOpen)) &&
    listsLinks(above)
  );
}

/**
 * Whether lines are prose without links, such as thanks and explanations: they are hard-wrapped, and one continues
 * the sentence of the one above.
 */
function isProse(inline: Token): boolean {
  const lines = linesOf(inline);
  return (
    lines.slice(1).some(([first]) => first?.type === 'text' && /^[\p{Ll}']+[,;:]?\s/u.test(first.content)) &&
    linksOf(wordsOf(inline)).length === 0
  );
}
