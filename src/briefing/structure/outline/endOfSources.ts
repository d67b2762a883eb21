import { type Block, blockText, inlineTokens, nodesIn } from '../../blocks/document.ts';
import { hasLinks } from '../../blocks/links.ts';
import { inlineOf, isList, isListOrTable, isParagraph, isRule, withoutRules } from '../../blocks/kinds.ts';
import { linesOf, plainText } from '../../grammar/tokens.ts';
import { isFullSentence } from '../../items/linksAsItems.ts';
import { isOfSending } from '../../items/sourceLines.ts';
import { endsSentence } from '../../text/sentences.ts';
import { entriesOf } from '../references/referenceEntries.ts';
import type { SectionNode } from './sectionNode.ts';

/** Maximum number of blocks of a closing, and of characters in each. Anything longer is a part of the text. */
const FEW = 2;
const SHORT = 300;
/** Minimum length of an item that is told, and not a source: `The Gazette, 3 March 2026.` In UTF-16 units. */
const TOLD = 60;
/** `Example, A. (2019). The harbour.`: a book or a paper. */
const YEAR = /[(（,.] ?(?:19|20)\d{2}[a-z]?[)）.,]/;

/**
 * Separates what closes a text from the sources above it in a reference section: `Have a great day!` below a list, or
 * lines, that all name a page. `notes`: the footnotes of the text, which may be the section's sources.
 */
export function withClosing<T extends SectionNode>(section: T, notes: readonly Block[]): T {
  const { kind, blocks, from } = section;
  if (kind !== 'references') return section;
  const end = hasNotesOnly(blocks, from, notes) ? 0 : endOfSources(blocks);
  return end === blocks.length
    ? section
    : { ...section, blocks: blocks.slice(0, end), closing: blocks.slice(end) };
}

/** Whether a few blocks can only close a text: short paragraphs without a link. */
export function areClosing(blocks: readonly Block[]): boolean {
  return blocks.length <= FEW && blocks.every(isClosing);
}

/** The blocks at the end of a text that may close it. */
export function closingOf(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex((block) => !isClosing(block));
  return blocks.slice(Math.max(last + 1, blocks.length - FEW));
}

function isClosing(block: Block): boolean {
  return isParagraph(block) && (!namesPage(block) || isOfSending(block)) && isShort(block);
}

function isShort(block: Block): boolean {
  const { length } = blockText(block);
  return length > 0 && length <= SHORT;
}

/** The index of the first block that closes the text, after the last list of sources. */
function endOfSources(blocks: readonly Block[]): number {
  const last = blocks.findLastIndex((block) => isListOrTable(block) || isLines(block));
  const areNotes = endsInNotes(blocks);
  const end = areNotes ? last - 1 : last + 1;
  const below = blocks.slice(end);
  const isEnd = end > 0 && (areNotes || areClosing(below) || isApart(below));
  return isEnd && blocks.slice(0, end).every((block) => isRule(block) || namesPagesOnly(block))
    ? end
    : blocks.length;
}

/** Whether blocks are a few paragraphs of sentences below a rule, of any length. */
function isApart([rule, ...blocks]: readonly Block[]): boolean {
  const paragraphs = withoutRules(blocks);
  const tells = (block: Block) =>
    isParagraph(block) &&
    endsSentence(blockText(block)) &&
    !namesPagesOnly(block) &&
    !YEAR.test(blockText(block));
  return (
    rule !== undefined &&
    isRule(rule) &&
    paragraphs.length > 0 &&
    paragraphs.length <= FEW &&
    paragraphs.every(tells)
  );
}

/** Whether the last blocks are a line that introduces a list, and that list, which is told and names no page. */
function endsInNotes(blocks: readonly Block[]): boolean {
  const [lead, list] = blocks.slice(-2);
  return lead !== undefined && list !== undefined && isClosing(lead) && isTold(list);
}

/** Whether a list is told in sentences, and names no page. */
function isTold(block: Block): boolean {
  if (!isList(block) || namesPage(block)) return false;
  const items = nodesIn(block).map((item) => plainText(inlineTokens(item)));
  return items.every((words) => words.length >= TOLD && endsSentence(words) && !YEAR.test(words));
}

/** Whether the sources are the footnotes below a heading, and all that is left there are sentences. */
function hasNotesOnly(blocks: readonly Block[], from: number, notes: readonly Block[]): boolean {
  return (
    blocks.length > 0 &&
    areClosing(blocks) &&
    blocks.every(isFullSentence) &&
    notes.length > 0 &&
    notes.every((note) => note.from >= from && hasLinks(note))
  );
}

/** Whether a paragraph has several lines that each name a page. */
export function isLines(block: Block): boolean {
  const inline = inlineOf(block);
  return inline !== undefined && linesOf(inline).length > 1 && namesPagesOnly(block);
}

/** Whether each item, row or line of a block names a page. A title may have its address on the next line. */
function namesPagesOnly(block: Block): boolean {
  const { tokens } = block;
  if (isList(block)) return nodesIn(block).every((item) => namesPage({ tokens: item }));
  if (isListOrTable(block)) return hasLinks(block);
  const named = inlineTokens(tokens)
    .flatMap(linesOf)
    .map((line) => entriesOf(line).some(({ url }) => url !== undefined));
  return named.every((isNamed, i) => isNamed || (named[i + 1] === true && named[i - 1] !== false));
}

function namesPage({ tokens }: Pick<Block, 'tokens'>): boolean {
  return inlineTokens(tokens)
    .flatMap(linesOf)
    .some((line) => entriesOf(line).some(({ url }) => url !== undefined));
}
