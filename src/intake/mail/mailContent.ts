import { hasWord } from '../../base/hasWord.ts';
import { sumOf } from '../../base/sumOf.ts';
import type { Section } from '../../briefing/model.ts';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { writeText } from '../../briefing/write/writeText.ts';
import { withFieldsApart } from './forwardedBlock.ts';
import { type Page, readPage } from '../html/readPage.ts';

/** The HTML and plain text of a mail, if it has them. */
export interface MailBodies {
  readonly html: string | undefined;
  readonly text: string | undefined;
}

/** A line that starts a signature, which Markdown would read as a list item. */
const SIGNATURE = /^-- ?$/gm;

/** The part of a text that is parsed to judge its structure, in UTF-16 units. */
const SAMPLE = 100_000;

/**
 * Minimum ratio of the plain text's length to that of the HTML for the HTML to count as a mere notice. The plain text is
 * often somewhat longer, because the HTML reader leaves things out.
 */
const NOTICE_RATIO = 4;

/** How much more structure the plain text must have: it has nested items as items of their own, and guessed headings. */
const STRUCTURE_RATIO = 1.5;

const PAGE = /^\s*(?:<!doctype\s+html|<html[\s>])/i;

/**
 * The Markdown of a mail, from its HTML or its plain text, which mostly have the same content: the HTML, unless
 * the plain text has clearly more structure. HTML with much less text than the plain part is only a notice where to read
 * it, and is not used.
 */
export function mailContent({ html, text }: MailBodies): Page {
  if (html === undefined && text !== undefined && PAGE.test(text)) return readPage(text);
  const page = readPage(html ?? '');
  const { language } = page;
  const plain = {
    language,
    markdown: writeText(withFieldsApart((text ?? '').replace(/\r\n?/g, '\n').replace(SIGNATURE, ''))),
  };
  const isPage =
    hasText(page.markdown) &&
    (!hasText(plain.markdown) ||
      (lettersIn(page.markdown) * NOTICE_RATIO >= lettersIn(plain.markdown) &&
        structureIn(page.markdown) * STRUCTURE_RATIO >= structureIn(plain.markdown)));
  return isPage ? page : plain;
}

export function hasText(markdown: string): boolean {
  return hasWord(markdown);
}

/** The number of letters and digits in words, without addresses. */
function lettersIn(markdown: string): number {
  return markdown.replace(/<?\w+:\/\/\S+/g, '').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** The number of sections, takeaways with words, and named sources in a text. In plain text, pictures are addresses. */
function structureIn(markdown: string): number {
  const { sections, references } = parseBriefing(`# Mail\n\n${markdown.slice(0, SAMPLE)}`, '');
  const linked = references.filter(
    ({ title, url = '', site }) =>
      url !== '' && title !== url && title !== site && !/\.(?:gif|jpg|png)$/.test(url),
  );
  return linked.length + sumOf(sections, partsOf);
}

function partsOf({ takeaways, sections }: Section): number {
  const told = takeaways.filter(({ label = '', text }) => lettersIn(label + text) > 0);
  return 1 + told.length + sumOf(sections, partsOf);
}
