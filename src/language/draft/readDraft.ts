import { findDate } from '../../briefing/text/dates/date.ts';
import { safeUrl, urlOfBareDomain } from '../../briefing/text/links/safeUrl.ts';
import { type Fields, isMissing, isObject, lineAt, listAt, textAt } from './fields.ts';
import { kindOf, type Reasons, excerpt } from './reasons.ts';

/** The source of a story. If it has no address, it is identified by its name. */
export interface DraftSource {
  readonly name: string;
  readonly url?: string;
}

export interface DraftStory {
  readonly headline: string;
  /** Markdown. */
  readonly body: string;
  readonly sources: readonly DraftSource[];
}

/** A validated draft of a briefing from a language model. */
export interface Draft {
  readonly title: string;
  readonly date?: string;
  readonly language?: string;
  /** Markdown. */
  readonly lede?: string;
  readonly sections: readonly { readonly title: string; readonly stories: readonly DraftStory[] }[];
}

/** Limits: more than anybody reads about one day. */
const MAX_STORIES = 200;
const MAX_SECTIONS = 50;
const MAX_SOURCES = 2000;
const MAX_URL_LENGTH = 2000;

/**
 * The start of a block, such as a list. A story's body follows its headline on the same line, where no block can start.
 */
const BLOCK_START = /^\s*(?:[-*+>|]\s|#{1,6}\s|\d{1,3}[.)]\s|```|~~~)/;

/**
 * Validates a value from a model as a draft. Undefined if it is not one, with `reasons` added: `{ title: 3 }` ->
 * `"title" is a number. Use a string.`
 */
export function readDraft(value: unknown, reasons: Reasons): Draft | undefined {
  if (!isObject(value, 'The briefing', 'title" and "sections', reasons)) return undefined;
  const title = lineAt(value, 'title', '"title"', reasons);
  const date = dateAt(value, reasons);
  const language = isMissing(value['language']) ? undefined : languageAt(value, reasons);
  const lede = isMissing(value['lede']) ? undefined : textAt(value, 'lede', '"lede"', reasons);
  const sections = sectionsAt(value, reasons);
  if (!reasons.isEmpty()) return undefined;
  return {
    title,
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
    ...(lede !== undefined && { lede }),
    sections: sections.filter(({ stories }) => stories.length > 0),
  };
}

function sectionsAt(value: Fields, reasons: Reasons): Draft['sections'] {
  const all = listAt(value, 'sections', '"sections"', MAX_SECTIONS, reasons);
  let count = 0;
  const sections = all.map((section, i) => {
    const at = `Section ${i + 1}`;
    if (!isObject(section, at, 'title" and "stories', reasons)) return { title: '', stories: [] };
    const title = lineAt(section, 'title', `${at}: "title"`, reasons);
    const stories = listAt(section, 'stories', `${at}: "stories"`, MAX_STORIES, reasons);
    count += stories.length;
    return { title, stories: stories.map((story, k) => storyOf(story, `${at}, story ${k + 1}`, reasons)) };
  });
  if (count > MAX_STORIES) reasons.add(`There are ${count} stories. Use at most ${MAX_STORIES}.`);
  if (count === 0 && reasons.isEmpty()) reasons.add('There is no story. Add at least one.');
  return sections;
}

function storyOf(story: unknown, at: string, reasons: Reasons): DraftStory {
  const none = { headline: '', body: '', sources: [] };
  if (!isObject(story, at, 'headline", "body" and "sources', reasons)) return none;
  const headline = lineAt(story, 'headline', `${at}: "headline"`, reasons);
  const place = headline === '' ? at : `${at} (“${excerpt(headline)}”)`;
  const body = textAt(story, 'body', `${place}: "body"`, reasons);
  if (BLOCK_START.test(body))
    reasons.add(`${place}: "body" begins with Markdown markup. Begin it with a sentence.`);
  return { headline, body, sources: sourcesAt(story, 'sources', place, reasons) };
}

/** `[{ "name": "Harbour Office", "url": "https://…" }]` */
export function sourcesAt(value: Fields, key: string, at: string, reasons: Reasons): readonly DraftSource[] {
  return listAt(value, key, `${at}: "${key}"`, MAX_SOURCES, reasons).flatMap((source, i) => {
    const named = `${at}: source ${i + 1}`;
    if (!isObject(source, named, 'name" and "url', reasons)) return [];
    const name = lineAt(source, 'name', `${named}: "name"`, reasons);
    const { url } = source;
    if (isMissing(url)) {
      // The name would be read as an address.
      if (urlOfBareDomain(name) !== undefined)
        reasons.add(`${named}: “${excerpt(name)}” is a site. Use the page as "url".`);
      return [{ name }];
    }
    if (typeof url === 'string' && url.length <= MAX_URL_LENGTH && isPage(url)) return [{ name, url }];
    reasons.add(`${named}: "url" is ${quoted(url)}. Use the http or https address of a page.`);
    return [];
  });
}

/** What was given instead: `“tomorrow”`, or else its kind, `a number`. */
function quoted(value: unknown): string {
  return typeof value === 'string' ? `“${excerpt(value)}”` : kindOf(value);
}

function isPage(url: string): boolean {
  return /^https?:$/.test(safeUrl(url)?.protocol ?? '');
}

function dateAt(value: Fields, reasons: Reasons): string | undefined {
  const { date } = value;
  if (isMissing(date)) return undefined;
  if (typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) && findDate(date) === date) return date;
  reasons.add(`"date" is ${quoted(date)}. Use a valid date as YYYY-MM-DD, or leave it out.`);
  return undefined;
}

function languageAt(value: Fields, reasons: Reasons): string | undefined {
  const { language } = value;
  if (typeof language === 'string' && /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(language)) return language;
  reasons.add('"language" is not a language tag. Use one such as "en" or "pt-BR", or leave it out.');
  return undefined;
}
