import { type Block, blockText, type Document, isPicture } from '../blocks/document.ts';
import { isRule } from '../blocks/kinds.ts';
import { isDatedHeading, isDatelineHeading, isDatelineParagraph } from './outline/datelineHeading.ts';
import { linesOf, plainText } from '../grammar/tokens.ts';
import type { Structure } from './structure.ts';
import { isBulletinCode } from '../text/bulletins.ts';
import { isNoTitle } from '../text/colophon.ts';
import { announcesPeople } from '../text/people.ts';
import { readMetadataLines } from '../text/metadataLines.ts';
import { besideDate } from '../text/dates/date.ts';
import { unspacedLength } from '../text/scripts.ts';
import { isBlank } from '../text/sourceText.ts';
import { saysHowSent } from '../text/links/sendingLinks.ts';
import { type FirstLine, isDrawing, isFileName, withoutEdition } from '../text/title.ts';
import { announcesContents } from '../text/vocabulary.ts';

/**
 * Returns the source of the blocks before the first section that have content. The title's own lines are left out
 * wherever they are, and so is a dateline right below them.
 */
export function ledeOf(structure: Structure): string {
  const { document, lede, sections } = structure;
  if (document.json) return document.json.lede;
  const firstSection = sections[0]?.node.from ?? document.lines.length;
  const written = lede.filter((block) => block.from < firstSection && hasContent(document, block));
  const start = written.findIndex((block) => !isDatelineBlock(block, structure));
  return written
    .slice(start < 0 ? written.length : start)
    .map(({ from, to }) => document.body.slice(from, to))
    .map((lines) => lines.join('\n').trimEnd())
    .join('\n\n')
    .trim();
}

/** The first line with content that does not only introduce others (`Here it is:`); of a list, its first item's. */
export function firstLineOf(document: Document): FirstLine {
  const { blocks, lines, json, problems } = document;
  // A headline of one of its stories is not the title of all.
  if (json) return { words: json.headline, isWhole: true };
  // The first line of JSON that is not a briefing is only `{`.
  if (problems.some(({ code }) => code === 'not-a-briefing')) return NO_WORDS;
  let leadIn: FirstLine | undefined;
  let dated: FirstLine | undefined;
  for (const block of blocks) {
    // The first heading like `## Ferry news (3 March 2026)` is a better title than an item.
    if (isDatelineHeading(block) && isMoreThanDate(blockText(block))) dated ??= firstLineIn(block);
    if (!hasContent(document, block) || saysHowSent(blockText(block))) continue;
    const found = firstLineIn(block);
    // `Present: Ann, Bob` cannot be the title of minutes, and the text below it belongs to their sections.
    if (found && announcesPeople(found.words)) return dated ?? NO_WORDS;
    if (found && (isNoTitle(found.words) || announcesContents(found.words))) continue;
    // `Dear all,` is above what is said.
    const isGreeting = found !== undefined && /[,，]$/.test(found.words) && found.words === blockText(block);
    if (found && !isGreeting && !/[:：]$/.test(found.words)) return found.isWhole ? found : (dated ?? found);
    leadIn ??= found;
  }
  const any = lines.find((line) => !isBlank(line) && !ADDRESS.test(line));
  return leadIn ?? { words: any ?? '', isWhole: false };
}

const NO_WORDS: FirstLine = { words: '', isWhole: false };

/** Whether a title is more than a date or a weekday: two words, or four characters of a script without spaces. */
function isMoreThanDate(title: string): boolean {
  const beside = besideDate(title);
  return /\p{L}{2,}[^\p{L}]+\p{L}{2,}/u.test(beside) || unspacedLength(beside) > 3;
}

/** A line that is only an address, which cannot be the title of a text. */
const ADDRESS = /^\s*<?https?:\/\/\S+>?\s*$/i;

function firstLineIn({ tokens }: Block): FirstLine | undefined {
  for (const token of tokens) {
    const written =
      token.type === 'inline'
        ? linesOf(token).map((line) => plainText(line))
        : token.type === 'fence' || token.type === 'code_block'
          ? token.content.split('\n')
          : [];
    const at = written.findIndex((line) => /\p{L}/u.test(line) && !ADDRESS.test(line) && !isDrawing(line));
    const [words = '', next = ''] = at < 0 ? [] : written.slice(at);
    const endsInside = /[.!?。！？](?=\s|$)/u.test(words);
    const isWhole = tokens[0]?.type === 'paragraph_open' && (endsInside || !/^\p{Ll}/u.test(next));
    if (words !== '') return { words, isWhole };
  }
  return undefined;
}

/** Whether a block below the title, or at the top of a text without one, only gives the date or the edition. */
export function isDatelineBlock(block: Block, { document, titleBlock }: Structure): boolean {
  const isBelow = titleBlock ? block.from > titleBlock.from : block === document.blocks[0];
  return isBelow && (isDatedHeading(block) || isDatelineParagraph(block));
}

/** At least four words. */
const MORE = /(?:\p{L}+[^\p{L}]+){3}\p{L}/u;

/** Whether a dateline says more than the date and the edition: `Report date: 3 March 2026 · Confidence: medium`. */
export function saysMoreThanWhen(block: Block): boolean {
  return MORE.test(besideDate(withoutEdition(blockText(block))));
}

/** Whether a block has content: not only a rule, picture, date, file name, bulletin code or metadata. */
export function hasContent({ blocks, body, frontMatter }: Document, block: Block): boolean {
  if (isRule(block) || isPicture(block) || isDatelineHeading(block)) return false;
  // Right below front matter, a site generator may have written more metadata.
  const isMore = frontMatter.end > 0 && block === blocks[0];
  const words = blockText(block);
  return (
    !isFileName(words) &&
    !isBulletinCode(words) &&
    !(isMore && readMetadataLines(body.slice(block.from, block.to)))
  );
}
