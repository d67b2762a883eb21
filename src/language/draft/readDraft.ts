import { escapeInvisible } from '../../base/escapeInvisible.ts';
import { isRecord } from '../../base/isRecord.ts';
import { tidy } from '../../base/tidy.ts';
import { findDate } from '../../briefing/text/date.ts';
import { safeUrl, urlOfBareDomain } from '../../briefing/text/safeUrl.ts';

/** What a claim rests on. One that has no address is known by its name. */
export interface Source {
  readonly name: string;
  readonly url?: string;
}

export interface Story {
  readonly headline: string;
  /** Markdown. */
  readonly body: string;
  readonly sources: readonly Source[];
}

/** A briefing that a language model wants to be written; all in it has been looked at. */
export interface Draft {
  readonly title: string;
  readonly date?: string;
  readonly language?: string;
  /** Markdown. */
  readonly lede?: string;
  readonly sections: readonly { readonly title: string; readonly stories: readonly Story[] }[];
}

/** Where a draft is wrong, each in a sentence that says what to do. */
export class Reasons {
  readonly #all: string[] = [];

  add(reason: string): void {
    this.#all.push(reason);
  }

  /** As many as a model can mend at a time. */
  get all(): readonly string[] {
    const more = this.#all.length - MOST_REASONS;
    return more > 0 ? [...this.#all.slice(0, MOST_REASONS), `And ${more} more.`] : this.#all;
  }

  isEmpty(): boolean {
    return this.#all.length === 0;
  }
}

const MOST_REASONS = 20;
/** More than anybody reads of one day. */
const MOST_STORIES = 200;
const MOST_SECTIONS = 50;
const MOST_SOURCES = 2000;
const LONGEST_LINE = 300;
const LONGEST_TEXT = 8000;
const LONGEST_URL = 2000;
const SHOWN = 60;

/** A title shows its marks; and where it is read as HTML, more than that. */
const MARKUP = /\*\*|__|\]\(|`{3}|^\s*#{1,6}\s|<\/?[a-z!][^<>]*>/i;
/** A story's text goes on behind its headline: a list there would begin in the middle of a line. */
const BLOCK_START = /^\s*(?:[-*+>|]\s|#{1,6}\s|\d{1,3}[.)]\s|```|~~~)/;
/** What is not shown, with all that stands in it. */
const UNSHOWN = /<!--|<\/?(?:script|style|think)\b/i;

/**
 * A value that a model gave as a draft, or undefined, with the reasons why it is none:
 * `{ title: 3 }` -> `"title" is a number. Give it as a string.`
 */
export function readDraft(value: unknown, reasons: Reasons): Draft | undefined {
  if (!isRecord(value) || Array.isArray(value)) {
    reasons.add(`The briefing is ${kindOf(value)}. Give an object with "title" and "sections".`);
    return undefined;
  }
  const title = lineAt(value, 'title', '"title"', reasons);
  const date = dateAt(value, reasons);
  const language = value['language'] === undefined ? undefined : languageAt(value, reasons);
  const lede = value['lede'] === undefined ? undefined : textAt(value, 'lede', '"lede"', reasons);
  const sections = sectionsAt(value, reasons);
  if (!reasons.isEmpty()) return undefined;
  return {
    title,
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
    ...(lede !== undefined && lede !== '' && { lede }),
    sections,
  };
}

function sectionsAt(value: Readonly<Record<string, unknown>>, reasons: Reasons): Draft['sections'] {
  const all = listAt(value, 'sections', '"sections"', MOST_SECTIONS, reasons);
  let count = 0;
  const sections = all.map((section, i) => {
    const at = `Section ${i + 1}`;
    if (!isObject(section, at, 'title" and "stories', reasons)) return { title: '', stories: [] };
    const title = lineAt(section, 'title', `${at}: "title"`, reasons);
    const stories = listAt(section, 'stories', `${at}: "stories"`, MOST_STORIES, reasons);
    count += stories.length;
    return { title, stories: stories.map((story, k) => storyOf(story, `${at}, story ${k + 1}`, reasons)) };
  });
  if (count > MOST_STORIES) reasons.add(`There are ${count} stories. Give at most ${MOST_STORIES}.`);
  if (count === 0 && reasons.isEmpty()) reasons.add('There is no story. Give at least one.');
  return sections;
}

function storyOf(story: unknown, at: string, reasons: Reasons): Story {
  const none = { headline: '', body: '', sources: [] };
  if (!isObject(story, at, 'headline", "body" and "sources', reasons)) return none;
  const headline = lineAt(story, 'headline', `${at}: "headline"`, reasons);
  const named = headline === '' ? at : `${at} (“${shortened(headline)}”)`;
  const body = textAt(story, 'body', `${named}: "body"`, reasons);
  if (BLOCK_START.test(body)) reasons.add(`${named}: "body" begins with a mark. Begin it with a sentence.`);
  return { headline, body, sources: sourcesAt(story, 'sources', named, reasons) };
}

/** `[{ "name": "Harbour Office", "url": "https://…" }]` */
export function sourcesAt(
  value: Readonly<Record<string, unknown>>,
  key: string,
  at: string,
  reasons: Reasons,
): readonly Source[] {
  return listAt(value, key, `${at}: "${key}"`, MOST_SOURCES, reasons).flatMap((source, i) => {
    const named = `${at}: source ${i + 1}`;
    if (!isObject(source, named, 'name" and "url', reasons)) return [];
    const name = lineAt(source, 'name', `${named}: "name"`, reasons);
    const { url } = source;
    if (url === undefined || url === null || url === '') {
      // It would be read as an address.
      if (urlOfBareDomain(name) !== undefined)
        reasons.add(`${named}: “${shortened(name)}” is a site. Give the page of it as "url".`);
      return [{ name }];
    }
    if (typeof url === 'string' && url.length <= LONGEST_URL && isPage(url)) return [{ name, url }];
    const given = typeof url === 'string' ? `“${shortened(url)}”` : kindOf(url);
    reasons.add(`${named}: "url" is ${given}. Give the http or https address of a page.`);
    return [];
  });
}

function isPage(url: string): boolean {
  return /^https?:$/.test(safeUrl(url)?.protocol ?? '');
}

function dateAt(value: Readonly<Record<string, unknown>>, reasons: Reasons): string | undefined {
  const { date } = value;
  if (date === undefined) return undefined;
  if (typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) && findDate(date) === date) return date;
  const given = typeof date === 'string' ? `“${shortened(date)}”` : kindOf(date);
  reasons.add(`"date" is ${given}. Give a day of the calendar as YYYY-MM-DD, or leave it out.`);
  return undefined;
}

function languageAt(value: Readonly<Record<string, unknown>>, reasons: Reasons): string | undefined {
  const { language } = value;
  if (typeof language === 'string' && /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(language)) return language;
  reasons.add('"language" is no language tag. Give one such as "en" or "pt-BR", or leave it out.');
  return undefined;
}

/** Words in one line: every mark in them is theirs. */
function lineAt(value: Readonly<Record<string, unknown>>, key: string, at: string, reasons: Reasons): string {
  const text = stringAt(value, key, at, LONGEST_LINE, reasons);
  if (text === undefined) return '';
  const line = tidy(text);
  if (line === '') reasons.add(`${at} is empty. Give words.`);
  if (/[\r\n]/.test(text.trim())) reasons.add(`${at} has several lines. Give one.`);
  if (MARKUP.test(line)) reasons.add(`${at} has markup in it. Give plain words.`);
  return line;
}

function textAt(value: Readonly<Record<string, unknown>>, key: string, at: string, reasons: Reasons): string {
  const text = stringAt(value, key, at, LONGEST_TEXT, reasons)?.replace(/\r\n?/g, '\n').trim();
  if (text === undefined) return '';
  if (text === '') reasons.add(`${at} is empty. Give a sentence or more.`);
  const [unshown] = UNSHOWN.exec(text) ?? [];
  if (unshown !== undefined) reasons.add(`${at} has “${unshown}” in it. Write Markdown without HTML.`);
  return text;
}

function stringAt(
  value: Readonly<Record<string, unknown>>,
  key: string,
  at: string,
  longest: number,
  reasons: Reasons,
): string | undefined {
  const text = value[key];
  if (typeof text !== 'string') {
    reasons.add(
      text === undefined
        ? `${at} is missing. Give it as a string.`
        : `${at} is ${kindOf(text)}. Give a string.`,
    );
    return undefined;
  }
  if (text.length > longest) {
    reasons.add(`${at} has ${text.length} characters. Give at most ${longest}.`);
    return undefined;
  }
  const hidden = hiddenIn(text);
  if (hidden === undefined) return text;
  reasons.add(`${at} has a character in it that nobody sees (${hidden}). Leave it out.`);
  return undefined;
}

/** `U+0007`: a control, or what shows nothing of itself and could deceive. */
function hiddenIn(text: string): string | undefined {
  // eslint-disable-next-line no-control-regex
  const [control] = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/.exec(text) ?? [];
  if (control !== undefined) return codeOf(control);
  const shown = escapeInvisible(text);
  return shown === text ? undefined : /\[(U\+[\dA-F]+)/.exec(shown.slice(firstDifference(text, shown)))?.[1];
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function listAt(
  value: Readonly<Record<string, unknown>>,
  key: string,
  at: string,
  most: number,
  reasons: Reasons,
): readonly unknown[] {
  const list = value[key];
  if (!Array.isArray(list)) {
    reasons.add(
      list === undefined ? `${at} is missing. Give it as a list.` : `${at} is ${kindOf(list)}. Give a list.`,
    );
    return [];
  }
  if (list.length <= most) return list;
  reasons.add(`${at} has ${list.length} entries. Give at most ${most}.`);
  return [];
}

function isObject(
  value: unknown,
  at: string,
  keys: string,
  reasons: Reasons,
): value is Record<string, unknown> {
  if (isRecord(value) && !Array.isArray(value)) return true;
  reasons.add(`${at} is ${kindOf(value)}. Give an object with "${keys}".`);
  return false;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  const kind = typeof value;
  return kind === 'undefined' ? 'missing' : kind === 'object' ? 'an object' : `a ${kind}`;
}

/** Of what a model gave, as much as it needs to find it again. */
export function shortened(text: string): string {
  const line = tidy(text.slice(0, SHOWN * 2));
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
