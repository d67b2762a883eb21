import { tidy } from '../../../base/tidy.ts';

/** A value of a JSON text, with its first and last line. */
export interface JsonNode {
  readonly from: number;
  readonly to: number;
  /** A string's words. */
  readonly text?: string;
  /** A number's value. */
  readonly number?: number;
  /** A list's values. */
  readonly items?: readonly JsonNode[];
  /** An object's values by their keys. */
  readonly members?: ReadonlyMap<string, JsonNode>;
  /** The same by the names that their keys mean: `sourceUrl` is `source_url`, and `title_ja` is `title`. */
  readonly named?: ReadonlyMap<string, JsonNode>;
}

/** Maximum nesting of a briefing. */
const MAX_DEPTH = 24;
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]|-?\d[\d.eE+-]*|true|false|null|\r\n|\n|\r/gs;

/** Reads JSON with its values' lines: `{"a":⏎["b"]}` -> `a` is a list in line 1. Undefined if it nests too deep. */
export function readJson(json: string): JsonNode | undefined {
  return new Reader(json).root();
}

/** Reads a text that is known to be JSON, so that commas and colons can be ignored. */
class Reader {
  readonly #tokens: Iterator<RegExpExecArray>;
  #line = 0;

  constructor(text: string) {
    this.#tokens = text.matchAll(TOKEN);
  }

  root(): JsonNode | undefined {
    const first = this.#next();
    return first === undefined ? undefined : this.#value(first, 0);
  }

  #next(): string | undefined {
    for (;;) {
      const found = this.#tokens.next();
      if (found.done === true) return undefined;
      const [token] = found.value;
      if (!/^[\r\n]/.test(token)) return token;
      this.#line++;
    }
  }

  #value(token: string, depth: number): JsonNode | undefined {
    const from = this.#line;
    if (token.startsWith('"')) return { from, to: from, text: withBreaks(JSON.parse(token) as string) };
    if (/^[-\d]/.test(token)) return { from, to: from, number: Number(token) };
    if (token !== '{' && token !== '[') return { from, to: from };
    if (depth === MAX_DEPTH) return undefined;
    const items: JsonNode[] = [];
    const members = new Map<string, JsonNode>();
    for (let next = this.#next(); next !== undefined && next !== '}' && next !== ']'; next = this.#next()) {
      const key = token === '{' ? (JSON.parse(next) as string) : '';
      const value = this.#value(token === '{' ? (this.#next() ?? '') : next, depth + 1);
      if (!value) return undefined;
      if (token === '{') members.set(key, value);
      else items.push(value);
    }
    const to = this.#line;
    if (token === '[') return { from, to, items: inOneList(items) };
    const text = translationIn(members);
    if (!text) return objectOf({ from, to }, members);
    const others = [...members].filter(([key]) => !isLanguage(key));
    return others.length === 0
      ? { from, to, text }
      : objectOf({ from, to }, new Map([['text', { from, to, text }], ...others]));
  }
}

/** Gives a text that is HTML, `<p>It stops.</p><p>It is late.</p>`, a line for each paragraph, heading and item. */
function withBreaks(text: string): string {
  if (!/^\s*<[a-z]/i.test(text) || !CLOSES_BLOCK.test(text)) return text;
  return text
    .replace(/\s+/g, ' ')
    .replace(/<br ?\/?>/gi, '  \n')
    .replace(/<li(?: [^<>]*)?>/gi, '\n- ')
    .replace(OPENS_BLOCK, '\n\n$&')
    .replace(CLOSES_BLOCKS, '$&\n\n')
    .replace(/\n{3,} ?/g, '\n\n');
}

const CLOSES_BLOCK = /<\/(?:p|div|li|h[1-6])>|<br ?\/?>/i;
const OPENS_BLOCK = /<(?:p|div|ul|ol|h[1-6])(?: [^<>]*)?>/gi;
const CLOSES_BLOCKS = /<\/(?:p|div|ul|ol|h[1-6])>/gi;

/** A list of lists of objects as one list: `[[{ "title": … }], [{ "title": … }]]`. */
function inOneList(items: readonly JsonNode[]): readonly JsonNode[] {
  const areLists = items.every((one) => one.items?.length && one.items.every(({ members }) => members));
  return areLists ? items.flatMap((one) => one.items ?? []) : items;
}

/**
 * Returns the text of an object of translations, `{ "en": "The ferry stops", "ja": "渡船が止まる" }`, with or without other
 * keys: the translation rather than the English. Beside `en`, any code of two letters is taken for a language.
 */
function translationIn(members: ReadonlyMap<string, JsonNode>): string | undefined {
  const texts = [...members].filter(([key, { text }]) => text !== undefined && isLanguage(key));
  const areKnown = members.has('en') || texts.every(([key]) => TRANSLATED.test(key));
  if (texts.length < 2 || !areKnown || [...members.keys()].filter(isLanguage).length > texts.length)
    return undefined;
  return (texts.find(([key]) => !key.startsWith('en')) ?? texts[0])?.[1].text;
}

function isLanguage(key: string): boolean {
  return CODE.test(key) || TRANSLATED.test(key);
}

/**
 * Makes an object with these values. If a key is there in several languages, one that is not English wins, because it
 * is the language of the reader.
 */
export function objectOf(
  { from, to }: Pick<JsonNode, 'from' | 'to'>,
  members: ReadonlyMap<string, JsonNode>,
): JsonNode {
  const ranks = new Map<string, number>();
  const named = new Map<string, JsonNode>();
  for (const [key, value] of members) {
    const { name, rank } = meaningOf(key);
    if (rank <= (ranks.get(name) ?? -1)) continue;
    ranks.set(name, rank);
    named.set(name, value);
  }
  // `canonical_title` and `bold_heading` are headlines if no other key has the name of one.
  const isHeaded = HEADED.some((name) => named.has(name));
  const headline = isHeaded ? undefined : [...named].find(([name]) => isTitleKey(name))?.[1];
  return { from, to, members, named: headline?.text ? named.set('title', headline) : named };
}

const HEADED = ['title', 'headline', 'heading', 'name', 'label'];

/**
 * Whether a key ends as the name of a headline does; not `source_title` and `job_title`, which name a source and a
 * person.
 */
function isTitleKey(key: string): boolean {
  return /^(?!(?:source|site|feed|channel|publisher|outlet|page|author|job)_)\w+_(?:title|headline|heading)$/.test(
    key,
  );
}

/**
 * Returns the name that a key means: `sourceUrl` -> `source_url`; `title_ja` and `titleZh` -> `title`. The highest rank
 * wins: these come before `title` itself, and that before `title_en`.
 */
export function meaningOf(key: string): { readonly name: string; readonly rank: number } {
  const words = key.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1_').toLowerCase();
  const name = words.replace(LANGUAGE, '').replace(LANGUAGE_FIRST, '');
  return { name, rank: words === name ? 1 : words.endsWith('_en') ? 0 : 2 };
}

/** Whether a key means one of some names. */
export function isCalled(key: string, names: readonly string[]): boolean {
  return names.includes(meaningOf(key).name);
}

/** The languages that many programs append to a key, or use as a key, if they translate. */
const LANGUAGES = 'ar|cn|de|en|es|fr|hi|ja|jp|ko|kr|pt|ru|tr|uk|vi|zh';
const LANGUAGE = new RegExp(`(?<=.)_(?:${LANGUAGES})$`);
/** `ja_summary`: a language before a key counts only if it is the key of a text. */
const LANGUAGE_FIRST = new RegExp(`^(?:${LANGUAGES})_(?=(?:title|headline|summary|text|body|description)$)`);
const CODE = /^[a-z]{2}$/;
const TRANSLATED = new RegExp(`^(?:${LANGUAGES})(?:[-_][a-z]{2,4})?$`, 'i');

/**
 * Returns the value of a text that breaks off, without values that have no words yet at its end: `{ "headline": null
 * }` is not a second story of `[{ "headline": "The ferry stops" }, { "head`. Undefined if nothing is left.
 */
export function withoutCutEnd(node: JsonNode): JsonNode | undefined {
  const { from, to, text, number, items, members } = node;
  if (items) {
    const last = items.at(-1);
    const end = last && withoutCutEnd(last);
    const kept = [...items.slice(0, -1), ...(end ? [end] : [])];
    return kept.length > 0 || !last ? { from, to, items: kept } : undefined;
  }
  if (!members) return (text ?? '') === '' && number === undefined ? undefined : node;
  const kept = [...members];
  const [key = '', last] = kept.pop() ?? [];
  const end = last && withoutCutEnd(last);
  if (end) kept.push([key, end]);
  return kept.length > 0 ? objectOf({ from, to }, new Map(kept)) : undefined;
}

/** Returns the values of an object by their keys; of a text in several languages, only the one that counts. */
export function membersOf({ members, named }: JsonNode): readonly (readonly [string, JsonNode])[] {
  return [...(members ?? [])].filter(([key, node]) => (named?.get(meaningOf(key).name) ?? node) === node);
}

export function memberAt({ named }: JsonNode, keys: readonly string[]): JsonNode | undefined {
  for (const key of keys) if (named?.has(key)) return named.get(key);
  return undefined;
}

export function valuesOf({ members }: JsonNode): readonly JsonNode[] {
  return [...(members?.values() ?? [])];
}

/** Returns the words at the first of these keys that has any. */
export function wordsAt({ named }: JsonNode, keys: readonly string[]): string {
  for (const key of keys) {
    const words = tidy(named?.get(key)?.text ?? '');
    if (words !== '') return words;
  }
  return '';
}
