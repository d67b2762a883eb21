import { type Block, inlineTokens } from '../../blocks/document.ts';
import { asHeading } from '../../blocks/headings.ts';
import { linesOf, plainText } from '../../grammar/tokens.ts';
import { linksOf } from '../../blocks/links.ts';
import { inlineOf, isParagraph, isRule } from '../../blocks/kinds.ts';
import { splitParagraph } from '../../items/makeLists.ts';
import { runInSources } from '../../items/runInSources.ts';
import { mayNameSources, opensSources } from '../../text/sourceLabels.ts';
import { isOrdinaryName, kindOfTitle } from '../../text/vocabulary.ts';
import { numberAtStart } from '../references/citationMarks.ts';
import { entriesOf } from '../references/referenceEntries.ts';
import { closingOf, isLines } from './endOfSources.ts';
import { isHeading, sectionTitle } from './headings.ts';
import type { SectionNode } from './sectionNode.ts';

/** The level of a section that has no heading of its own. */
const LEVEL = 2;

/**
 * Splits off the sources at the end of a text, as a reference section: numbered lines, `[1] https://a.example`, or
 * lines that name pages right below their name, `Sources:`. A short closing may be below, or a rule and a paragraph, as
 * a mail is signed.
 */
export function splitSourcesAtEnd(
  blocks: readonly Block[],
): readonly [readonly Block[], readonly SectionNode[]] {
  const closing = closingOf(blocks);
  const [rule, signature] = blocks.slice(-2);
  const isSigned = isRule(rule) && isParagraph(signature) && !areSources(signature);
  const listed = isSigned ? blocks.slice(0, -2) : blocks.slice(0, blocks.length - closing.length);
  const isLine = isOnlyLine(listed);
  const last = isLine ? listed.length - 2 : listed.findLastIndex((block) => !isNumberedSources(block));
  const [heading, ...lines] = isLine ? [] : withName(listed[last]);
  const body = blocks.slice(0, heading ? last : last + 1);
  const below = listed.slice(last + 1);
  const own = [...lines, ...below, ...(isSigned ? blocks.slice(-2) : [])];
  const [first, end] = [heading ?? own[0], blocks.at(-1)];
  if (!first || !end || last < 0 || lines.length + below.length === 0) return [blocks, []];
  const above = body.findLast(isHeading);
  if (above && kindOfTitle(sectionTitle(above)) === 'references') return [blocks, []];
  const section: SectionNode = {
    kind: 'references',
    level: LEVEL,
    ...(heading && { heading }),
    blocks: own,
    ...(!isSigned && closing.length > 0 && { closing }),
    isStory: false,
    sections: [],
    from: first.from,
    to: end.to,
  };
  return [body, [section]];
}

/**
 * Whether the last block is the only one that names sources in a line, and they are several that all have links:
 * `Sources: [A](https://a.example), [B](https://b.example)`.
 */
function isOnlyLine(blocks: readonly Block[]): boolean {
  const inline = inlineOf(blocks.at(-1));
  if (!inline?.content.includes('](')) return false;
  const [line = [], ...others] = linesOf(inline);
  if (others.length > 0 || !opensSources(plainText(line))) return false;
  const named = runInSources(line);
  if (named.length < 2 || entriesOf(line).length !== named.length) return false;
  return !blocks.slice(0, -1).some(namesSourcesInLine);
}

function namesSourcesInLine({ tokens }: Block): boolean {
  return inlineTokens(tokens).some(
    (inline) =>
      mayNameSources(inline.content) && linesOf(inline).some((line) => runInSources(line).length > 0),
  );
}

/** Splits a paragraph below the name of its sources into a heading and their lines; empty for any other block. */
function withName(block: Block | undefined): readonly Block[] {
  const inline = inlineOf(block);
  // A cheap first check: most paragraphs are one line.
  if (!block || !inline?.content.includes('\n')) return [];
  const name = plainText(linesOf(inline)[0] ?? []).replace(/\s*[:：]$/, '');
  if (kindOfTitle(name) !== 'references' || isOrdinaryName(name)) return [];
  const [label, lines] = splitParagraph(block, (line) => line === 1);
  return label && lines && (isNumberedSources(lines) || isLines(lines))
    ? [asHeading(label, LEVEL), lines]
    : [];
}

function areSources(block: Block | undefined): boolean {
  return isNumberedSources(block) || withName(block).length > 0;
}

function isNumberedSources(block: Block | undefined): boolean {
  const inline = inlineOf(block);
  return (
    inline !== undefined &&
    /^[[【¹²³⁰⁴-⁹]/.test(inline.content) &&
    linesOf(inline).every(
      (line) => numberAtStart(plainText(line)).label !== undefined && linksOf(line).length > 0,
    )
  );
}
