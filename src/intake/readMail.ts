import PostalMime, { type Address, type Email } from 'postal-mime';
import { tidy } from '../base/tidy.ts';
import { parseBriefing } from '../briefing/parseBriefing.ts';
import { decodeEncodedWords } from '../briefing/text/bytes/encodedWords.ts';
import { withWindowsLetters } from '../briefing/text/bytes/windowsLetters.ts';
import { damageIn, inCharset, OTHER_CHARSETS } from './mail/charsets.ts';
import { mailHeading, withInlineForwards } from './mail/inlineForwards.ts';
import { latinText, refusal } from './mail/mailShape.ts';
import { isWritten, wordsOfMail } from './mail/mailWords.ts';
import type { Mail, NotAMail } from './model.ts';

const LANGUAGE = /^\s*([a-z]{2,3}(?:-[a-z\d]{2,8}){0,3})\s*(?:,|$)/i;

/** So many mails that come with one are read, and so deep; and none once so many tags have been, which take time. */
const MOST_FORWARDED = 20;
const DEEPEST = 3;
const MOST_TAGS = 100_000;

/** What is left of that for a mail and all that come with it. */
interface Budget {
  tags: number;
}

/** Those that come with a mail. */
interface Forwarded {
  readonly mails: readonly Mail[];
  /** There are more. */
  readonly isCut: boolean;
}

/**
 * Reads a message as it was sent: an `.eml`, or one of an mbox, with the mails that are forwarded in it. Total: what cannot be
 * read says why.
 */
export async function readMail(bytes: Uint8Array): Promise<Mail | NotAMail> {
  return readNested(bytes, 0, { tags: MOST_TAGS });
}

async function readNested(bytes: Uint8Array, depth: number, budget: Budget): Promise<Mail | NotAMail> {
  const reason = refusal(bytes);
  if (reason !== undefined) return { kind: 'notAMail', reason };
  const email = await readEmail(bytes);
  if (!email) return { kind: 'notAMail', reason: 'notAMail' };
  budget.tags -= email.html?.match(/</g)?.length ?? 0;
  const words = wordsOfMail({
    html: email.html && withWindowsLetters(email.html),
    text: email.text && withWindowsLetters(email.text),
  });
  const forwarded = await forwardedIn(email, depth, budget);
  const mail = isWritten(words.markdown) ? withInlineForwards(mailOf(email, bytes, words)) : undefined;
  if (mail && isWritten(mail.markdown)) return withForwarded(mail, forwarded);
  const [first, ...mails] = forwarded.mails;
  return first ? withForwarded(first, { ...forwarded, mails }) : { kind: 'notAMail', reason: 'noText' };
}

function mailOf(email: Email, bytes: Uint8Array, words: ReturnType<typeof wordsOfMail>): Mail {
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

/** Mails that are attached whole. Those that stand among its parts have their words among its own. */
async function forwardedIn({ attachments }: Email, depth: number, budget: Budget): Promise<Forwarded> {
  const messages = attachments.filter(({ mimeType }) => mimeType === 'message/rfc822');
  const mails: Mail[] = [];
  const isLeft = () => depth < DEEPEST && budget.tags > 0;
  let read = 0;
  for (; read < Math.min(messages.length, MOST_FORWARDED) && isLeft(); read++) {
    const content = messages[read]?.content;
    if (!(content instanceof ArrayBuffer)) continue;
    const mail = await readNested(new Uint8Array(content), depth + 1, budget);
    if (mail.kind === 'mail') mails.push(mail);
  }
  return { mails, isCut: read < messages.length || mails.some((mail) => mail.isCut === true) };
}

/** Each below its subject, and who wrote it when. */
function withForwarded(mail: Mail, { mails, isCut }: Forwarded): Mail {
  const below = mails.map((one) => `${mailHeading(one)}\n\n${one.markdown}`);
  const markdown = [mail.markdown, ...below].map((one) => one.trim()).join('\n\n');
  return {
    ...mail,
    markdown: below.length === 0 ? mail.markdown : `${markdown}\n`,
    ...(isCut && { isCut }),
  };
}

/** In the charset that it names, or in the one that reads best where that cannot be. */
async function readEmail(bytes: Uint8Array): Promise<Email | undefined> {
  let best = await parsed(bytes);
  let least = best ? damageOf(best) : 0;
  for (const charset of OTHER_CHARSETS) {
    if (least === 0) return best;
    const other = await parsed(inCharset(bytes, charset));
    const damage = other ? damageOf(other) : least;
    if (damage < least) [best, least] = [other, damage];
  }
  return best;
}

/** What nests too deep, or names what there cannot be, is an exception there. */
async function parsed(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes);
  } catch {
    return undefined;
  }
}

function damageOf({ html = '', text = '' }: Email): number {
  return damageIn(html) + damageIn(text);
}

/** One that was sent as bytes, which it must not be, is in the charset that most programs had then. */
function subjectOf({ subject = '' }: Email, bytes: Uint8Array): string {
  if (!subject.includes('\ufffd')) return tidy(withWindowsLetters(subject));
  const [, raw = subject] =
    /^subject[ \t]*:(.*(?:\n[ \t].*)*)/im.exec(latinText(bytes.subarray(0, HEADER))) ?? [];
  return tidy(withWindowsLetters(decodeEncodedWords(raw)));
}

const HEADER = 64 * 1024;

function senderOf(from: Address | undefined): string {
  return tidy(withWindowsLetters(from?.name ?? '')) || tidy(from?.address ?? '');
}

/** Of those years that mail is from. */
function dateOf(date: string | undefined): string | undefined {
  const time = new Date(date ?? '');
  const year = time.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? time.toISOString() : undefined;
}

function languageOf({ headers }: Email): string | undefined {
  const value = headers.find(({ key }) => key === 'content-language')?.value ?? '';
  return LANGUAGE.exec(value)?.[1];
}
