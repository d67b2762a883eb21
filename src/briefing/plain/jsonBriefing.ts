import { tidy } from '../../base/tidy.ts';
import { kindOfTitle } from '../text/vocabulary.ts';
import { type JsonNode, memberAt, readJson, wordsAt } from './jsonNodes.ts';
import { furtherLines } from './jsonProse.ts';
import { type Line, listedSource, literal, sourceLine, storySources } from './jsonSources.ts';

/** Markdown made of JSON; for each of its lines, the first and the last line of the JSON that it stands for. */
export interface JsonBriefing {
  readonly lines: readonly string[];
  readonly sourceLines: readonly number[];
  readonly sourceEnds: readonly number[];
  /** What its root says of the whole, by its keys: title, date, language. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Markdown of what stands before the first section. */
  readonly lede: string;
  /** What it is about, where nothing gives a title: its sections’ titles, or its first headline. */
  readonly about: string;
}

/** What programs call a section, its stories, and of each what it says and where that comes from. */
const LEDES = ['lede', 'summary', 'intro', 'overview', 'dek', 'digest'];
const SECTIONS = ['sections', 'categories', 'topics', 'groups', 'tabs'];
const TITLES = ['title', 'heading', 'name', 'label', 'category', 'topic'];
const STORIES = ['stories', 'items', 'articles', 'news', 'entries', 'top_stories', 'top_items'];
const HEADLINES = ['headline', 'title', 'heading', 'name'];
const BODIES = ['body', 'summary', 'text', 'description', 'content'];

/** More sections than this in each other are read as one. */
const DEEPEST_LEVEL = 6;

/**
 * A briefing that a program has written: `{ "sections": [{ "title": …, "stories": [{ "headline": …, "body": …, "sources":
 * [{ "name": …, "url": … }] }] }] }`, the same without sections, its stories alone, or what this product exports
 * (docs/briefing.schema.json). 'other' for JSON of any other shape, undefined for what is no JSON object. A story becomes
 * `- **Headline:** body`, with its sources as links in its last lines.
 */
export function readJsonBriefing(text: string): JsonBriefing | 'other' | undefined {
  if (!/^\ufeff?\s*[{[]/.test(text)) return undefined;
  const root = readJson(text.replace(/^\ufeff/, ''));
  // A list that tells nothing may be words: `[1]`.
  if (root?.items)
    return areStories(root.items)
      ? new JsonWriter({ ...root, members: NONE }, [], root.items).write()
      : undefined;
  if (!root?.members) return undefined;
  const named = root.members.get('sections');
  const sections = sectionsOf(memberAt(root, SECTIONS));
  if (sections.every(isSection) && (sections.length > 0 || named?.items))
    return new JsonWriter(root, sections).write();
  if (named) return 'other';
  const stories = storiesOf(root);
  return areStories(stories) ? new JsonWriter(root, [], stories).write() : 'other';
}

const NONE: ReadonlyMap<string, JsonNode> = new Map();

/** Sections stand in a list, or by their names: `{ "Ferries": [{ "headline": … }], "Tugs": { "items": […] } }`. */
function sectionsOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (node?.items) return node.items;
  return [...(node?.members ?? [])].map(([name, held]) => {
    const topic: [string, JsonNode] = [
      'topic',
      { from: held.from, to: held.from, text: name.replaceAll('_', ' ') },
    ];
    return {
      ...held,
      members: new Map(held.items ? [topic, ['items', held]] : [topic, ...(held.members ?? [])]),
    };
  });
}

/** Whatever else a program keeps in a list tells nothing. */
function areStories(nodes: readonly JsonNode[]): boolean {
  return nodes.length > 0 && nodes.every(tells);
}

function storiesOf(node: JsonNode): readonly JsonNode[] {
  return memberAt(node, STORIES)?.items ?? [];
}

function tells(story: JsonNode): boolean {
  return wordsAt(story, HEADLINES) !== '' || wordsAt(story, BODIES) !== '';
}

function isSection({ members }: JsonNode): boolean {
  const held = [...STORIES, 'takeaways', 'sections'].filter((key) => members?.has(key));
  return (
    held.length > 0 &&
    held.every((key) => members?.get(key)?.items?.every((one) => one.members !== undefined))
  );
}

class JsonWriter {
  readonly #root: JsonNode;
  readonly #sections: readonly JsonNode[];
  /** Those that stand in no section. */
  readonly #stories: readonly JsonNode[];
  /** The briefing's references, where there is a section for them: takeaways cite them by their numbers. */
  readonly #references: readonly JsonNode[];
  readonly #isListed: boolean;
  readonly #lines: Line[] = [];

  constructor(root: JsonNode, sections: readonly JsonNode[], stories: readonly JsonNode[] = []) {
    this.#root = root;
    this.#sections = sections;
    this.#stories = stories;
    this.#references = root.members?.get('references')?.items ?? [];
    this.#isListed = sections.some(isReferenceSection);
  }

  write(): JsonBriefing {
    const lede = memberAt(this.#root, LEDES);
    if (lede) this.#add(markdownOf(lede));
    for (const story of this.#stories) this.#add(storyLines(story));
    // The list of sources is made of what stands behind all sections.
    const listed = this.#sections.filter(isReferenceSection);
    for (const section of this.#sections) if (!listed.includes(section)) this.#section(section, 2);
    for (const section of listed) this.#section(section, 2);
    if (this.#isListed) this.#add(this.#references.map((one, i) => listedSource(one, i + 1)));
    const texts = [...(this.#root.members ?? [])].flatMap(([key, { text }]) =>
      text === undefined ? [] : [[key, text]],
    );
    return {
      lines: this.#lines.map(({ text }) => text),
      sourceLines: this.#lines.map(({ from }) => from),
      sourceEnds: this.#lines.map(({ to }) => to),
      metadata: Object.fromEntries(texts) as Record<string, string>,
      lede: lede?.text?.trim() ?? '',
      about:
        this.#sections
          .map((section) => wordsAt(section, TITLES))
          .filter(Boolean)
          .join(', ') || wordsAt(this.#stories[0] ?? this.#root, HEADLINES),
    };
  }

  /** Lines go on where those above them stand, so that each section and item holds what is in it. */
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
    const title = memberAt(section, TITLES);
    const own = members?.get('level')?.number ?? level;
    const depth = Math.min(DEEPEST_LEVEL, Math.max(1, Math.trunc(own)));
    const stories = memberAt(section, STORIES);
    const inside = stories ?? members?.get('takeaways') ?? members?.get('sections');
    // Keys stand in any order: a title below its stories is not where they begin.
    const to = title && inside && title.from <= inside.from ? title.to : from;
    this.#add([{ text: `${'#'.repeat(depth)} ${literal(tidy(title?.text ?? '')) || '…'}`, from, to }]);
    const lede = memberAt(section, LEDES);
    if (lede) this.#add(markdownOf(lede));
    for (const story of storiesOf(section)) this.#add(storyLines(story));
    for (const takeaway of members?.get('takeaways')?.items ?? []) this.#add(this.#takeaway(takeaway));
    for (const nested of members?.get('sections')?.items ?? []) this.#section(nested, depth + 1);
  }

  #takeaway(takeaway: JsonNode): Line[] {
    const { members, from, to } = takeaway;
    const places = (members?.get('references')?.items ?? []).flatMap(({ number }) => number ?? []);
    const isShared = this.#isListed && places.length === this.#references.length;
    const cited = this.#isListed && !isShared ? places.map((place) => ` [${place + 1}]`).join('') : '';
    const emoji = wordsAt(takeaway, ['emoji']);
    const paragraphs = (members?.get('text')?.text ?? '').split('\n').map((line) => literal(tidy(line)));
    const first = `${labelled(wordsAt(takeaway, ['label']), paragraphs.join('\n\n'))}${cited}`;
    const named = this.#isListed ? [] : places.flatMap((place) => this.#references[place] ?? []);
    return itemLines(
      [{ text: emoji === '' ? first : `${emoji} ${first}`, from, to }],
      named.flatMap(sourceLine),
      takeaway,
    );
  }
}

function isReferenceSection(section: JsonNode): boolean {
  const kind = section.members?.get('kind')?.text;
  return (
    kind === 'references' || (kind === undefined && kindOfTitle(wordsAt(section, TITLES)) === 'references')
  );
}

/** `- **Headline:** body`, what else is said of it, and below that a line of links. */
function storyLines(story: JsonNode): Line[] {
  const { from } = story;
  const body = memberAt(story, BODIES);
  const text = labelled(wordsAt(story, HEADLINES), withClosedFence(body?.text?.trim() ?? ''));
  const told = new Set([body, ...HEADLINES.map((key) => story.members?.get(key))]);
  return itemLines(
    [{ text, from, to: body?.to ?? from }, ...furtherLines(story, told)],
    storySources(story),
    story,
  );
}

/** An item with its links in a paragraph of their own, over all lines of what it stands for. */
function itemLines(words: readonly Line[], links: readonly Line[], { from, to }: JsonNode): Line[] {
  const parted = links.length > 0 ? [...words, { text: '', from, to: from }, ...links] : words;
  const lines = parted.flatMap((line) => line.text.split(/\r\n|\n|\r/).map((text) => ({ ...line, text })));
  return lines.map((line, i) => ({
    text: line.text === '' ? '' : `${i === 0 ? '- ' : '  '}${line.text}`,
    from: i === 0 ? from : line.from,
    to: i === lines.length - 1 ? to : Math.max(line.from, line.to),
  }));
}

/** Code that is never closed would take what stands below it for its own. */
function withClosedFence(body: string): string {
  let fence = '';
  for (const line of body.split(/\r\n|\n|\r/)) {
    const [, mark = ''] = FENCE.exec(line) ?? [];
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence) && line.trim() === mark) fence = '';
  }
  return fence === '' ? body : `${body}\n${fence}`;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** A list, a quotation, code, or a table: it begins no line that has begun with a headline. */
const BLOCK = /^(?:[-+*] |\d{1,9}[.)] |>|`{3}|~{3}|[^\n|]*\|[^\n]*\n[ \t|:-]+(?:\n|$))/;

/** `**Headline:** body`; a headline alone is the item's words. */
function labelled(headline: string, body: string): string {
  if (headline === '' || body === '') return body || literal(headline);
  if (BLOCK.test(body)) return `**${literal(headline)}**\n\n${body}`;
  return `**${literal(headline)}${/[?!:：？！]$/.test(headline) ? '' : ':'}** ${body}`;
}

function markdownOf({ text = '', from, to }: JsonNode): Line[] {
  return text.trim() === ''
    ? []
    : text
        .trim()
        .split(/\r\n|\n|\r/)
        .map((line) => ({ text: line, from, to }));
}
