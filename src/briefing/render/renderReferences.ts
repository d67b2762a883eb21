import { joinFilled } from '../../base/joinFilled.ts';
import type { Token } from 'markdown-it';
import { directionOf, directionOfOwn } from '../../base/direction.ts';
import { type Block, citationLabel } from '../blocks/document.ts';
import type { Reference } from '../model.ts';
import { plainText } from '../grammar/tokens.ts';
import type { Mention, References } from '../structure/references/references.ts';
import type { LinkRenderer } from './renderLinks.ts';
import { type ShownReference, shownReference } from './shownReference.ts';
import { countsOf } from '../../base/collections/counts.ts';
import { groupBy } from '../../base/collections/groupBy.ts';

/** Functions that turn text into HTML: escaped for an attribute, or as words whose emoji are marked. */
interface Writer {
  readonly escape: (text: string) => string;
  readonly words: (text: string) => string;
}

/**
 * Renders references and citations. A citation links to `#r-3`; the element that shows that reference has the class
 * `r-3`.
 */
export class ReferenceLists {
  readonly #references: References;
  readonly #links: LinkRenderer;
  readonly #write: Writer;
  readonly #indices: ReadonlyMap<Reference, number>;

  constructor(references: References, links: LinkRenderer, write: Writer) {
    this.#references = references;
    this.#links = links;
    this.#write = write;
    this.#indices = new Map(references.all.map((reference, index) => [reference, index]));
  }

  /** Renders a list; '' if it is empty. Each entry may be a mention of one of the briefing's references. */
  list(references: readonly (Reference | Mention)[]): string {
    if (references.length === 0) return '';
    const items = references.map((reference) => {
      const { url } = reference;
      const shown = shownReference(reference);
      const mark = this.#markOf(reference, shown.name);
      const words = this.#write.words(shown.name);
      const name = url === undefined ? words : `${this.#links.live(url)}${words}</a>`;
      return `<li class="reference${this.#classOf(reference)}" dir="${directionOfOwn(shown.name)}">${mark}${name}${this.#where(shown)}</li>\n`;
    });
    const direction = directionOf(references[0]?.title ?? '');
    return `<ol class="references" dir="${direction}">\n${items.join('')}</ol>\n`;
  }

  /**
   * Renders the sources that some blocks name as a list. Returns undefined if the list would lose a word: the blocks
   * are then shown as they are, and the elements in them that hold a source get its class.
   */
  listOf(blocks: readonly Block[], named: readonly Mention[]): string | undefined {
    const tokens = blocks.flatMap((block) => block.tokens);
    if (!losesWords(tokens, named)) return this.list(named);
    const holders = holdersIn(tokens);
    const held = groupBy(named, ({ range }) => holders.get(range.start.line));
    for (const [holder, mentions] of held) this.#mark(holder, mentions);
    return undefined;
  }

  /** Like {@link listOf}, for footnotes that each name a source. `asTheyAre`: never as a list. */
  listOfNotes(notes: ReadonlyMap<string, Block>, asTheyAre: boolean): string | undefined {
    const labels = [...notes.keys()].map((label) => this.#references.labelOfMark(label));
    const named = labels.flatMap((label) => this.#references.cited(label) ?? []);
    const tokens = [...notes.values()].flatMap((note) => note.tokens);
    if (!asTheyAre && !losesWords(tokens, named)) return this.list(named);
    for (const [label, note] of notes) this.#mark(note.tokens.find(isOpening), this.#references.noted(label));
    return undefined;
  }

  /**
   * Renders a citation: `[2]` links to its reference, and shows name and host on hover, because the mark is too small
   * to have a host beside it.
   */
  citation(label: string): string {
    const reference = this.#references.cited(label);
    const index = reference && this.#indices.get(reference);
    const mark = `[${this.#write.escape(label)}]`;
    const { name = '', site, host = site } = reference ? shownReference(reference) : {};
    if (index === undefined || this.#links.isInside)
      return `<sup class="citation" title="${this.#write.escape(name)}">${mark}</sup>`;
    const hint = joinFilled([name, host], ' — ');
    return `<sup class="citation">${this.#links.toReference(index, hint)}${mark}</a></sup>`;
  }

  /** The index of a reference in the briefing's references. */
  placeOf(reference: Reference | undefined): number | undefined {
    return reference && this.#indices.get(reference);
  }

  /** Gives a token the classes of references. It may have some of them: it may have been rendered before. */
  #mark(holder: Token | undefined, references: readonly (Reference | Mention)[]): void {
    const there = String(holder?.attrGet('class') ?? '').split(' ');
    const names = new Set([...there, ...references.map((reference) => this.#classOf(reference).trim())]);
    names.delete('');
    if (names.size > 0) holder?.attrSet('class', [...names].join(' '));
  }

  /** `[2] `, by which the text cites the reference; '' if it does not, or if the name begins with that. */
  #markOf(reference: Reference | Mention, name: string): string {
    const label =
      this.#references.labelOf(ownOf(reference)) ?? ('mark' in reference ? reference.mark : undefined);
    return label === undefined || name.startsWith(`[${label}]`) ? '' : `[${this.#write.escape(label)}] `;
  }

  /** ` r-3`, to be added after another class. */
  #classOf(reference: Reference | Mention): string {
    const index = this.#indices.get(ownOf(reference));
    return index === undefined ? '' : ` r-${index}`;
  }

  /** Renders the site that a reference names, and the host that its link leads to. */
  #where({ site, host }: ShownReference): string {
    const beside = host === undefined ? '' : ` <span class="host">${this.#write.escape(host)}</span>`;
    return site === undefined ? beside : ` <span class="site">${this.#write.escape(site)}${beside}</span>`;
  }
}

/** The briefing's own reference, if it is a mention of that. */
function ownOf(reference: Reference | Mention): Reference {
  return 'reference' in reference ? reference.reference : reference;
}

/** The innermost block that holds each line. */
function holdersIn(tokens: readonly Token[]): ReadonlyMap<number, Token> {
  const holders = new Map<number, Token>();
  for (const token of tokens)
    if (token.map && isOpening(token))
      for (let line = token.map[0]; line < token.map[1]; line++) holders.set(line, token);
  return holders;
}

function isOpening({ nesting, hidden }: Token): boolean {
  return nesting === 1 && !hidden;
}

/** Whether a list of sources would show fewer words than the tokens that name them. */
function losesWords(tokens: readonly Token[], named: readonly (Reference | Mention)[]): boolean {
  const marks = named.map((one) => ('mark' in one ? one.mark : ''));
  const listed = wordCounts([...named.map(shownWords), ...marks].join(' '));
  const citations = tokens.flatMap(({ children }) =>
    (children ?? []).filter(({ type }) => type === 'citation'),
  );
  const texts = [...tokens.map((token) => plainText([token])), ...citations.map(citationLabel)];
  const written = wordCounts(texts.join(' ').replace(/\bhttps?:\S+/g, ' '));
  return [...written].some(([word, count]) => count > (listed.get(word) ?? 0));
}

/** The words of a reference that a list shows. */
function shownWords(reference: Reference): string {
  return Object.values(shownReference(reference)).join(' ');
}

/** How often each word occurs in a text, ignoring case. */
function wordCounts(text: string): ReadonlyMap<string, number> {
  return countsOf(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
