import { tidy } from '../../../base/tidy.ts';
import { BODIES, GROUPS, HEADLINES, LEDES, STORIES, TITLES } from './jsonKeys.ts';
import { kindOfTitle } from '../../text/vocabulary.ts';
import { sectionsByCategory, withSections } from './jsonCategories.ts';
import { listsSources, type NumberedSource, numberedSources, withCitedSources } from './jsonCitedSources.ts';
import {
  isCalled,
  type JsonNode,
  memberAt,
  membersOf,
  objectOf,
  readJson,
  withoutCutEnd,
  wordsAt,
} from './jsonNodes.ts';
import { headed, namingText, partGroups, isMostlySentences } from './jsonParts.ts';
import { furtherLines, labelOfKey, withTextsAsStories } from './jsonProse.ts';
import {
  areSections,
  areStories,
  isSection,
  sectionNameOf,
  nestedLists,
  isSectionList,
  haveStories,
  sectionsAt,
  sectionsOf,
  storiesOf,
  storyList,
} from './jsonSections.ts';
import { type Message, readMessage } from './jsonMessage.ts';
import { metadataOf } from './jsonMetadata.ts';
import { jsonTextOf } from './jsonText.ts';
import { normalizeLenientMarkdown } from '../lenientMarkdown.ts';
import { isPlainText } from '../isPlainText.ts';
import { markPlainText } from '../markPlainText.ts';
import { type Line, listedSource, escapeLiteral, sourceLine } from './jsonSources.ts';
import { withoutWrapper } from './jsonWrapper.ts';
import { itemLines, headlineAndBody, markdownOf, storyLines } from './jsonStories.ts';
import { isBlank, splitLines } from '../../text/sourceText.ts';

/** Markdown made from JSON, with the first and the last line of the JSON that each of its lines stands for. */
export interface JsonBriefing {
  readonly lines: readonly string[];
  readonly origins: readonly number[];
  readonly originEnds: readonly number[];
  /** The metadata that the root has for the whole, by its keys: title, date, language. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Whether the JSON breaks off. */
  readonly isCut: boolean;
  /** The Markdown before the first section. */
  readonly lede: string;
  /** The headline of the whole, which is its title if nothing else gives one; '' if there is none. */
  readonly headline: string;
}

type Written = Omit<JsonBriefing, 'isCut'>;

/** Keys that do not make a section: the title, the sources of the whole, and its problems. */
const NO_PARTS = [...HEADLINES, 'subject', 'source', 'sources', 'references', 'problems'];

const HEADING = /^#{1,6}\s/m;
/** Maximum level of a heading; sections that nest deeper have it, too. */
const MAX_LEVEL = 6;

/**
 * Reads a briefing that a program has written:
 * `{ "sections": [{ "title": …, "stories": [{ "headline": …, "body": …, "sources": [{ "name": …, "url": … }] }] }] }`,
 * the same without sections, its stories alone, or what this product exports (docs/briefing.schema.json). 'other' for
 * JSON of any other shape, undefined for a text that is not JSON. A story becomes `- **Headline:** body`, with its
 * sources as links in its last lines.
 */
export function readJsonBriefing(text: string): JsonBriefing | 'other' | undefined {
  const written = jsonTextOf(text);
  const all = written && readJson(written.json);
  const root = all && written.isCut ? withoutCutEnd(all) : all;
  const read = written && briefingIn(root && withTextsAsStories(withCitedSources(withoutWrapper(root))));
  if (!read) return undefined;
  const { isCut } = written;
  // A text that breaks off, or is between fences, may be anything else.
  if (read === 'other') return isCut || !/^\ufeff?\s*\{/.test(text) ? undefined : read;
  return isCut && read.lines.length === 0 ? undefined : { ...read, isCut };
}

function briefingIn(root: JsonNode | undefined): Written | 'other' | undefined {
  if (root?.items) return listIn(root, root.items);
  if (!root?.members) return undefined;
  const message = readMessage(root);
  if (message) return writtenOf(message);
  const sections = sectionsOf(sectionsAt(root));
  if (areSections(sections, root.named?.has('sections')) && (sections.length > 0 || hasEmptyNews(root)))
    return new JsonWriter(root, sections).write();
  const stories = storiesOf(root);
  if (areStories(stories)) {
    const grouped = root.named?.has('sections') ? undefined : sectionsByCategory(stories);
    const whole = grouped && withSections(root, grouped);
    return (whole ? new JsonWriter(whole, grouped) : new JsonWriter(root, [], stories)).write();
  }
  if (!isMostlySentences(root)) return 'other';
  const whole = new JsonWriter(root, []).write();
  return whole.lines.length > 0 ? whole : 'other';
}

function writtenOf({ title, lines }: Message): Written {
  return { ...placed(lines), metadata: title === '' ? {} : { title }, lede: '', headline: '' };
}

function placed(lines: readonly Line[]): Pick<Written, 'lines' | 'origins' | 'originEnds'> {
  return {
    lines: lines.map(({ text }) => text),
    origins: lines.map(({ from }) => from),
    originEnds: lines.map(({ to }) => to),
  };
}

/** Reads a list of stories, or of sections, for example one for each day. Any other list may be words: `[1]`. */
function listIn(root: JsonNode, items: readonly JsonNode[]): Written | undefined {
  const whole = objectOf(root, NONE);
  // Sections may have all that stories have, and stories below that.
  const areGroups =
    items.length > 0 && items.every(isSection) && items.some((one) => storyList(one)?.items?.length);
  if (areGroups || !areStories(items)) return areGroups ? new JsonWriter(whole, items).write() : undefined;
  const grouped = sectionsByCategory(items);
  return (grouped ? new JsonWriter(whole, grouped) : new JsonWriter(whole, [], items)).write();
}

/** Whether there is an empty list of news: on a day without any, a program writes `"stories": []`. */
function hasEmptyNews(root: JsonNode): boolean {
  const told = root.members?.get('sections') ?? (wordsAt(root, HEADLINES) && memberAt(root, STORIES));
  return told ? told.items?.length === 0 : false;
}

const NONE: ReadonlyMap<string, JsonNode> = new Map();

/** The sections of a list of them, or of lists of stories by their names, under a further key. */
function furtherSections(key: string, node: JsonNode): readonly JsonNode[] {
  return !isCalled(key, NO_PARTS) && (isSectionList(node) || haveStories(node)) ? sectionsOf(node) : [];
}

class JsonWriter {
  readonly #root: JsonNode;
  readonly #sections: readonly JsonNode[];
  /** The stories outside of sections. */
  readonly #stories: readonly JsonNode[];
  /** The briefing's references. If there is a section for them, takeaways cite them by their numbers. */
  readonly #references: readonly JsonNode[];
  readonly #isListed: boolean;
  /** The sources of the whole that texts cite: `It stops [1].` */
  readonly #numbered: readonly NumberedSource[];
  readonly #lines: Line[] = [];

  constructor(root: JsonNode, sections: readonly JsonNode[], stories: readonly JsonNode[] = []) {
    this.#root = root;
    this.#sections = sections;
    this.#stories = stories;
    this.#references = root.members?.get('references')?.items ?? [];
    this.#isListed = sections.some(isReferenceSection);
    this.#numbered = this.#isListed ? [] : numberedSources(root);
  }

  write(): Written {
    const { members = NONE } = this.#root;
    const sections = this.#sections.length > 0 ? sectionsAt(this.#root) : undefined;
    const stories = this.#stories.length > 0 ? memberAt(this.#root, STORIES) : undefined;
    const inside = sections ?? stories;
    const lede = this.#lede(this.#root, inside);
    const parts = new Map(
      membersOf(this.#root).map(([key, node]) => [
        node,
        node === inside ? [] : this.#partsOf(key, node, inside),
      ]),
    );
    // If other parts, or a lede in Markdown, have headings, the stories below them get a heading of their own.
    const hasParts = HEADING.test(lede) || [...parts.values()].some((groups) => groups.length > 0);
    if (members.size === 0) {
      this.#addSections();
      this.#addStories(this.#stories);
    }
    for (const [key, node] of members) {
      if (node === sections) this.#addSections();
      else if (node === stories) this.#addStories(this.#stories, hasParts ? labelOfKey(key) : '');
      else if (sections && parts.get(node)?.length === 0)
        for (const one of furtherSections(key, node)) this.#section(one, 2);
      else for (const group of parts.get(node) ?? []) this.#add(group);
    }
    this.#addNumbered();
    return {
      ...placed(this.#lines),
      metadata: metadataOf(this.#root, this.#numbered.length > 0),
      lede,
      headline: wordsAt(this.#root, HEADLINES),
    };
  }

  /** Adds and returns a node's text about the whole, even if its key is last. `inside`: its sections or stories. */
  #lede(node: JsonNode, inside: JsonNode | undefined): string {
    const ledes = node === this.#root ? ledesOf(node) : textsOf(node);
    for (const lede of ledes) {
      const isAbove = !inside || lede.from <= inside.from;
      this.#add(markdownOf(isAbove ? lede : { ...lede, from: node.from, to: node.from }));
    }
    return ledes.map(({ text = '' }) => text.trim()).join('\n\n');
  }

  /** The lines for a further key. Beside sections or stories, a body is a section; without any, it is the text. */
  #partsOf(key: string, node: JsonNode, inside: JsonNode | undefined): Line[][] {
    const isText = node.text !== undefined;
    if (isCalled(key, NO_PARTS) || (isText && isCalled(key, LEDES))) return [];
    if (this.#numbered.length > 0 && listsSources(key)) return [];
    return !inside && isText && isCalled(key, BODIES) ? [textOf(node)] : partGroups(key, node, 2);
  }

  #addSections(): void {
    // The list of sources comes last: it is made from `references`, which the JSON has after all sections.
    const listed = this.#sections.filter(isReferenceSection);
    for (const section of this.#sections) if (!listed.includes(section)) this.#section(section, 2);
    for (const section of listed) this.#section(section, 2);
    if (this.#isListed) this.#add(this.#references.map((one, i) => listedSource(one, i + 1)));
  }

  #addNumbered(): void {
    const [first] = this.#numbered;
    if (!first) return;
    const { from } = first.source;
    const listed = this.#numbered.map(({ number, source }) => listedSource(source, `- [${number}]`, ''));
    this.#add([{ text: '## Sources', from, to: from }, ...listed]);
  }

  /** `name`: the heading of the stories, if there are other sections beside them. */
  #addStories(stories: readonly JsonNode[], name = ''): void {
    const { from = 0 } = stories[0] ?? {};
    if (name !== '') this.#add([{ text: `## ${escapeLiteral(name)}`, from, to: from }]);
    for (const story of headed(stories)) this.#add(storyLines(story));
  }

  /** Adds lines. Their source lines never decrease, so that each section and item covers what is in it. */
  #add(lines: readonly Line[]): void {
    let above = this.#lines.at(-1)?.from ?? 0;
    for (const { text, from, to } of lines) {
      above = Math.max(above, from);
      this.#lines.push({ text, from: above, to: Math.max(above, to) });
    }
    if (lines.length > 0) this.#lines.push({ text: '', from: above, to: this.#lines.at(-1)?.to ?? above });
  }

  #section(section: JsonNode, level: number): void {
    const { members, from } = section;
    const title =
      memberAt(section, TITLES) ?? sectionNameOf(section) ?? memberAt(section, GROUPS) ?? namingText(section);
    const own = members?.get('level')?.number ?? level;
    const depth = Math.min(MAX_LEVEL, Math.max(1, Math.trunc(own)));
    const stories = storyList(section);
    const nested = nestedLists(section);
    const takeaways = members?.get('takeaways');
    const inside = stories ?? takeaways ?? nested[0];
    // Keys may be in any order: if the title comes after the stories, the section does not begin there.
    const to = title && inside && title.from <= inside.from ? title.to : from;
    this.#add([{ text: `${'#'.repeat(depth)} ${escapeLiteral(tidy(title?.text ?? '')) || '…'}`, from, to }]);
    this.#lede(section, inside);
    const told = [...(members ?? [])].flatMap(([key, node]) =>
      isCalled(key, NO_PARTS) || isCalled(key, TITLES) || nested.includes(node) ? node : [],
    );
    const known = new Set([...textsOf(section), ...told, title, stories, takeaways]);
    const objects = membersOf(section).filter(([, node]) => node.members && !known.has(node));
    this.#add(furtherLines(section, new Set([...known, ...objects.map(([, node]) => node)])));
    const further = takeaways === stories ? [] : (takeaways?.items ?? []);
    const areExported = further.every(isExported);
    if (areExported) for (const takeaway of further) this.#add(this.#takeaway(takeaway));
    for (const story of headed([...(stories?.items ?? []), ...(areExported ? [] : further)])) {
      const { from, to, text } = story;
      this.#add(text === undefined ? storyLines(story) : [{ text: `- ${tidy(text)}`, from, to }]);
    }
    for (const { items = [] } of nested) for (const one of items) this.#section(one, depth + 1);
    for (const [key, node] of objects) for (const group of partGroups(key, node, depth + 1)) this.#add(group);
  }

  #takeaway(takeaway: JsonNode): Line[] {
    const { members, from, to } = takeaway;
    const placesAt = (key: string) => (members?.get(key)?.items ?? []).flatMap(({ number }) => number ?? []);
    // A takeaway has only one of the two.
    const places = [...placesAt('references'), ...placesAt('sharedReferences')];
    const isShared = this.#isListed && places.length === this.#references.length;
    const cited = this.#isListed && !isShared ? places.map((place) => ` [${place + 1}]`).join('') : '';
    const emoji = wordsAt(takeaway, ['emoji']);
    const paragraphs = (members?.get('text')?.text ?? '')
      .split('\n')
      .map((line) => escapeLiteral(tidy(line)));
    const first = `${headlineAndBody(wordsAt(takeaway, ['label']), paragraphs.join('\n\n'))}${cited}`;
    const named = this.#isListed ? [] : places.flatMap((place) => this.#references[place] ?? []);
    return itemLines(
      [{ text: emoji === '' ? first : `${emoji} ${first}`, from, to }],
      named.flatMap(sourceLine),
      takeaway,
    );
  }
}

/** Whether a takeaway names its references by their places, as this product exports it. */
function isExported({ members }: JsonNode): boolean {
  return members?.get('references')?.items?.every(({ number }) => number !== undefined) === true;
}

/** Returns a text that is the whole briefing, with the marks that its author left out. */
function textOf({ text = '', from, to }: JsonNode): Line[] {
  const lines = splitLines(text);
  const marked = isPlainText(lines)
    ? markPlainText(lines, true).lines
    : normalizeLenientMarkdown(lines, true);
  return markdownOf({ text: marked.join('\n'), from, to });
}

/** Returns what a section says itself: its summaries, and its texts. */
function textsOf(section: JsonNode): JsonNode[] {
  const ledes = ledesOf(section);
  const said = new Set(ledes.map(({ text }) => text));
  const bodies = BODIES.flatMap((key) => (LEDES.includes(key) ? [] : (section.named?.get(key) ?? [])));
  return [...ledes, ...bodies.filter(({ text }) => !isBlank(text) && !said.has(text))];
}

/** Returns all summaries of a node: `"dek": "…"`, and `"summary": "…"` beside it. */
function ledesOf({ named }: JsonNode): JsonNode[] {
  return LEDES.flatMap((key) => named?.get(key) ?? []).filter(({ text }) => !isBlank(text));
}

function isReferenceSection(section: JsonNode): boolean {
  const kind = section.members?.get('kind')?.text;
  return (
    kind === 'references' || (kind === undefined && kindOfTitle(wordsAt(section, TITLES)) === 'references')
  );
}
