import type { Token } from 'markdown-it';
import { type Block, topLevelNodes } from './document.ts';
import type { Range, Reference } from './model.ts';
import { plainText, tidy } from './plainTokens.ts';
import { safeUrl, siteOf, urlOfBareDomain } from './safeUrl.ts';
import { runInSources } from './runInSources.ts';
import { inlineTokens } from './sections.ts';
import { Finder } from './sourceText.ts';
import { linesOf } from './tokens.ts';

/** The references of one briefing as they are found. A URL is held once: the first to name it gives its title. */
export class References {
  readonly #lines: readonly string[];
  readonly #all: Reference[] = [];
  readonly #byUrl = new Map<string, Reference>();
  readonly #byLabel = new Map<string, Reference>();
  readonly #runIn = new Map<Token, readonly Reference[]>();
  readonly #duplicates: Range[] = [];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  get all(): readonly Reference[] {
    return this.#all;
  }

  /** What a citation points at: `2` for `[2]`, a footnote's label for `[^label]`. */
  cited(label: string): Reference | undefined {
    return this.#byLabel.get(label);
  }

  /** Those that can be cited by a label. */
  get labelled(): readonly Reference[] {
    return [...new Set(this.#byLabel.values())];
  }

  /** The first label that a reference can be cited by. */
  labelOf(reference: Reference): string | undefined {
    return [...this.#byLabel].find(([, found]) => found === reference)?.[0];
  }

  /** Where a reference section names a source again. */
  get duplicates(): readonly Range[] {
    return this.#duplicates;
  }

  /** Whether any source can be cited by a number. */
  get numbered(): boolean {
    return this.#byLabel.size > 0;
  }

  linked(url: string): Reference | undefined {
    return this.#byUrl.get(safeUrl(url)?.href ?? '');
  }

  /** Reads a reference section: each of its list items and lines names one source. */
  addSection(blocks: readonly Block[]): void {
    let paragraphs: Token[] = [];
    const flush = () => {
      this.#addLines(paragraphs);
      paragraphs = [];
    };
    for (const { tokens } of blocks) {
      if (!tokens[0]?.type.endsWith('list_open')) {
        paragraphs.push(...inlineTokens(tokens));
        continue;
      }
      flush();
      const start = Number(tokens[0].attrGet('start') ?? 1);
      topLevelNodes(tokens.slice(1, -1)).forEach((item, i) => {
        this.#addLines(inlineTokens(item), String(start + i));
      });
    }
    flush();
  }

  addFootnote(label: string, note: Block): void {
    this.#addLines(inlineTokens(note.tokens), label);
  }

  /** Adds the sources that lines like `Sources: A, B` name in the text, with links or without. */
  addRunIn(inline: Token): void {
    const finder = new Finder(this.#lines, inline.map);
    const added = linesOf(inline)
      .flatMap(runInSources)
      .map(({ title, url }) => this.#add(finder, title, url));
    if (added.length > 0) this.#runIn.set(inline, added);
  }

  /** Those that an inline token names in such a line. */
  runIn(inline: Token): readonly Reference[] {
    return this.#runIn.get(inline) ?? [];
  }

  /** The sources of the one such line that there is: they are the whole briefing's. */
  get onlyRunIn(): readonly Reference[] {
    const [first = [], ...others] = this.#runIn.values();
    return others.length === 0 ? first : [];
  }

  /** Adds what the text links to; a target that is known already stays as it is. */
  addLinks(inline: Token): void {
    const finder = new Finder(this.#lines, inline.map);
    for (const { url, words, hint } of linksOf(inline.children ?? [])) {
      // `[1](https://…)` and a bare address say nothing of what is there.
      const named = isName(words) || isSite(words, url) ? words : hint;
      this.#add(finder, named, url);
    }
  }

  /** Lines that follow each other may be one source: its title, then its site. */
  #addLines(inlines: readonly Token[], label?: string): void {
    const lines = inlines.flatMap((inline) => {
      const finder = new Finder(this.#lines, inline.map);
      return linesOf(inline).flatMap((words) => entriesOf(words).map((entry) => ({ finder, ...entry })));
    });
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i];
      const below = lines[i + 1];
      if (!line || (line.title === undefined && line.url === undefined)) continue;
      const count = this.#all.length;
      let added: Reference;
      if (line.url === undefined && below?.title === undefined && below?.url !== undefined) {
        added = this.#add(line.finder, line.title, below.url);
        i++;
      } else {
        added = this.#add(line.finder, line.title, line.url, line.site);
      }
      const isKnown = this.#all.length === count;
      // Many pages of one site may be named by the site alone.
      if (isKnown && added.url !== undefined && !/^https?:\/\/[^/]+\/?$/.test(added.url))
        this.#duplicates.push(line.finder.find(line.title ?? line.url ?? ''));
      const key = line.label ?? label;
      if (key !== undefined && !this.#byLabel.has(key)) this.#byLabel.set(key, added);
    }
  }

  #add(finder: Finder, title: string | undefined, url: string | undefined, site?: string): Reference {
    const known = url === undefined ? undefined : this.linked(url);
    if (known) return known;
    const host = url === undefined ? undefined : siteOf(url);
    const shown = site ?? host;
    const words = title ?? host ?? url ?? '';
    const reference: Reference = {
      title: words,
      ...(url !== undefined && { url }),
      ...(shown !== undefined && { site: shown }),
      range: finder.find(title ?? url ?? ''),
    };
    this.#all.push(reference);
    if (url !== undefined) this.#byUrl.set(safeUrl(url)?.href ?? '', reference);
    return reference;
  }
}

interface Entry {
  readonly title?: string;
  readonly url?: string;
  readonly site?: string;
  /** The number that it gives itself: `[3] Title`. */
  readonly label?: string;
}

/** One line of a reference section: `[1] Title — Site https://…`, in whichever parts it has; or several links. */
function entriesOf(tokens: readonly Token[]): Entry[] {
  const links = linksOf(tokens).filter(({ words }) => isName(words));
  const { label, ...entry } = entryOf(tokens);
  const entries = links.length > 1 ? links.map(({ url, words }) => ({ url, title: words })) : [entry];
  return entries.map((one) => ({ ...one, ...(label !== undefined && { label }) }));
}

function entryOf(tokens: readonly Token[]): Entry {
  const text = plainText(tokens);
  const number = /^\[(\d{1,3})\]\s*/.exec(text);
  const label = number?.[1] === undefined ? {} : { label: number[1] };
  const words = text.slice(number?.[0].length ?? 0);
  const link = linksOf(tokens)[0];
  if (!link) return { ...label, ...namedEntry(words) };
  const around = words.replace(link.words, '\u0000');
  const [before = '', behind = ''] = around.split('\u0000').map(trimJoints);
  if (!isName(link.words)) {
    const title = before || behind || link.hint;
    return { ...label, url: link.url, ...(title !== undefined && { title }) };
  }
  // `[Title](url) — Site`: a short name behind the link is the site's.
  const site = behind !== '' && behind.length <= 40 ? { site: behind } : {};
  return { ...label, url: link.url, title: link.words, ...site };
}

/** A source without a link: `Title — cgtn.com`, `cgtn.com`, or a name alone. */
function namedEntry(words: string): Entry {
  const last = words.split(' ').at(-1) ?? '';
  const url = urlOfBareDomain(last.replace(/[).,;]+$/, '').replace(/^\(/, ''));
  if (url === undefined) return words === '' ? {} : { title: words };
  const title = trimJoints(words.slice(0, words.length - last.length));
  return { url, ...(title !== '' && { title }) };
}

/** What joins a title to its site, at either end: ` — `, `(`, `,`, `|`. */
function trimJoints(text: string): string {
  return tidy(text).replace(/^[\s\-–—:|,(·]+|[\s\-–—:|,()·]+$/g, '');
}

interface Link {
  readonly url: string;
  readonly words: string;
  /** The title of the Markdown link: `[1]: https://… "Title"`. */
  readonly hint?: string;
}

/** The live links among inline tokens. Links do not nest. */
export function linksOf(tokens: readonly Token[]): Link[] {
  const links: Link[] = [];
  let open: { token: Token; at: number } | undefined;
  tokens.forEach((token, at) => {
    if (token.type === 'link_open') open = { token, at };
    if (token.type !== 'link_close' || !open) return;
    const hint = open.token.attrGet('title');
    links.push({
      url: String(open.token.attrGet('href')),
      words: plainText(tokens.slice(open.at + 1, at)),
      ...(hint !== null && { hint: tidy(String(hint)) }),
    });
    open = undefined;
  });
  return links;
}

/** `BitcoinProblems.org` for what is there: as its owner writes it. */
function isSite(words: string, url: string): boolean {
  return words.toLowerCase() === siteOf(url);
}

/** Words that say what is there, where an address or a number does not. */
function isName(words: string): boolean {
  return /\p{L}/u.test(words) && safeUrl(words) === undefined && urlOfBareDomain(words) === undefined;
}
