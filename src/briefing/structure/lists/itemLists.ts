import type { Token } from 'markdown-it';
import { announcesContents, foldTitle } from '../../text/vocabulary.ts';
import { announcesLog, saysNothing } from '../../text/noNews.ts';
import { announcesPeople } from '../../text/people.ts';
import { namesPart } from '../../text/partLabels.ts';
import { closeOf } from '../../grammar/tokens.ts';
import { type Block, blockText } from '../../blocks/document.ts';
import { targetOf } from '../../blocks/links.ts';
import { sectionTitle } from '../headings.ts';
import type { SectionNode } from '../sections.ts';
import { isSourceParagraph } from '../../items/sourceLines.ts';
import { holdsItems, isList, type TakeawayNode, takeawaysOf } from '../../items/takeaways.ts';

/** The takeaways of each block that has some, and the sections that are no news. */
export interface ItemLists {
  readonly takeaways: ReadonlyMap<Block, readonly TakeawayNode[]>;
  readonly logs: ReadonlySet<SectionNode>;
}

/** Finds the lists and tables whose items are takeaways: not sources, contents, logs, people, or data about a story. */
export function itemLists(sections: readonly SectionNode[]): ItemLists {
  const logs = logsIn(sections);
  const lists = new Map<Block, readonly TakeawayNode[]>();
  const prose = new Set<Block>();
  const sources = new Set<Block>();
  let titles: ReadonlySet<string> | undefined;
  const visit = (node: SectionNode): void => {
    node.blocks.forEach((block, i) => {
      if (
        !holdsItems(block) ||
        node.kind === 'references' ||
        node.isStory ||
        logs.has(node) ||
        namesNoStories(node, i)
      )
        return;
      const items = itemsOf(block);
      if (items.length === 0 || areIndicators(items)) return;
      if (mayNameSections(items, node) && nameSections(items, (titles ??= titlesOf(sections)))) return;
      if (areSources(items, node.blocks[i - 1])) sources.add(block);
      lists.set(block, items);
      if (node.kind === 'prose') prose.add(block);
    });
    node.sections.forEach(visit);
  };
  sections.forEach(visit);
  // Several links below one paragraph may be what it is about; where a list stands so elsewhere, they are not.
  for (const block of sources) if (sources.size > 1 || lists.get(block)?.length === 1) lists.delete(block);
  for (const block of recurringLinks([...lists])) lists.delete(block);
  for (const block of attributeLists([...lists].filter(([one]) => prose.has(one)))) lists.delete(block);
  return { takeaways: lists, logs };
}

/** None where each says that there is nothing; among others, what does so is read as they are. */
function itemsOf(block: Block): readonly TakeawayNode[] {
  const items = takeawaysOf(block);
  return items.some(({ label, text }) => label !== undefined || !saysNothing(text)) ? items : [];
}

/**
 * A list of links to sections: `- [World](#world)`, and not of what cites its sources so, `It stops [[2](#source-2)].`, or
 * says where more is told of it: `The last ferry leaves at nine. ([Ferries](#ferries))`.
 */
function leadsInside({ tokens }: Block): boolean {
  let links = 0;
  for (const { children } of tokens) {
    let before = 0;
    for (const [i, word] of (children ?? []).entries()) {
      before += word.content.length;
      if (!word.type.endsWith('link_open')) continue;
      if (targetOf(word)?.kind !== 'section') return false;
      const words = children?.[i + 1]?.content ?? '';
      if (/\p{L}/u.test(words) && before <= Math.max(FRONT, words.length)) links++;
    }
  }
  const items = tokens.filter(({ type }) => type === 'list_item_open').length;
  return items > 1 && links >= items;
}

/** `Part 12: ` may stand before a link; more tells something. In UTF-16 units. */
const FRONT = 12;

/**
 * `In this issue:` above a list, which names what follows; `Attendees` above one of people, or as the title of its section,
 * whatever else that says of them.
 */
function namesNoStories({ heading, blocks }: SectionNode, at: number): boolean {
  const above = blocks[at - 1] ?? heading;
  const block = blocks[at];
  return (
    (above !== undefined && announcesContents(blockText(above))) ||
    namesPeople(above) ||
    (above !== heading && namesPeople(heading)) ||
    (block !== undefined && leadsInside(block))
  );
}

function namesPeople(block: Block | undefined): boolean {
  return block !== undefined && announcesPeople(blockText(block));
}

/** No title is longer. In UTF-16 units. */
const TITLE = 160;

/** `- [Ferries](ferries.md): 3 papers` says no more of what follows than what it is called. Headlines alone may sum it up. */
function mayNameSections(items: readonly TakeawayNode[], { kind }: SectionNode): boolean {
  const isName = ({ label, text }: TakeawayNode) =>
    label === undefined
      ? kind !== 'takeaways' && text.length <= TITLE
      : label.length <= TITLE && DATUM.test(text);
  return items.length > 2 && items.every(isName);
}

/** Each once: where a name comes again, it says whose news each item is. */
function nameSections(items: readonly TakeawayNode[], titles: ReadonlySet<string>): boolean {
  const names = new Set(items.map(({ label, text }) => foldTitle(label ?? text)));
  const known = [...names].filter((name) => titles.has(name));
  return known.length * 5 >= items.length * 4;
}

function titlesOf(sections: readonly SectionNode[]): ReadonlySet<string> {
  const titles = new Set<string>();
  const visit = (nodes: readonly SectionNode[]): void => {
    for (const { heading, sections } of nodes) {
      if (heading) titles.add(foldTitle(sectionTitle(heading)));
      visit(sections);
    }
  };
  visit(sections);
  return titles;
}

/** A log's sections are no news either. Some names are a log's only where nothing else comes after them. */
function logsIn(sections: readonly SectionNode[]): ReadonlySet<SectionNode> {
  const length = (sections.at(-1)?.to ?? 0) - (sections[0]?.from ?? 0);
  // `# Agenda`, a list, `# Log` and all that was said: what is most of a text is what it tells.
  const isMost = ({ from, to }: SectionNode) => (to - from) * 3 > length * 2;
  const logs = new Set<SectionNode>();
  const addAll = (node: SectionNode): void => {
    logs.add(node);
    node.sections.forEach(addAll);
  };
  const visit = (nodes: readonly SectionNode[], isLast: boolean): boolean => {
    let isEnd = isLast;
    for (const node of nodes.toReversed()) {
      if (announcesLog(sectionTitle(node.heading), isEnd && !isMost(node))) addAll(node);
      else isEnd = visit(node.sections, isEnd) && node.kind === 'references' && isEnd;
    }
    return isEnd;
  };
  visit(sections, true);
  return logs;
}

/**
 * The lists of what is said of one story: `- **Source:** …`, `- **Summary:** …`; of data that several lists have by the
 * same names, `- File size: 820 bytes`; or of parts that three lists at least have, or two the same three, and nothing else.
 * What stands in such a list is a name of data in others, too.
 */
function attributeLists(lists: readonly (readonly [Block, readonly TakeawayNode[]])[]): readonly Block[] {
  // A link alone beside such parts is the story's source.
  const all = lists.map(([block, listed]) => {
    const said = listed.filter((item) => !isLinkAlone(item));
    const items = said.length > 0 ? said : listed;
    const labels = labelsOf(items, items.length < listed.length);
    return { block, items, labels, row: labels.join('\n') };
  });
  const labelled = all.filter(
    ({ items, labels }) => labels.length * 4 >= items.length * 3 && !items.every(isGroup),
  );
  const counts = new Map<string, number>();
  for (const { labels } of all) for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const rows = new Map<string, number>();
  for (const { row } of labelled) rows.set(row, (rows.get(row) ?? 0) + 1);
  const names = new Set<string>();
  for (const { block, items, labels, row } of labelled) {
    const recurs = (times: number) => (label: string) => (counts.get(label) ?? 0) >= times;
    const data = items.filter(({ text }) => DATUM.test(text)).length;
    // The same headlines may come again: in a table, or as links.
    const isData =
      items.length > 1 &&
      data * 5 >= items.length * 3 &&
      areMost(labels, recurs(2)) &&
      !items.every(isNamedByLink);
    const areTwice = rows.get(row) === 2 && areShort(items, labels);
    const areParts =
      isList(block) && (areTwice || areNearlyAll(labels, recurs(3))) && !items.some(isNamedByLink);
    if (isData || areParts) for (const label of labels) names.add(label);
  }
  return labelled
    .filter(
      ({ block, items, labels }) =>
        areMost(labels, (label) => names.has(label) || (items.length > 1 && namesPart(label))) ||
        (isList(block) && areFigures(items)),
    )
    .map(({ block }) => block);
}

/** All, or of many, two thirds: one story or another has a part of its own. */
function areNearlyAll(labels: readonly string[], is: (label: string) => boolean): boolean {
  const found = labels.filter(is).length;
  return found === labels.length || (found > FEW && found * 3 >= labels.length * 2);
}

/** Three parts and more, by their names and with few words below: no stories that are told in two places. */
function areShort(items: readonly TakeawayNode[], labels: readonly string[]): boolean {
  const short = items.filter(({ rest }) => rest.length === 0);
  return labels.length > 2 && labels.every(({ length }) => length <= 30) && short.length * 2 >= items.length;
}

/** `- [Map](…)`, `- [Photo](…)` below each of three headlines: where those come from, in a word or two. */
function recurringLinks(lists: readonly (readonly [Block, readonly TakeawayNode[]])[]): readonly Block[] {
  const links = lists.filter(
    ([block, items]) => isList(block) && items.every((item) => isLinkAlone(item) && NAME.test(item.text)),
  );
  const counts = new Map<string, number>();
  const names = links.map(([, items]) => new Set(items.map(({ text }) => foldTitle(text))));
  for (const name of names.flatMap((own) => [...own])) counts.set(name, (counts.get(name) ?? 0) + 1);
  const recurs = (name: string) => (counts.get(name) ?? 0) > 2;
  return links.flatMap(([block], i) => (areMost([...(names[i] ?? [])], recurs) ? block : []));
}

/** Of a source or of what it is: `Map`, `Pull request`. */
const NAME = /^[^\s]{1,20}(?: [^\s]{1,20})?$/;

/** `820,729 bytes`: a datum has three words at most. */
const DATUM = /^\S*(?:\s+\S+){0,2}$/;

/** `- Feeds read: 120`, `- Items kept: 12 of 340`: a list of figures is no list of stories. */
function areFigures(items: readonly TakeawayNode[]): boolean {
  if (items.length <= FEW || items.some(isNamedByLink)) return false;
  const figures = items.filter(({ label, text }) => label !== undefined && isFigure(text));
  return figures.length * 5 >= items.length * 4;
}

/** So many figures may be what a short list is about. */
const FEW = 4;

/** `120 items`, `12 of 340`; languages that have no spaces say much in one word. */
function isFigure(text: string): boolean {
  return (
    /\d/.test(text) &&
    DATUM.test(text) &&
    (text.match(/[\p{Ideo}\p{scx=Kana}\p{scx=Hang}]/gu)?.length ?? 0) <= 6
  );
}

/**
 * Folded, each once; that of what says no more, `- Published:`, too. Beside a link alone an emoji is one: `- 📄 It stops.`,
 * `- 🔗 https://a.example`.
 */
function labelsOf(items: readonly TakeawayNode[], byEmoji: boolean): readonly string[] {
  const labels = items.flatMap(
    ({ label, text, emoji = [] }) => label ?? EMPTY.exec(text)?.[1] ?? (byEmoji ? emoji : []),
  );
  return [...new Set(labels.map((label) => foldTitle(label) || label))];
}

const EMPTY = /^([^\n:：]{2,40})[:：](?:\n|$)/;

/** - 🔗 [The office: the ferry stops](https://a.example) */
function isLinkAlone({ label, lead, rest }: TakeawayNode): boolean {
  if (label !== undefined || rest.length > 0) return false;
  // Where an emoji was, an empty text is left.
  const words = lead.filter(({ type, content }) => type !== 'text' || content.trim() !== '');
  return words[0]?.type === 'link_open' && closeOf(words, 0) === words.length - 1;
}

function isNamedByLink({ name }: TakeawayNode): boolean {
  return name.some(({ type }) => type.endsWith('link_open'));
}

/** `- **Ferries:**` above links to what is new there: whose news it is, and no part of a story. */
function isGroup({ label, lead, rest }: TakeawayNode): boolean {
  if (label === undefined || lead.length > 0 || rest[0]?.type !== 'bullet_list_open') return false;
  const items = rest.filter(({ type }) => type === 'list_item_open').length;
  const isLinked = ({ children }: Token) => children?.some(({ type }) => type.endsWith('link_open')) === true;
  return rest.filter(isLinked).length * 3 >= items * 2;
}

function areMost(labels: readonly string[], is: (label: string) => boolean): boolean {
  return labels.filter(is).length * 2 >= labels.length;
}

/** `- [Gazette](…) · [Courier](…)`, or `- https://a.example`, `- https://b.example` below a paragraph: where that comes from. */
function areSources(items: readonly TakeawayNode[], above: Block | undefined): boolean {
  if (above?.tokens[0]?.type !== 'paragraph_open') return false;
  return items.every(isSource) && (items.length === 1 || !/[:：]$/.test(blockText(above)));
}

function isSource({ tokens, from, to }: TakeawayNode): boolean {
  const inside = tokens.slice(1, -1);
  return inside.length === 3 && isSourceParagraph({ tokens: inside, from, to });
}

/** In a hash, or an address. */
const INDICATOR = /[\da-f]{16}|\d[.[\]]|\[\.\]|hxxp/i;

/** Hashes, addresses, names of files and tags: no words. */
function areIndicators(items: readonly TakeawayNode[]): boolean {
  if (items.length < 3) return false;
  const indicators = items.filter(
    (item) =>
      item.label === undefined && !/\s/.test(item.text) && (INDICATOR.test(item.text) || isCode(item)),
  );
  return indicators.length * 5 >= items.length * 4;
}

/** - `llm` */
function isCode({ lead }: TakeawayNode): boolean {
  return lead.every(({ type, content }) => type === 'code_inline' || content.trim() === '');
}
