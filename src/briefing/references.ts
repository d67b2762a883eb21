import type { Token } from 'markdown-it';
import { type Block, inlineTokens, topLevelNodes } from './document.ts';
import type { Range, Reference } from './model.ts';
import { plainText, tidy } from './plainTokens.ts';
import { safeUrl, siteOf, urlOfBareDomain } from './safeUrl.ts';
import { mayNameSources, runInSources } from './runInSources.ts';
import { Finder } from './sourceText.ts';
import { linesOf } from './tokens.ts';

/** A source where a reference section names it; its label, where it can be cited by one. */
export interface Mention extends Reference {
  readonly label?: string;
  /** The one of the briefing's references that it is. */
  readonly reference: Reference;
}

/** The references of one briefing as they are found. A URL is held once: the first to name it gives its title. */
export class References {
  readonly #lines: readonly string[];
  readonly #all: Reference[] = [];
  readonly #hrefs = new Map<string, string>();
  readonly #byUrl = new Map<string, Reference>();
  readonly #byLabel = new Map<string, Reference>();
  readonly #runIn = new Map<Token, readonly Reference[]>();
  readonly #mentions: Mention[] = [];
  readonly #noted = new Map<string, readonly Mention[]>();
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

  /** What reference sections name, each time that they do. */
  get mentions(): readonly Mention[] {
    return this.#mentions;
  }

  /** Where a reference section names a source again. */
  get duplicates(): readonly Range[] {
    return this.#duplicates;
  }

  /** Whether any source can be cited by a number. */
  get numbered(): boolean {
    return this.#byLabel.size > 0;
  }

  /** What a link leads to, by its URL as a browser spells it. */
  linked(href: string): Reference | undefined {
    return this.#byUrl.get(href);
  }

  /** The URL as a browser spells it: the same page, the same reference. '' for what must not be live. */
  #href(url: string): string {
    const known = this.#hrefs.get(url);
    if (known !== undefined) return known;
    const href = safeUrl(url)?.href ?? '';
    this.#hrefs.set(url, href);
    return href;
  }

  /** Reads a reference section: each of its list items and lines names one source. */
  addSection(blocks: readonly Block[]): void {
    let paragraphs: Token[] = [];
    const flush = () => {
      this.#addLines(paragraphs, this.#mentions);
      paragraphs = [];
    };
    for (const { tokens } of blocks) {
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

  /** Adds the sources that lines like `Sources: A, B` name in the text, with links or without. */
  addRunIn(inline: Token): void {
    if (!mayNameSources(inline.content)) return;
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
    for (const { url, href, host, inside, hint } of linksOf(inline.children ?? [])) {
      if (this.#byUrl.has(href)) continue;
      const words = plainText(inside);
      // `[1](https://…)` and a bare address say nothing of what is there.
      const named = isName(words) || words.toLowerCase() === host ? words : hint;
      this.#hrefs.set(url, href);
      this.#add(finder, named, url, host);
    }
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
      const count = this.#all.length;
      let added: Reference;
      if (line.url === undefined && below?.title === undefined && below?.url !== undefined) {
        added = this.#add(line.finder, line.title, below.url);
        i++;
      } else {
        added = this.#add(line.finder, line.title, line.url, line.site);
      }
      const isKnown = this.#all.length === count;
      const title = line.title ?? added.title;
      // Many pages of one site may be named by the site alone.
      if (isKnown && added.url !== undefined && !/^https?:\/\/[^/]+\/?$/.test(added.url))
        this.#duplicates.push(line.finder.find(line.title ?? line.url ?? ''));
      const key = line.label ?? label;
      const place = isKnown ? { title, range: line.finder.find(title) } : {};
      mentions.push({ ...added, ...place, ...(key !== undefined && { label: key }), reference: added });
      if (key !== undefined && !this.#byLabel.has(key)) this.#byLabel.set(key, added);
    }
  }

  #add(finder: Finder, title: string | undefined, url: string | undefined, site?: string): Reference {
    const known = url === undefined ? undefined : this.linked(this.#href(url));
    if (known) return known;
    const shown = site ?? (url === undefined ? undefined : siteOf(url));
    const words = title ?? shown ?? url ?? '';
    const reference: Reference = {
      title: words,
      ...(url !== undefined && { url }),
      ...(shown !== undefined && { site: shown }),
      range: finder.find(title ?? url ?? ''),
    };
    this.#all.push(reference);
    if (url !== undefined) this.#byUrl.set(this.#href(url), reference);
    return reference;
  }
}

/** Thanks and explanations, wrapped by hand: one of the lines goes on with what the one above began. */
function isProse(inline: Token): boolean {
  const lines = linesOf(inline);
  return (
    lines.slice(1).some(([first]) => first?.type === 'text' && /^[\p{Ll}']+[,;:]?\s/u.test(first.content)) &&
    linksOf(inline.children ?? []).length === 0
  );
}

interface Entry {
  readonly title?: string;
  readonly url?: string;
  readonly site?: string;
  /** The number that it gives itself: `[3] Title`. */
  readonly label?: string;
}

interface NamedLink {
  readonly url: string;
  readonly title: string;
  readonly hint: string | undefined;
}

/** One line of a reference section: `[1] Title — Site https://…`, in whichever parts it has; or several links. */
function entriesOf(tokens: readonly Token[]): Entry[] {
  const links = linksOf(tokens).map(({ url, inside, hint }) => ({ url, title: plainText(inside), hint }));
  const named = links.filter(({ title }) => isName(title));
  const { label, ...entry } = entryOf(tokens, links[0]);
  const entries = named.length > 1 ? named.map(({ url, title }) => ({ url, title })) : [entry];
  return entries.map((one) => ({ ...one, ...(label !== undefined && { label }) }));
}

function entryOf(tokens: readonly Token[], link: NamedLink | undefined): Entry {
  const text = plainText(tokens);
  const number = /^\[(\d{1,3})\]\s*/.exec(text);
  const label = number?.[1] === undefined ? {} : { label: number[1] };
  const words = text.slice(number?.[0].length ?? 0);
  if (!link) return { ...label, ...namedEntry(words) };
  const { title: linked } = link;
  const around = words.replace(linked, '\u0000');
  const [before = '', behind = ''] = around.split('\u0000').map(trimJoints);
  if (!isName(linked)) {
    const title = [before, behind].find(hasLetters) ?? link.hint;
    return { ...label, url: link.url, ...(title !== undefined && { title }) };
  }
  // `[Title](url) — Site`: a short name behind the link is the site's.
  const site = behind !== '' && behind.length <= 40 ? { site: behind } : {};
  return { ...label, url: link.url, title: linked, ...site };
}

/** A source without a link: `Title — cgtn.com`, `cgtn.com`, or a name alone. */
function namedEntry(words: string): Entry {
  const last = words.split(' ').at(-1) ?? '';
  const url = urlOfBareDomain(last.replace(/[).,;]+$/, '').replace(/^\(/, ''));
  if (url === undefined) return words === '' ? {} : { title: words };
  const title = trimJoints(words.slice(0, words.length - last.length));
  return { url, ...(hasLetters(title) && { title }) };
}

/** What joins a title to its site, at either end: ` — `, `(`, `,`, `|`. */
function trimJoints(text: string): string {
  return tidy(text).replace(/^[\s\-–—:|,(·]+|[\s\-–—:|,()·]+$/g, '');
}

export interface Link {
  /** As it is written, and as a browser spells it. */
  readonly url: string;
  readonly href: string;
  readonly host: string | undefined;
  readonly inside: readonly Token[];
  /** The title of the Markdown link: `[1]: https://… "Title"`. */
  readonly hint?: string;
}

/** What the grammar has kept of a link's URL, so that it is parsed once. */
function hrefOf({ meta }: Token): Pick<Link, 'href' | 'host'> {
  const { href, site } = meta as { readonly href: string; readonly site: string | undefined };
  return { href, host: site };
}

/** The live links among inline tokens. Links do not nest. */
export function linksOf(tokens: readonly Token[]): Link[] {
  const links: Link[] = [];
  let open: { token: Token; at: number } | undefined;
  tokens.forEach((token, at) => {
    if (token.type === 'link_open') open = { token, at };
    if (token.type !== 'link_close' || !open) return;
    const hint = tidy(String(open.token.attrGet('title') ?? ''));
    links.push({
      url: String(open.token.attrGet('href')),
      ...hrefOf(open.token),
      inside: tokens.slice(open.at + 1, at),
      ...(hint !== '' && { hint }),
    });
    open = undefined;
  });
  return links;
}

function hasLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Words that say what is there, where an address or a number does not. */
function isName(words: string): boolean {
  return /\p{L}/u.test(words) && safeUrl(words) === undefined && urlOfBareDomain(words) === undefined;
}
