import { tidy } from '../../../base/tidy.ts';

/** A value of a JSON text, with the lines that it stands in. */
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
  /** The same by what their keys mean: `sourceUrl` is `source_url`, and `title_ja` is `title`. */
  readonly named?: ReadonlyMap<string, JsonNode>;
}

/** What nests deeper is no briefing. */
const DEEPEST = 24;
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]|-?\d[\d.eE+-]*|true|false|null|\r\n|\n|\r/gs;

/** Reads JSON with the lines of its values: `{"a":⏎["b"]}` -> `a` is a list in line 1. Undefined where it nests too deep. */
export function readJson(json: string): JsonNode | undefined {
  return new Reader(json).root();
}

/** Goes through a text that is known to be JSON: commas and colons say nothing that order does not. */
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
    if (token.startsWith('"')) return { from, to: from, text: JSON.parse(token) as string };
    if (/^[-\d]/.test(token)) return { from, to: from, number: Number(token) };
    if (token !== '{' && token !== '[') return { from, to: from };
    if (depth === DEEPEST) return undefined;
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
    if (token === '[') return { from, to, items };
    return translationIn({ from, to }, members) ?? objectOf({ from, to }, members);
  }
}

/** `{ "en": "The ferry stops", "ja": "渡船が止まる" }` is a text: the translation, where there is one. */
function translationIn(
  { from, to }: Pick<JsonNode, 'from' | 'to'>,
  members: ReadonlyMap<string, JsonNode>,
): JsonNode | undefined {
  const texts = [...members];
  if (texts.length < 2 || !texts.every(([key, { text }]) => text !== undefined && TRANSLATED.test(key)))
    return undefined;
  const [, { text = '' } = {}] = texts.find(([key]) => !key.startsWith('en')) ?? texts[0] ?? [];
  return { from, to, text };
}

/** An object with these values. What is said in another language than English is said to those who read that. */
export function objectOf(
  { from, to }: Pick<JsonNode, 'from' | 'to'>,
  members: ReadonlyMap<string, JsonNode>,
): JsonNode {
  const found = new Map<string, { readonly rank: number; readonly value: JsonNode }>();
  for (const [key, value] of members) {
    const { name, rank } = meaningOf(key);
    if (rank > (found.get(name)?.rank ?? -1)) found.set(name, { rank, value });
  }
  return { from, to, members, named: new Map([...found].map(([name, { value }]) => [name, value])) };
}

/** `sourceUrl` -> `source_url`; `title_ja` and `titleZh` -> `title`, before `title` itself, and that before `title_en`. */
export function meaningOf(key: string): { readonly name: string; readonly rank: number } {
  const words = key.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1_').toLowerCase();
  const name = words.replace(LANGUAGE, '');
  return { name, rank: words === name ? 1 : words.endsWith('_en') ? 0 : 2 };
}

/** Whether a key means one of these. */
export function isCalled(key: string, names: readonly string[]): boolean {
  return names.includes(meaningOf(key).name);
}

/** What many programs put behind a key where they translate, or for one. */
const LANGUAGES = 'ar|cn|de|en|es|fr|hi|ja|jp|ko|kr|pt|ru|tr|uk|vi|zh';
const LANGUAGE = new RegExp(`(?<=.)_(?:${LANGUAGES})$`);
const TRANSLATED = new RegExp(`^(?:${LANGUAGES})(?:[-_][a-z]{2,4})?$`, 'i');

/**
 * The value of a text that breaks off, without what has no words yet at its end: `{ "headline": null }` is no second story
 * of `[{ "headline": "The ferry stops" }, { "head`. Undefined where nothing is left.
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

export function memberAt({ named }: JsonNode, keys: readonly string[]): JsonNode | undefined {
  const key = keys.find((one) => named?.has(one));
  return key === undefined ? undefined : named?.get(key);
}

/** The words at the first of these keys that has any. */
export function wordsAt({ named }: JsonNode, keys: readonly string[]): string {
  for (const key of keys) {
    const words = tidy(named?.get(key)?.text ?? '');
    if (words !== '') return words;
  }
  return '';
}
