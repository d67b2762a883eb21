import { sumOf } from '../../../base/sumOf.ts';
import { announcesContents, foldTitle, isOrdinaryName, kindOfTitle } from '../../text/vocabulary.ts';
import { announcesLog } from '../../text/logTitles.ts';
import { saysNoNews } from '../../text/noNews.ts';
import { announcesPeople, headsPeople } from '../../text/people.ts';
import { holdsSentence } from '../../text/sentences.ts';
import { type Block, blockText } from '../../blocks/document.ts';
import { linksOf } from '../../blocks/links.ts';
import { inlineOf, isList, isListOrTable, isParagraph, isRule } from '../../blocks/kinds.ts';
import { linesOf, plainText } from '../../grammar/tokens.ts';
import type { SectionTitles } from '../outline/headings.ts';
import type { SectionNode } from '../outline/sectionNode.ts';
import { isFullSentence, isOneLink, listsLinks } from '../../items/linksAsItems.ts';
import { isLeadIn } from '../../items/stories.ts';
import { isSourceParagraph } from '../../items/sourceLines.ts';
import { linksToSections } from './contentsLists.ts';
import { dataLists, DATUM, hasLink, isLinkAlone, recurringLinks } from './dataLists.ts';
import { type TakeawayNode, takeawaysOf } from '../../items/takeaways.ts';

/** The takeaways of each block that has any, and the sections that are logs and not news. */
export interface ItemLists {
  readonly takeaways: ReadonlyMap<Block, readonly TakeawayNode[]>;
  readonly logs: ReadonlySet<SectionNode>;
}

/** Finds the lists and tables whose items are takeaways: not sources, contents, logs, people, or data about a story. */
export function itemLists(sections: readonly SectionNode[], titles: SectionTitles): ItemLists {
  const logs = logsIn(sections, titles);
  const lists = new Map<Block, readonly TakeawayNode[]>();
  const prose = new Set<Block>();
  const sources = new Set<Block>();
  const ends = new Set<Block>();
  let names: ReadonlySet<string> | undefined;
  /** The last list, if readers are asked what they think. */
  let answers: Block | undefined;
  const addLists = (node: SectionNode): void => {
    const inProse = listsInProse(node);
    node.blocks.forEach((block, i) => {
      const endsText =
        node === sections[0] && sections.length + node.sections.length < 2 && !node.blocks[i + 1];
      if (!isListOrTable(block) || inProse.has(block) || hasNoStories(node, i, endsText)) return;
      const items = newsItemsOf(block);
      if (items.length === 0 || areIndicators(items) || areNotes(items) || areReactions(items, node, i))
        return;
      if (couldBeSectionNames(items, node) && areSectionNames(items, (names ??= namesOf(sections, titles))))
        return;
      if (isNamedSources(node.blocks[i - 1]) && items.every(hasLink)) return;
      if (areSourceItems(items, node.blocks[i - 1])) sources.add(block);
      else if (endsInLink(node, i, items)) ends.add(block);
      lists.set(block, items);
      answers = areAnswers(items, [node.heading, ...node.blocks.slice(Math.max(0, i - 2), i)])
        ? block
        : undefined;
      if (node.kind === 'prose') prose.add(block);
    });
  };
  const visit = (node: SectionNode): void => {
    if (node.kind !== 'references' && !node.isStory && !logs.has(node)) addLists(node);
    node.sections.forEach(visit);
  };
  sections.forEach(visit);
  // A single list of links below a paragraph may be its topic; several such lists, or one of one item, are sources.
  for (const block of sources) if (sources.size > 1 || lists.get(block)?.length === 1) lists.delete(block);
  // One such end may be a story of its own.
  if (ends.size > 1) for (const block of ends) lists.delete(block);
  if (answers && lists.size > 1) lists.delete(answers);
  for (const block of recurringLinks([...lists])) lists.delete(block);
  for (const block of dataLists([...lists].filter(([one]) => prose.has(one)))) lists.delete(block);
  return { takeaways: lists, logs };
}

/**
 * Returns the takeaways of a block; none if each only says that there is no news. Among others, such an item is kept.
 */
function newsItemsOf(block: Block): readonly TakeawayNode[] {
  const items = takeawaysOf(block);
  return items.some(({ label, text }) => label !== undefined || !saysNoNews(text)) ? items : [];
}

/**
 * Whether a list contains no stories. It names the sections that follow: `In this issue:` is above it, or its items
 * link to sections. At the end of the only section (`endsText`), links are the stories. Or it names people, whatever it
 * says about them: `Attendees` is above it or is the title of its section, up to a rule.
 */
function hasNoStories({ heading, blocks }: SectionNode, at: number, endsText: boolean): boolean {
  const above = blocks[at - 1] ?? heading;
  const block = blocks[at];
  const isNamed = (one: Block | undefined) => {
    const title = one && blockText(one);
    return title !== undefined && (namesPeople(title, block) || LEGEND.test(title.toLowerCase()));
  };
  return (
    (block !== undefined && linksToSections(block)) ||
    (above !== undefined &&
      announcesContents(blockText(above)) &&
      !(endsText && block && listsLinks(block))) ||
    isNamed(above) ||
    (above !== heading && isNamed(heading) && !blocks.slice(0, at).some(isRule))
  );
}

/** `Key points:` is a label of its list, and not a sentence. */
const CLAUSE = /\S(?:\s+\S+){3}|\p{Lo}{8}/u;
const NONE: ReadonlySet<Block> = new Set();
/** Minimum number of paragraphs beside a list that make the section prose. */
const PROSE = 3;

/**
 * Returns the short lists that end a sentence, `The new version is out. It has some improvements, like:`, in a
 * section that is mainly prose and continues below them.
 */
function listsInProse({ kind, blocks }: SectionNode): ReadonlySet<Block> {
  const led =
    kind === 'prose' ? blocks.filter((block, i) => isList(block) && isClauseLeadIn(blocks[i - 1])) : [];
  if (led.length === 0 || led.some(areLinked)) return NONE;
  const told = blocks.filter(isFullSentence);
  const lists = blocks.filter(isListOrTable);
  const isProse =
    told.length >= PROSE && lists.length * 2 < told.length && lettersIn(lists) * 2 < lettersIn(told);
  const end = told.at(-1)?.from ?? 0;
  return isProse ? new Set(led.filter(({ from }) => from < end)) : NONE;
}

/** Whether a list has several items, and most have links of their own: they are news, whatever leads to them. */
function areLinked(list: Block): boolean {
  const items = takeawaysOf(list);
  return items.length > 1 && items.filter(hasLink).length * 3 >= items.length * 2;
}

function isClauseLeadIn(block: Block | undefined): boolean {
  return (
    block !== undefined &&
    isLeadIn(block) &&
    CLAUSE.test(blockText(block)) &&
    block.tokens[1]?.children?.some(({ type }) => type === 'strong_open') === false
  );
}

function lettersIn(blocks: readonly Block[]): number {
  return sumOf(blocks, (block) => blockText(block).length);
}

/**
 * `Setup legend:`, `How to read this table:`, `Symbols used below:`, which explain signs and names, and not `Death of a
 * legend`; `Powered by:`, above what made the text. In lower case.
 */
const LEGEND =
  /^(?:(?:(?!(?:an?|of|une?|el|la|le|eine?|die|der)\s)\S+ ){0,3}(?:legend|leyenda|légende|legende|legenda|легенда)|how to read(?: (?:this|it|them)(?: \S+)?)?|key to (?:symbols|signs|abbreviations)|notations?|(?:notations?|symbols|signs|abbreviations|conventions) used(?: \S+){0,4}|图例|圖例|凡例|범례|powered by)\s*[:：]?$/;

/** Below a longer title than `Attendees`, sentences are news: `School attendance` above `It fell in March.` */
function namesPeople(title: string, list: Block | undefined): boolean {
  if (!headsPeople(title)) return false;
  const items = list && !announcesPeople(title) ? takeawaysOf(list) : [];
  return items.filter(({ text }) => holdsSentence(text)).length * 2 <= items.length;
}

/** Maximum length of a title. In UTF-16 units. */
const TITLE = 160;

/**
 * Whether items may only be the names of sections that follow: `- [Ferries](ferries.md): 3 papers`. In the key
 * takeaways, headlines without labels may be the summary.
 */
function couldBeSectionNames(items: readonly TakeawayNode[], { kind }: SectionNode): boolean {
  const isName = ({ label, text }: TakeawayNode) =>
    label === undefined
      ? kind !== 'takeaways' && text.length <= TITLE
      : label.length <= TITLE && DATUM.test(text);
  return items.length > 2 && items.every(isName);
}

/**
 * Whether at least four fifths of the items are names of sections. Each name counts once: one that recurs names the
 * source of the items.
 */
function areSectionNames(items: readonly TakeawayNode[], names: ReadonlySet<string>): boolean {
  const known = new Set<string>();
  for (const [i, { label, text }] of items.entries()) {
    const name = foldTitle(label ?? text);
    if (names.has(name)) known.add(name);
    // Of most lists, the first items decide: they name no section.
    const most = known.size + items.length - 1 - i;
    if (most * 5 < items.length * 4) return false;
  }
  return true;
}

/** Returns the titles of all sections, folded, with and without their numbers. */
function namesOf(sections: readonly SectionNode[], titles: SectionTitles): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (nodes: readonly SectionNode[]): void => {
    for (const node of nodes) {
      if (node.heading) {
        const name = foldTitle(titles.of(node));
        names.add(name).add(name.replace(/^\d{1,3} /, ''));
      }
      visit(node.sections);
    }
  };
  visit(sections);
  return names;
}

/** Returns the logs, with all sections inside them. Some names are a log's only if no other section comes after it. */
function logsIn(sections: readonly SectionNode[], titles: SectionTitles): ReadonlySet<SectionNode> {
  const length = (sections.at(-1)?.to ?? 0) - (sections[0]?.from ?? 0);
  // The section that is most of a text is its content: in `# Agenda`, a list, `# Log` and all that was said, the log.
  const isMost = ({ from, to }: SectionNode) => (to - from) * 3 > length * 2;
  const logs = new Set<SectionNode>();
  const addAll = (node: SectionNode): void => {
    logs.add(node);
    node.sections.forEach(addAll);
  };
  const visit = (nodes: readonly SectionNode[], isLast: boolean): boolean => {
    let isEnd = isLast;
    for (const node of nodes.toReversed()) {
      if (announcesLog(titles.of(node), isEnd && !isMost(node))) addAll(node);
      else isEnd = visit(node.sections, isEnd) && node.kind === 'references' && isEnd;
    }
    return isEnd;
  };
  visit(sections, true);
  return logs;
}

/**
 * Whether a list below a paragraph gives its sources: `- [Gazette](…) · [Courier](…)`, or `- https://a.example`,
 * `- https://b.example`.
 */
function areSourceItems(items: readonly TakeawayNode[], above: Block | undefined): boolean {
  if (!above || !isParagraph(above)) return false;
  if (items.length > 1 && /[:：]$/.test(blockText(above))) return false;
  return items.every(isSourceItem) || areNamedAddresses(items);
}

/** Whether a few links of three words at most to one site are the answers to a question: `Loved it`, `Not for me`. */
function areAnswers(items: readonly TakeawayNode[], above: readonly (Block | undefined)[]): boolean {
  return (
    items.length < 12 &&
    above.some((block) => block && /[?？]$/.test(blockText(block))) &&
    items.every((item) => isLinkAlone(item) && item.text.length < 40 && DATUM.test(item.text)) &&
    new Set(items.map(({ lead }) => linksOf(lead)[0]?.host)).size === 1
  );
}

/** Whether a section of sentences ends in a list of one item that is only a link, its page, `- [Gazette](…)`, up to a rule. */
function endsInLink({ blocks }: SectionNode, at: number, items: readonly TakeawayNode[]): boolean {
  const [item, ...others] = items;
  if (!item || others.length > 0 || at === 0) return false;
  const isLink = isOneLink({ tokens: item.tokens.slice(1, -1) });
  const end = blocks.findIndex((block, i) => i > at && isRule(block));
  const part = end < 0 ? blocks : blocks.slice(0, end);
  return isLink && part.every((block, i) => i === at || isFullSentence(block));
}

/** Whether a paragraph, or its last line, only says that sources follow: `Sources:`. */
function isNamedSources(block: Block | undefined): boolean {
  const inline = inlineOf(block);
  const last = inline ? linesOf(inline).at(-1) : undefined;
  const words = plainText(last ?? []);
  return /[:：]$/.test(words) && kindOfTitle(words) === 'references' && !isOrdinaryName(words.slice(0, -1));
}

/** `evidence: https://a.example`: one to three words and an address. */
const NAMED_ADDRESS = /^([\p{L}\p{N}_-]{2,20}(?: [\p{L}\p{N}_-]{1,20}){0,2}) ?[:：] ?https?:\/\/\S+$/u;

/** Whether all items are an address with the same words: with others, `Linux build: https://…`, they are news. */
function areNamedAddresses(items: readonly TakeawayNode[]): boolean {
  const names = items.map(({ label, text, tokens }) =>
    tokens.length === 5
      ? NAMED_ADDRESS.exec(label === undefined ? text : `${label}: ${text}`)?.[1]
      : undefined,
  );
  return names.every((name) => name !== undefined && name === names[0]);
}

function isSourceItem({ tokens }: TakeawayNode): boolean {
  const inside = tokens.slice(1, -1);
  return inside.length === 3 && isSourceParagraph({ tokens: inside });
}

/** What somebody says, in quotation marks: `“At last.”`. A title in them is shorter, or has no end of a sentence. */
const QUOTED =
  /^["“„«»「『‘'](?:.{2,}[.!?…。！？]["”“»«」』’']|.{2,}["”“»«」』’'][.!?…。！？]|.{60,}["”“»«」』’'])[^\p{L}\p{N}]{0,3}$/su;

/**
 * Whether a list in a text says how people react to what is told above it: `- **Ann:** “At last.”`. A list that is most
 * of its section has quotations of the day.
 */
function areReactions(items: readonly TakeawayNode[], { kind, blocks }: SectionNode, at: number): boolean {
  const list = blocks[at];
  if (kind !== 'prose' || !list || items.length < 2 || !blocks.slice(0, at).some(isFullSentence))
    return false;
  const quoted = items.filter(({ label, text }) => label !== undefined && QUOTED.test(text));
  if (quoted.length * 3 < items.length * 2 || items.some(hasLink)) return false;
  return haveLetters(blocks, lettersIn([list]) / 2);
}

/** Whether the text of some blocks, without lists, has at least this many letters. */
function haveLetters(blocks: readonly Block[], letters: number): boolean {
  let left = letters;
  for (const block of blocks) {
    if (!isListOrTable(block)) left -= lettersIn([block]);
    if (left <= 0) return true;
  }
  return false;
}

/** Typical parts of a hash or an address. */
const INDICATOR = /[\da-f]{16}|\d[.[\]]|\[\.\]|hxxp/i;

/** Whether most items are hashes, addresses, file names or tags instead of words. */
function areIndicators(items: readonly TakeawayNode[]): boolean {
  if (items.length < 3) return false;
  const indicators = items.filter(
    (item) =>
      item.label === undefined && !/\s/.test(item.text) && (INDICATOR.test(item.text) || isCode(item)),
  );
  return indicators.length * 5 >= items.length * 4;
}

/** A note in a folder: `[[Harbour/2026-03-03 Ferries]]`. */
const NOTE = /^\[\[[^/\]]+\/[^\]]+\]\]$/;

function areNotes(items: readonly TakeawayNode[]): boolean {
  return items.every(({ tokens }) => NOTE.test(tokens[2]?.content ?? ''));
}

/** Whether an item is only code, as a tag: `llm`. */
function isCode({ lead }: TakeawayNode): boolean {
  return lead.every(({ type, content }) => type === 'code_inline' || content.trim() === '');
}
