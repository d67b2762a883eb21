import type { Section } from '../../briefing/model.ts';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { writeText } from '../../briefing/write/writeText.ts';
import { withFieldsApart } from './forwardedBlock.ts';
import { type Page, readPage } from '../html/readPage.ts';

/** A mail's page and its plain text, as far as it has them. */
export interface MailBodies {
  readonly html: string | undefined;
  readonly text: string | undefined;
}

/** Where a signature begins: a list's item to who does not know it. */
const SIGNATURE = /^-- ?$/gm;

/** So much of a text shows what structure it has. In UTF-16 units. */
const SAMPLE = 100_000;

/** Many times as much stands in the text: the page says little. It is less by what is left out of it. */
const LITTLE = 4;

const PAGE = /^\s*(?:<!doctype\s+html|<html[\s>])/i;

/**
 * The words of a mail: of its page and its plain text, which mostly say the same, whichever holds more structure; the
 * page, if they hold as much. A page that says little of what the text says only shows where to read it.
 */
export function wordsOfMail({ html, text }: MailBodies): Omit<Page, 'title'> {
  if (html === undefined && text !== undefined && PAGE.test(text)) return readPage(text);
  const page = readPage(html ?? '');
  const { language } = page;
  const plain = {
    ...(language !== undefined && { language }),
    markdown: writeText(withFieldsApart((text ?? '').replace(/\r\n?/g, '\n').replace(SIGNATURE, ''))),
  };
  if (!isWritten(page.markdown) || !isWritten(plain.markdown)) return isWritten(page.markdown) ? page : plain;
  if (lettersIn(page.markdown) * LITTLE < lettersIn(plain.markdown)) return plain;
  return structureIn(page.markdown) >= structureIn(plain.markdown) ? page : plain;
}

export function isWritten(markdown: string): boolean {
  return /[\p{L}\p{N}]/u.test(markdown);
}

/** Letters of words, not of addresses. */
function lettersIn(markdown: string): number {
  return markdown.replace(/<?\w+:\/\/\S+/g, '').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Sections, takeaways, and the sources that these lead to. */
function structureIn(markdown: string): number {
  const { sections, references } = parseBriefing(`# Mail\n\n${markdown.slice(0, SAMPLE)}`, '');
  const linked = references.filter(
    ({ title, url, site }) => url !== undefined && title !== url && title !== site,
  );
  return linked.length + sections.reduce((sum, section) => sum + partsOf(section), 0);
}

function partsOf({ takeaways, sections }: Section): number {
  return sections.reduce((sum, section) => sum + partsOf(section), 1 + takeaways.length);
}
