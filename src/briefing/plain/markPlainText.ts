import { type ItemLine, itemLinesIn } from '../text/bullets/listMarks.ts';
import { brokenLines } from './rows.ts';
import { capitalLeads } from './capitalLeads.ts';
import { addIndentedItems } from './indentedItems.ts';
import { addLinkedItems } from './linkedItems.ts';
import { addNamedSources } from './namedSources.ts';
import { withoutBoxes } from './boxes.ts';
import { withoutDashes } from './dashes.ts';
import { isWrapped } from './headings/linePlaces.ts';
import { hangingLines } from './hangingLines.ts';
import { firstOfMany } from './headings/firstOfMany.ts';
import { headingText } from './headings/lineForm.ts';
import { labelLeads } from './labelLeads.ts';
import { joinLoneMarks } from './loneMarks.ts';
import { type MailHead, mailHeads } from './mail/mailHeads.ts';
import { MarkedLines, type MarkedText } from './markedLines.ts';
import { titleLineOf } from './masthead.ts';
import { isAddressBelow } from './headings/linkedHeads.ts';
import { innerHeadings, nestedHeadings } from './headings/headingLevels.ts';
import { mailedHeadlines } from './headings/ruledHeads.ts';
import { outdentedLines } from './outdentedLines.ts';
import { headingsOf } from './headings/plainHeadings.ts';
import { spacedHeads } from './headings/spacedHeads.ts';
import { endOfBulletinCode, withBulletinMarks } from '../text/bulletins.ts';
import { isBlank, isSeparator } from '../text/sourceText.ts';
import { announcesPeople } from '../text/people.ts';
import { kindOfTitle } from '../text/vocabulary.ts';

/** A line of a table or a quotation. */
const BLOCK = /^[|>]/;
/** `1、a` begins a paragraph of its own. */
const NUMBERED_PARAGRAPH = /^\d{1,3}、/;

/**
 * Gives unmarked text the marks that its author left out, so that one grammar serves both: `Key Takeaways` above a list
 * -> `## Key Takeaways`, `• a` -> `- a`, a line of prose -> a paragraph. `titled`: its title is elsewhere, so that its
 * first heading is a section's.
 */
export function markPlainText(drawn: readonly string[], titled: boolean): MarkedText {
  const written = joinLoneMarks(withoutBoxes(withBulletinMarks(drawn)));
  const isEscaped = written.some((line) => ESCAPED.test(line));
  const lines = isEscaped ? written.map((line) => line.replace(ESCAPED_BULLET, '$1')) : written;
  const literal = isEscaped ? (words: string) => words : withoutMarks;
  const items = itemsOf(lines);
  const title = titled ? undefined : titleLineOf(lines);
  const mails = mailHeads(lines);
  const subjects = new Map(mails.map(({ from, subject }) => [from, subject]));
  const said = new Set(mails.flatMap((mail) => mail.lines));
  const headings = new Map(headingsOf(lines, items, titled));
  for (const { from, to, words } of spacedHeads(lines, items)) {
    headings.set(from, headingText(words));
    for (let i = from + 1; i < to; i++) {
      headings.delete(i);
      said.add(i);
    }
  }
  // What is above the title, such as a drawing, heads nothing.
  for (const i of headings.keys()) if (title && i < title.line) headings.delete(i);
  const signatures = signaturesIn(lines, mails);
  for (const { from, to } of signatures) for (let i = from; i < to; i++) headings.delete(i);
  const signed = new Set(signatures.map(({ from }) => from));
  const first = title && firstOfMany(title, lines, items, headings);
  if (first !== undefined) headings.set(title?.line ?? 0, first);
  const nested = nestedHeadings([...headings].sort(([a], [b]) => a - b).map(([, words]) => words));
  const headlines = mailedHeadlines(lines);
  const inner = innerHeadings(lines, headings, title?.line);
  const isTitle = (i: number, heading: string) =>
    i === title?.line && first === undefined && couldBeTitle(heading);
  const notes = numberedNotes(lines);
  const outdented = outdentedLines(lines, items);
  const beginsParagraph = (i: number, text: string) =>
    notes.has(i) ||
    outdented.has(i) ||
    NUMBERED_PARAGRAPH.test(text) ||
    (title?.isMasthead === true && i === title.end);
  /** A mail program may have wrapped `THE HARBOUR OFFICE STOPS THE LAST FERRY AT NINE AND SAYS THAT IT`, `WILL NOT COME`. */
  const goesOnHeading = (i: number) =>
    isAddressBelow(lines[i]) || (headings.has(i) && (lines[i - 1] ?? '').length >= FULL_LINE);
  const below = linesBelow(lines);
  const hanging = hangingLines(lines, items);
  const leads = new Map([...capitalLeads(lines, items), ...labelLeads(lines)]);
  const wrapped = isWrapped(lines);
  const broken = wrapped ? brokenLines(lines, items) : NONE;
  const code = endOfBulletinCode(lines);
  const marked = new MarkedLines(wrapped);
  lines.forEach((line, i) => {
    const text = line.trim();
    if (text === '') {
      marked.addBlank(i, items[below(i)] !== undefined || hanging.has(below(i)));
      return;
    }
    const subject = subjects.get(i);
    if (subject !== undefined) marked.addHeading(2, literal(subject), i);
    if (said.has(i)) return;
    const heading = headings.get(i);
    const item = items[i];
    if (headings.has(i - 1) && goesOnHeading(i)) return;
    if (heading !== undefined) {
      const isBelow = !said.has(i + 1) && goesOnHeading(i + 1);
      const below = isBelow ? ` ${lines[i + 1]?.trim() ?? ''}` : '';
      const level = nested.has(heading) || headlines.has(i) || inner.has(i) ? 3 : 2;
      marked.addHeading(isTitle(i, heading) ? 1 : level, literal(heading) + below, i);
    } else if (item) marked.addItem({ ...item, words: literal(item.words) }, i);
    else if (isSeparator(line) || signed.has(i)) marked.addRule(i);
    else
      marked.addWords(
        asBold(literal(text.replace(BOXED, '$1$2')).replace(/^#(?=\s)/, '\\#'), leads.get(i)),
        i,
        {
          indent: line.length - line.trimStart().length,
          isBlock: BLOCK.test(text),
          isInItem: hanging.has(i),
          goesOn: goesOn(text, lines[i - 1]),
          isNew: beginsParagraph(i, text),
          isRow: broken.has(i) && i >= code,
        },
      );
  });
  return marked;
}

/** For each line, the item that it begins: by its mark, or by what is in it or around it. */
function itemsOf(lines: readonly string[]): readonly (ItemLine | undefined)[] {
  const marked = withoutDashes(lines, itemLinesIn(lines));
  return addLinkedItems(lines, addNamedSources(lines, addIndentedItems(lines, marked)));
}

const NONE: ReadonlySet<number> = new Set();

function asBold(words: string, lead: string | undefined): string {
  return lead === undefined ? words : `**${lead}**${words.slice(lead.length)}`;
}

/** A shorter line may end where its author wanted it to. In UTF-16 units. */
const FULL_LINE = 60;

/** Whether a line continues the sentence of the line right above. */
function goesOn(text: string, above = ''): boolean {
  return (
    above.length >= FULL_LINE &&
    /^\p{Ll}/u.test(text) &&
    !/[.,;:!?…。！？]["'”’»)]?\s*$/u.test(above.slice(-4))
  );
}

/** A line between the sides of a box: `*   Harbour Weekly   *`, `# Harbour Weekly #`. */
const BOXED = /^(?:\*\s+(\S.{0,200}?)\s\s+\*|#\s+(\S.{0,200}?)\s+#)$/;

/** Whether a first heading may be the title: `Key Takeaways`, `Present:` and `1. Ferries` head a section instead. */
function couldBeTitle(heading: string): boolean {
  return kindOfTitle(heading) === 'prose' && !announcesPeople(heading) && !/^1[.)\s]/.test(heading);
}

/** `1\. Ferries`, `\- a`: a program that makes Markdown escapes these so that a paragraph does not become an item. */
const ESCAPED = /^\s{0,3}(?:\d{1,3}\\[.)]|\\[-*+])\s/;
/** An escaped bullet, which is an item here. An escaped number stays, since it may belong to a heading. */
const ESCAPED_BULLET = /^(\s{0,3})\\(?=[-*+]\s)/;

/** Escapes backslashes, which are not marks in a path: `C:\Users\[name]`. */
function withoutMarks(words: string): string {
  return words.replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\');
}

/** `--` alone on its line: below it, at the end of a text, is the sender's signature. */
const SIGNED = /^--\s*$/;
const MAX_SIGNATURE_LINES = 10;

/** Returns the signatures at the end of a mail, or of each mail of a digest. They have no headings. */
function signaturesIn(
  lines: readonly string[],
  mails: readonly MailHead[],
): readonly { readonly from: number; readonly to: number }[] {
  const ends = [...mails.map(({ from }) => from), lines.length];
  return ends.map((to) => ({ from: signatureAbove(lines, to), to })).filter(({ from }) => from >= 0);
}

/** Returns the index of the line that begins the signature above a line; -1 if there is none. */
function signatureAbove(lines: readonly string[], end: number): number {
  let words = 0;
  for (let i = end - 1; i >= 0 && words <= MAX_SIGNATURE_LINES; i--) {
    if (SIGNED.test(lines[i] ?? '')) return words > 0 && isBlank(lines[i - 1]) ? i : -1;
    if (!isBlank(lines[i])) words++;
  }
  return -1;
}

const NOTE = /^\[(\d{1,3})\]\s+\S/;

/** Returns the lines that begin numbered notes, if there are several: `[1] The office says more.`, `[2] https://…`. */
function numberedNotes(lines: readonly string[]): ReadonlySet<number> {
  const found: number[] = [];
  lines.forEach((line, i) => {
    const number = line.startsWith('[') ? NOTE.exec(line)?.[1] : undefined;
    if (number !== undefined && parseInt(number, 10) === found.length + 1) found.push(i);
  });
  return new Set(found.length > 1 ? found : []);
}

/** Returns a function from a line to the next one below it that has words, or -1. */
function linesBelow(lines: readonly string[]): (line: number) => number {
  const below: number[] = [];
  let next = -1;
  for (let i = lines.length - 1; i >= 0; i--) {
    below[i] = next;
    if (!isBlank(lines[i])) next = i;
  }
  return (line) => below[line] ?? -1;
}
