import { generatedBriefing } from './manyBriefings.ts';

/** A text for the intake. */
export interface IntakeText {
  readonly name: string;
  readonly kind: 'page' | 'feed' | 'mailbox';
  readonly text: string;
}

const MAX_BYTES = 5 * 1024 * 1024;
const ENTRIES = 10_000;
const MAILS = 1_000;

/** Texts of the largest accepted sizes, the same each time. */
export function intakeTexts(): readonly IntakeText[] {
  return [
    { name: 'a newsletter', kind: 'page', text: upTo(MAX_BYTES, 'html', storyInTables) },
    { name: 'tags of a letter', kind: 'page', text: upTo(MAX_BYTES, 'html', () => '<p>a <b>b</b><br>') },
    { name: 'marks', kind: 'page', text: upTo(MAX_BYTES, 'html', () => '*a* [b] ') },
    { name: '10,000 entries of RSS', kind: 'feed', text: rss() },
    { name: '10,000 entries of Atom', kind: 'feed', text: atom() },
    {
      name: '1,000 mails',
      kind: 'mailbox',
      text: Array.from({ length: MAILS }, (_, i) => mail(i)).join('\n'),
    },
  ];
}

function upTo(bytes: number, root: string, piece: (number: number) => string): string {
  const pieces: string[] = [`<${root}>`];
  let length = 2 * root.length + 5;
  for (let i = 0; ; i++) {
    const next = piece(i);
    length += Buffer.byteLength(next);
    if (length > bytes) break;
    pieces.push(next);
  }
  return `${pieces.join('')}</${root}>`;
}

/** A story as in newsletters: nested tables with styles, and a list. */
function storyInTables(number: number): string {
  const [title = '', lede = '', ...lines] = generatedBriefing(number)
    .text.split('\n')
    .filter((line) => line !== '');
  const cell =
    'style="padding:0 24px;font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:24px"';
  const items = lines
    .filter((line) => line.startsWith('- '))
    .map((line) => `<li style="margin:0 0 8px">${marked(line.slice(2), number)}</li>`);
  return [
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">',
    `<table width="600" style="border-collapse:collapse"><tr><td ${cell}>`,
    `<h2 style="font-size:24px;margin:0">${title.slice(2)}</h2><p>${lede}</p><ul>${items.join('')}</ul>`,
    `<img src="https://notices.example/open/${number}.gif" width="1" height="1" alt="">`,
    '</td></tr></table></td></tr></table>\n',
  ].join('\n');
}

/** `**Rail cuts:** The ministry … [1]` as HTML, with a bold label and its citation as a link. */
function marked(words: string, number: number): string {
  return words
    .replace(/\*\*(.*?)\*\*/g, '<strong>$1</strong>')
    .replace(
      /\[(\d)\]/g,
      (_, mark: string) =>
        `<a href="https://click.notices.example/?utm_source=mail&amp;u=https%3A%2F%2Fnotices.example%2F${number}%2F${mark}">Notice&nbsp;${mark}</a>`,
    );
}

/** The text of a feed entry, so long that ten thousand entries make the largest accepted feed. */
function words(number: number): string {
  const [, lede = '', , story = ''] = generatedBriefing(number).text.split('\n').filter(Boolean);
  return `<p>${lede}</p><ul><li>${marked(story.slice(2), number)}</li></ul>`.slice(0, 400);
}

function dateOf(number: number): Date {
  return new Date(Date.UTC(2026, 10, 20) - number * 3_600_000);
}

function rss(): string {
  const items = Array.from(
    { length: ENTRIES },
    (_, i) =>
      `<item><title>Report ${i} &amp; more</title><link>https://notices.example/${i}</link><guid isPermaLink="false">n${i}</guid><pubDate>${dateOf(i).toUTCString()}</pubDate><content:encoded><![CDATA[${words(i).slice(0, 260)}]]></content:encoded></item>\n`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Notices</title><link>https://notices.example/</link>${items.join('')}</channel></rss>`;
}

function atom(): string {
  const escaped = (html: string) => html.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const entries = Array.from(
    { length: ENTRIES },
    (_, i) =>
      `<entry><title>Report ${i}</title><link href="https://notices.example/${i}"/><id>tag:notices.example,2026:${i}</id><updated>${dateOf(i).toISOString()}</updated><content type="html">${escaped(words(i).slice(0, 200))}</content></entry>\n`,
  );
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Notices</title><id>tag:notices.example,2026:feed</id><updated>2026-11-20T00:00:00Z</updated>${entries.join('')}</feed>`;
}

/** A mail as newsletters are sent: the same content as text and as HTML, the latter quoted-printable. */
function mail(number: number): string {
  const boundary = `=_part_${number}`;
  const page = `<html><body>${storyInTables(number)}</body></html>`;
  return [
    `From notices@notices.example ${dateOf(number).toUTCString()}`,
    'From: Notices <notices@notices.example>',
    `Subject: =?utf-8?Q?Report_${number}_=E2=80=93_the_harbour?=`,
    `Date: ${dateOf(number).toUTCString()}`,
    `Message-ID: <${number}@notices.example>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    generatedBriefing(number).text,
    `--${boundary}`,
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(page),
    `--${boundary}--`,
    '',
  ].join('\n');
}

function quotedPrintable(text: string): string {
  return text
    .replaceAll('=', '=3D')
    .split('\n')
    .map((line) => line.replace(/.{1,72}(?!$)(?<!=|=3)/g, '$&=\n'))
    .join('\n');
}
