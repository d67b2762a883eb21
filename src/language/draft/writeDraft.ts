import { type Block, type Document, inlineTokens, readDocument } from '../../briefing/blocks/document.ts';
import { linksOf } from '../../briefing/blocks/links.ts';
import type { Section } from '../../briefing/model.ts';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { sourceKey } from '../../briefing/text/links/sourceKey.ts';
import { kindOfTitle } from '../../briefing/text/vocabulary.ts';
import { writeBriefing } from '../../briefing/writeBriefing.ts';
import { cleanOf } from '../checks/links.ts';
import { foldName, type GivenSources } from './givenSources.ts';
import { type Draft, readDraft, type DraftSource, type DraftStory } from './readDraft.ts';
import { type Reasons, excerpt } from './reasons.ts';

type Token = Block['tokens'][number];

/** A draft as canonical Markdown. */
export interface WrittenDraft {
  readonly title: string;
  readonly markdown: string;
  readonly takeaways: number;
}

/** The title of the list of sources, by the briefing's language. */
const REFERENCES: Readonly<Record<string, string>> = {
  ar: 'المصادر',
  de: 'Quellen',
  es: 'Fuentes',
  fr: 'Sources',
  it: 'Fonti',
  ja: '出典',
  ko: '참고',
  nl: 'Bronnen',
  pt: 'Fontes',
  ru: 'Источники',
  zh: '参考资料',
};

/** A citation by number, which would cite another source in the written briefing. */
const CITATION = /\[\^?\d{1,3}\]/;
/** A line of a block in which no citation can follow. */
const NOT_PROSE = /^\s*(?:[-*+>|]|#{1,6}\s|\d{1,3}[.)]\s|```|~~~)/;

/**
 * Writes a model's draft as a briefing in which each story has a source. Undefined if that fails, with `reasons` added
 * that name the story and say what to do.
 */
export function writeDraft(value: unknown, given: GivenSources, reasons: Reasons): WrittenDraft | undefined {
  const draft = readDraft(value, reasons);
  if (!draft) return undefined;
  checkSources(draft, given, reasons);
  if (!reasons.isEmpty()) return undefined;
  const { title, date = '', sections } = draft;
  const markdown = writeBriefing(parseBriefing(toJson(draft), 'briefing.json'));
  const read = parseBriefing(markdown, `${date}.md`);
  const headlines = sections.flatMap(({ stories }) => stories.map(({ headline }) => headline));
  const unrecognized = firstDifferent(headlines, labelsIn(read.sections));
  if (unrecognized !== undefined) {
    reasons.add(
      `The story “${excerpt(unrecognized)}” cannot be separated from its neighbours. Change its headline, and write its body as plain paragraphs.`,
    );
    return undefined;
  }
  // A line such as `Source: Reuters` names a source as well.
  const sources = sections.flatMap(({ stories }) => stories.flatMap((story) => story.sources));
  const names = sources.map(({ name }) => foldName(name));
  for (const { title: name, url } of read.references)
    if (url === undefined ? !names.some((one) => one.includes(foldName(name))) : !given.hasUrl(url))
      reasons.add(
        `The text cites “${excerpt(url ?? name)}”, which is not one of the given sources. Cite one of them, or remove this one.`,
      );
  return reasons.isEmpty() ? { title, markdown, takeaways: headlines.length } : undefined;
}

function checkSources(draft: Draft, given: GivenSources, reasons: Reasons): void {
  checkLinks(draft.lede ?? '', '"lede"', given, reasons);
  for (const { title, stories } of draft.sections) {
    if (kindOfTitle(title) === 'references')
      reasons.add(
        `The section “${excerpt(title)}” is named like a list of sources. That list is generated: remove the section, or change its title.`,
      );
    for (const story of stories) checkStory(story, `The story “${excerpt(story.headline)}”`, given, reasons);
  }
}

function checkStory({ body, sources }: DraftStory, at: string, given: GivenSources, reasons: Reasons): void {
  const isLinked = checkLinks(body, at, given, reasons);
  if (sources.length === 0 && !isLinked)
    reasons.add(`${at} has no source. Add at least one to its "sources", or remove the story.`);
  for (const source of sources) {
    if (given.has(source)) continue;
    const { name, url } = source;
    const what = url === undefined ? `“${excerpt(name)}”, which has no "url",` : `“${excerpt(url)}”, which`;
    reasons.add(
      `${at} cites ${what} is not one of the given sources. Cite one of them, or remove the story.`,
    );
  }
}

/** Whether a text has at least one given link. Adds reasons for images, other links and citations. */
function checkLinks(markdown: string, at: string, given: GivenSources, reasons: Reasons): boolean {
  if (markdown === '') return false;
  const document = readDocument(`# …\n\n- ${markdown.replaceAll('\n', '\n  ')}\n`);
  const tokens = inlineTokensOf(document);
  // Displaying an image requests it from its host.
  if (tokens.some(({ type }) => type === 'image')) reasons.add(`${at} has an image. Remove it.`);
  const urls = linksOf(tokens).map(({ url }) => url);
  for (const url of urls) {
    if (given.hasLink(url)) continue;
    reasons.add(
      `${at} links to “${excerpt(url)}”, which is not one of the given sources. Link to one of them, or remove the link.`,
    );
  }
  // `[x](javascript:…)` and other dead links. Plain text may match as well, but allowed links never do.
  if (tokens.some(isDeadLink))
    reasons.add(`${at} has a link that is not an http or https address. Remove it.`);
  if (tokens.some(isCitation) || document.footnotes.size > 0)
    reasons.add(`${at} cites by a number or a footnote. Remove it: citations are generated from "sources".`);
  return urls.some((url) => given.hasLink(url));
}

function inlineTokensOf({ blocks, footnotes, rest }: Document): readonly Token[] {
  const all = [...blocks, ...footnotes.values(), ...(rest ? [rest] : [])];
  return all.flatMap(({ tokens }) => inlineTokens(tokens).flatMap(({ children }) => children ?? []));
}

function isDeadLink({ type, content }: Token): boolean {
  return type === 'dead_link_open' || (type === 'text' && /\]\(\s*<?[a-z][a-z\d+.-]*:/i.test(content));
}

function isCitation({ type, content }: Token): boolean {
  return type === 'citation' || type === 'footnote_ref' || (type === 'text' && CITATION.test(content));
}

/** The draft as JSON for the parser: each story cites entries of the list of references by number. */
function toJson({ title, date, language, lede, sections }: Draft): string {
  const list = new SourceList();
  const written = sections.map((section) => ({
    title: section.title,
    stories: section.stories.map(({ headline, body, sources }) => ({
      headline,
      body: withCitations(body, [...new Set(sources.map((source) => list.numberOf(source)))]),
    })),
  }));
  const name = REFERENCES[language?.split('-')[0]?.toLowerCase() ?? ''] ?? 'References';
  const references = list.all.map((source) => ({
    title: source.name,
    url: source.url === undefined ? undefined : (cleanOf(source.url) ?? source.url),
  }));
  const listed = references.length > 0 ? [{ title: name, kind: 'references', stories: [] }] : [];
  return JSON.stringify({ title, date, language, lede, sections: [...written, ...listed], references });
}

function withCitations(body: string, numbers: readonly number[]): string {
  if (numbers.length === 0) return body;
  const citations = numbers.map((number) => `[${number}]`).join(' ');
  const last = body.slice(body.lastIndexOf('\n\n') + 1);
  return `${body}${last.split('\n').some((line) => NOT_PROSE.test(line)) ? '\n\n' : ' '}${citations}`;
}

/** All sources in the order of their first citation, without duplicate pages. */
class SourceList {
  readonly #numbers = new Map<number | string, number>();
  readonly all: DraftSource[] = [];

  numberOf(source: DraftSource): number {
    const { name, url } = source;
    const key = (url === undefined ? undefined : (sourceKey(url) ?? url)) ?? name;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.all.push(source);
    this.#numbers.set(key, number);
    return number;
  }
}

/** The labels of the takeaways, in document order. */
function labelsIn(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({ takeaways, sections: inner }) => [
    ...takeaways.map(({ label, text }) => label ?? text),
    ...labelsIn(inner),
  ]);
}

/** The first headline that did not become a label. Ignores what a label drops: an emoji, a number, a colon. */
function firstDifferent(headlines: readonly string[], labels: readonly string[]): string | undefined {
  const different = headlines.find((headline, i) => lettersOf(headline) !== lettersOf(labels[i] ?? ''));
  return different ?? (labels.length !== headlines.length ? headlines.at(-1) : undefined);
}

function lettersOf(words: string): string {
  return words.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}\p{N}]+/gu, '');
}
