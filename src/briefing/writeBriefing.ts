import { joinFilled } from '../base/joinFilled.ts';
import { escapeHeadingEnd } from './text/sourceText.ts';
import { isRest } from './blocks/density.ts';
import { type Block, blockText } from './blocks/document.ts';
import { isTable } from './blocks/kinds.ts';
import type { GivenSource } from './grammar/givenSources.ts';
import type { Briefing, Reference } from './model.ts';
import { siteOf } from './text/links/safeUrl.ts';
import { type SectionParts, type Structure, structureOf, type TakeawayParts } from './structure/structure.ts';
import { isFileName } from './text/title.ts';
import { foldTitle, kindOfTitle } from './text/vocabulary.ts';
import { jointOf } from './items/joint.ts';
import { writeLabelled } from './write/writeLabelled.ts';
import {
  escapeWithin,
  escapeWords,
  writeBlocks,
  writeHeading,
  writeItem,
  withBox,
  writeLink,
  noteLabel,
} from './write/writeMarkdown.ts';

/**
 * Returns a briefing as canonical Markdown, whatever format it was read from: front matter, one level-1 heading,
 * sections, takeaways as `- 🤝 **Label:** text` with the joint that was written between the two, references as
 * `[Title](url) — Site`. Parsing the result gives the same briefing.
 */
export function writeBriefing(briefing: Briefing): string {
  const structure = structureOf(briefing);
  const { remarks } = structure.document;
  const writer = new Writer(structure);
  const parts = [
    frontMatter(briefing, structure.document.frontMatter.sources),
    ...remarks.opening.map((block) => writer.block(block)),
    writer.title(briefing.title),
    ...structure.lede.map((block) => writer.block(block)),
    ...structure.sections.map((section) => writer.section(section)),
    ...writer.footnotes(),
    ...remarks.closing.map((block) => writer.block(block)),
  ];
  return `${joinFilled(parts, '\n\n')}\n`;
}

/** Returns front matter with the metadata that a heading cannot hold. JSON strings and objects are also YAML. */
function frontMatter({ title, date, language }: Briefing, sources: readonly GivenSource[]): string {
  const values = Object.entries({ title: isReadAsTitle(title) ? undefined : title, date, lang: language });
  const lines = values.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${quoted(value)}`]));
  const named = sources.map(({ title: name, url, label }, i) => {
    const id = label === undefined || label === String(i + 1) ? undefined : label;
    return `  - ${quoted({ name, url, id })}`;
  });
  const all = [...lines, ...(named.length > 0 ? ['sources:', ...named] : [])];
  return all.length === 0 ? '' : ['---', ...all, '---'].join('\n');
}

/** JSON without `<`, because front matter is Markdown for programs that do not know it. */
function quoted(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** Whether a level-1 heading with these words is read as the title: one named `Summary` is a section. */
function isReadAsTitle(title: string): boolean {
  return foldTitle(title) !== '' && kindOfTitle(title) === 'prose' && !isFileName(title);
}

/** Types of tokens that lead from a label to somewhere else. */
const LEADING = new Set(['link_open', 'citation', 'image']);

class Writer {
  readonly #structure: Structure;

  constructor(structure: Structure) {
    this.#structure = structure;
  }

  /** The title keeps its links if it comes from the text itself. */
  title(title: string): string {
    const { titleBlock } = this.#structure;
    if (!isReadAsTitle(title)) return '';
    const isOwn = titleBlock && blockText(titleBlock) === title;
    return `# ${isOwn ? writeHeading(titleBlock.tokens.slice(1, -1)) : escapeHeadingEnd(escapeWithin(title))}`;
  }

  section({ title, node, blocks, sections }: SectionParts): string {
    const heading = node.heading
      ? `${'#'.repeat(node.level)} ${writeHeading(node.heading.tokens.slice(1, -1))}`
      : node.kind === 'references'
        ? `## ${title}`
        : '';
    const body =
      node.kind === 'references'
        ? [this.#references(node)]
        : blocks.map(({ block, takeaways }) =>
            takeaways.length > 0 && !isTable(block) ? this.#takeaways(block, takeaways) : this.block(block),
          );
    return joinFilled(
      [
        [...(node.kicker ?? []).map((block) => this.block(block)), heading].join('\n'),
        ...body,
        ...sections.map((section) => this.section(section)),
      ],
      '\n\n',
    );
  }

  block({ tokens }: Block): string {
    return writeBlocks(tokens);
  }

  footnotes(): string[] {
    return [...this.#structure.document.footnotes].map(([label, { tokens }]) =>
      writeItem(`[^${noteLabel(label)}]: `, writeBlocks(tokens)).replace(/\n +/g, '\n    '),
    );
  }

  #takeaways({ tokens: [open] }: Block, takeaways: readonly TakeawayParts[]): string {
    const start = Number(open?.attrGet('start') ?? 1);
    const isNumbered = open?.type === 'ordered_list_open';
    return takeaways
      .map((takeaway, i) => writeItem(isNumbered ? `${start + i}. ` : '- ', this.#takeaway(takeaway)))
      .join('\n');
  }

  /** A label with a link, and an item without a label, are written as they are. */
  #takeaway({ node }: TakeawayParts): string {
    const { label, name, emoji, lead, rest, tokens } = node;
    if (label === undefined || name.some(({ type }) => LEADING.has(type)))
      return withBox(tokens, writeBlocks(tokens.slice(1, -1)));
    const first = joinFilled([emoji, writeLabelled(label, lead, jointOf(node))], ' ');
    return withBox(tokens, joinFilled([first, writeBlocks(rest)], '\n\n'));
  }

  /**
   * Writes one list item for each source, after its label if the text can cite it by that. A section without sources,
   * such as thanks, is written as it is.
   */
  #references(node: SectionParts['node']): string {
    const own = this.#structure.references.mentionsIn(node.from, node.to);
    const { blocks, closing = [] } = node;
    if (own.length === 0) return [...blocks, ...closing].map((block) => this.block(block)).join('\n\n');
    const list = own
      .map(
        ({ label, ...reference }) =>
          `- ${label === undefined ? '' : `[${label}] `}${writeReference(reference)}`,
      )
      .join('\n');
    const below = [...closing, ...blocks.filter(isRest)];
    return [list, ...below.map((block) => this.block(block))].join('\n\n');
  }
}

function writeReference({ title, url, site }: Reference): string {
  if (url === undefined) return escapeWords(title);
  const host = siteOf(url);
  const link = writeLink(url, title === host ? undefined : escapeWithin(title));
  return site === undefined || site === host ? link : `${link} — ${escapeWithin(site)}`;
}
