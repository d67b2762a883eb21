import { parseFeed } from 'feedsmith';
import fs from 'node:fs';
import { Parser } from 'htmlparser2';
import PostalMime from 'postal-mime';
import { Slices } from '../../../../src/base/async/slices.ts';
import { mailFile } from '../../../../src/intake/files/mailFile.ts';
import { pageFile } from '../../../../src/intake/files/pageFile.ts';
import { decodePage } from '../../../../src/intake/html/decodePage.ts';
import { htmlToMarkdown } from '../../../../src/intake/htmlToMarkdown.ts';
import { splitMbox } from '../../../../src/intake/mail/splitMbox.ts';
import { readFeed } from '../../../../src/intake/readFeed.ts';
import { readMail } from '../../../../src/intake/readMail.ts';
import { worked } from '../../clock.ts';
import type { IntakeText } from '../texts/intakeTexts.ts';

/* A process for a single text, read as the extension does it: no code is warm, and the memory is due to that text. */

/** The CPU time in ms, the most of it between two turns of the event loop, and the peak memory in bytes. */
export interface Intake {
  readonly work: number;
  readonly stretch: number;
  readonly memory: number;
}

type Kind = IntakeText['kind'];

const TIME = Date.UTC(2026, 10, 20);
const ADDRESS = 'https://harbour.example/feed';

/** Reads bytes, and yields wherever other tasks may have a turn. */
const OURS: Readonly<Record<Kind, (bytes: Uint8Array) => AsyncIterable<unknown>>> = {
  page: async function* (bytes) {
    const page = { name: 'page.html', html: decodePage(bytes) ?? '' };
    yield await Promise.resolve(pageFile(page, TIME, htmlToMarkdown));
  },
  feed: async function* (bytes) {
    yield await Promise.resolve(readFeed(bytes, ADDRESS));
  },
  mailbox: async function* (bytes) {
    for (const message of splitMbox(bytes)) {
      const mail = await readMail(message);
      yield mail.kind === 'mail' ? mailFile(mail, TIME) : mail;
    }
  },
};

const THEIRS: typeof OURS = {
  page: async function* (bytes) {
    // The results are discarded.
    const ignored = () => undefined;
    const parser = new Parser({ onopentag: ignored, ontext: ignored, onclosetag: ignored });
    parser.end(new TextDecoder().decode(bytes));
    yield await Promise.resolve(parser);
  },
  feed: async function* (bytes) {
    yield await Promise.resolve(parseFeed(new TextDecoder().decode(bytes)));
  },
  mailbox: async function* (bytes) {
    for (const message of splitMbox(bytes)) yield await PostalMime.parse(message);
  },
};

async function measure(read: AsyncIterable<unknown>): Promise<Intake> {
  const slices = new Slices();
  const start = worked();
  let [stretch, begun] = [0, start];
  // Runs whenever other tasks could.
  const others = setInterval(() => {
    stretch = Math.max(stretch, worked() - begun);
    begun = worked();
  }, 0);
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- what is read is let go, as it is once it is written
  for await (const _ of read) await slices.turn();
  stretch = Math.max(stretch, worked() - begun);
  clearInterval(others);
  return { work: worked() - start, stretch, memory: process.resourceUsage().maxRSS * 1024 };
}

const [kind = 'page', subject] = process.argv.slice(2) as [Kind?, string?];
const bytes = new Uint8Array(fs.readFileSync(0));
void measure((subject === 'ours' ? OURS : THEIRS)[kind](bytes)).then((intake) => {
  process.stdout.write(JSON.stringify(intake));
});
