import PostalMime, { type Address, type Email } from 'postal-mime';
import { tidy } from '../base/tidy.ts';
import { parseBriefing } from '../briefing/parseBriefing.ts';
import { decodeEncodedWords } from '../briefing/text/bytes/encodedWords.ts';
import { languageTag } from '../briefing/text/languageTag.ts';
import { withWindowsLetters } from '../briefing/text/bytes/windowsLetters.ts';
import { damageIn, withCharset, OTHER_CHARSETS } from './mail/charsets.ts';
import { mailHeading, withInlineForwards } from './mail/inlineForwards.ts';
import { latinText, mailFault } from './mail/mailShape.ts';
import { hasText, mailContent } from './mail/mailContent.ts';
import type { Mail, NotAMail } from './model.ts';

/**
 * Maximum number of attached mails, maximum nesting, and the number of HTML tags after which none are read, to limit the
 * time.
 */
const MAX_FORWARDED = 20;
const MAX_DEPTH = 3;
const MAX_TAGS = 100_000;

/** How many HTML tags may still be read, of a mail and of all mails attached to it. */
interface Budget {
  tags: number;
}

/** The mails attached to a mail. */
interface Forwarded {
  readonly mails: readonly Mail[];
  /** Whether there are more than were read. */
  readonly isCut: boolean;
}

/**
 * Reads a raw message (an `.eml` file, or one of an mbox) with the mails forwarded in it. Never rejects: returns the
 * reason for what cannot be read.
 */
export async function readMail(bytes: Uint8Array): Promise<Mail | NotAMail> {
  return readNested(bytes, 0, { tags: MAX_TAGS });
}

async function readNested(bytes: Uint8Array, depth: number, budget: Budget): Promise<Mail | NotAMail> {
  const reason = mailFault(bytes);
  if (reason !== undefined) return { kind: 'notAMail', reason };
  const email = await readEmail(bytes);
  if (!email) return { kind: 'notAMail', reason: 'notAMail' };
  budget.tags -= email.html?.match(/</g)?.length ?? 0;
  const words = mailContent({
    html: email.html && withWindowsLetters(email.html),
    text: email.text && withWindowsLetters(email.text),
  });
  const forwarded = await forwardedIn(email, depth, budget);
  const mail = hasText(words.markdown) ? withInlineForwards(mailOf(email, bytes, words)) : undefined;
  if (mail && hasText(mail.markdown)) return withForwarded(mail, forwarded);
  const [first, ...mails] = forwarded.mails;
  return first ? withForwarded(first, { ...forwarded, mails }) : { kind: 'notAMail', reason: 'noText' };
}

function mailOf(email: Email, bytes: Uint8Array, words: ReturnType<typeof mailContent>): Mail {
  const { markdown, isCut } = words;
  const from = senderOf(email.from);
  const date = dateOf(email.date);
  const language = languageOf(email) ?? words.language;
  return {
    kind: 'mail',
    subject: subjectOf(email, bytes) || parseBriefing(markdown, '').title,
    ...(from !== '' && { from }),
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
    markdown,
    ...(isCut === true && { isCut }),
  };
}

/**
 * Reads the mails that are attached as files. postal-mime puts the text of inline ones into that of the mail itself.
 */
async function forwardedIn({ attachments }: Email, depth: number, budget: Budget): Promise<Forwarded> {
  const messages = attachments.filter(({ mimeType }) => mimeType === 'message/rfc822');
  const mails: Mail[] = [];
  const isLeft = () => depth < MAX_DEPTH && budget.tags > 0;
  let read = 0;
  for (; read < Math.min(messages.length, MAX_FORWARDED) && isLeft(); read++) {
    const content = messages[read]?.content;
    if (!(content instanceof ArrayBuffer)) continue;
    const mail = await readNested(new Uint8Array(content), depth + 1, budget);
    if (mail.kind === 'mail') mails.push(mail);
  }
  return { mails, isCut: read < messages.length || mails.some((mail) => mail.isCut === true) };
}

/** Appends each attached mail below a heading with its subject, sender and date. */
function withForwarded(mail: Mail, { mails, isCut }: Forwarded): Mail {
  const below = mails.map((one) => `${mailHeading(one)}\n\n${one.markdown}`);
  const markdown = [mail.markdown, ...below].map((one) => one.trim()).join('\n\n');
  return {
    ...mail,
    markdown: below.length === 0 ? mail.markdown : `${markdown}\n`,
    ...(isCut && { isCut }),
  };
}

/** Parses a mail in the declared charset, or in the one with the least damage if the text is damaged in that one. */
async function readEmail(bytes: Uint8Array): Promise<Email | undefined> {
  let best = await parseMail(bytes);
  let lowest = best ? damageOf(best) : 0;
  for (const charset of OTHER_CHARSETS) {
    if (lowest === 0) return best;
    const other = await parseMail(withCharset(bytes, charset));
    const damage = other ? damageOf(other) : lowest;
    if (damage < lowest) [best, lowest] = [other, damage];
  }
  return best;
}

/** Returns undefined if postal-mime throws, on deep nesting or invalid values. */
async function parseMail(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes);
  } catch {
    return undefined;
  }
}

function damageOf({ html = '', text = '' }: Email): number {
  return damageIn(html) + damageIn(text);
}

/** A subject sent as raw bytes, which is not allowed, is decoded as windows-1252, which most programs then used. */
function subjectOf({ subject = '' }: Email, bytes: Uint8Array): string {
  if (!subject.includes('\ufffd')) return tidy(withWindowsLetters(subject));
  const [, raw = subject] =
    /^subject[ \t]*:(.*(?:\n[ \t].*)*)/im.exec(latinText(bytes.subarray(0, HEADER))) ?? [];
  return tidy(withWindowsLetters(decodeEncodedWords(raw)));
}

/** How much of a mail is searched for its subject, in bytes. */
const HEADER = 64 * 1024;

function senderOf(from: Address | undefined): string {
  return tidy(withWindowsLetters(from?.name ?? '')) || tidy(from?.address ?? '');
}

/** The mail's date in ISO 8601; undefined if it is not between the years 1970 and 9999. */
function dateOf(date: string | undefined): string | undefined {
  const time = new Date(date ?? '');
  const year = time.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? time.toISOString() : undefined;
}

function languageOf({ headers }: Email): string | undefined {
  const value = headers.find(({ key }) => key === 'content-language')?.value ?? '';
  return languageTag(value.replace(/,.*/s, ''));
}
