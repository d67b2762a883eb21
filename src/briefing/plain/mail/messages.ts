import { dayOfDateline } from '../../text/dates/date.ts';
import { itemOf } from '../../text/bullets/listMarks.ts';
import { isBlank } from '../../text/sourceText.ts';
import { isTitleLine } from '../../text/title.ts';
import type { MovedLines } from '../formats/htmlLists.ts';

/** `03/03/2026, 07:45`, `3.3.26 07:45:12`, `2026-03-03 7:45 AM` */
const WHEN =
  '(\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}),?\\s{1,2}\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\s?[ap]\\.?\\s?m\\.?)?';
const NAME = '([^:：\\[\\]]{1,60})';
/** `[03/03/2026 07:45:12]` or `03/03/2026, 07:45 -`, with the words behind it. */
const HEADER = new RegExp(`^\\[?${WHEN}(?:\\]|\\s[-–])\\s+(.*)`, 'iu');
/** `Ann: The ferry stops.`, or `Ann Example` above the text. */
const NAMED = new RegExp(`^${NAME}(?::\\s+(.*)|:?)$`, 'u');
/** `Harbour News, [03.03.2026 07:45]` above the text */
const NAME_FIRST = new RegExp(`^${NAME},\\s\\[${WHEN}\\]:?$`, 'iu');
/** What a program says in place of words, or behind them: `<Media omitted>`, and behind a mark of direction. */
const OF_PROGRAM = /^\u200e.*|(?:^|\s)\u200e?<[^<>@/\sa-z][^<>@/]*>$/;
/** Marks that a program puts before a line to set its direction. */
const DIRECTION = /^[\u200e\u200f\ufeff]+/;
/** A cheap first check, for a header at the start of a text. */
const MAY_BE_HEADER = /^.{0,64}\d[./-]\d{1,2}[./-]\d/;
/** Levels of a program's log: `INFO`. */
const LEVEL = /^\p{Lu}+$/u;
/** A person, as people write it: `Ann Example`, `Example, Ann (Office)`; not the first words of a story. */
const PERSON = /^(?:[^\p{Ll}\s]\S*(?:\s|$)|(?:da|de|del|di|dos|van|von|der|bin|al)\s){1,6}$/u;

/** A message: its header’s line, that of its first words, and the one after its last. */
interface Message {
  readonly at: number;
  readonly start: number;
  to: number;
  readonly day: string;
  /** '' if it is from nobody. */
  readonly name: string;
  /** The words beside the header. */
  readonly words: string;
  /** How its time is written. */
  readonly form: string;
}

/** The text of a chat that somebody copied or exported. */
export interface Messages {
  /** The lines of the source without the headers. */
  readonly lines: readonly string[];
  /** The day of the first message. */
  readonly day: string | undefined;
  /** Parts the messages in lines that were made of `lines`, and puts a first line that is a headline in bold. */
  readonly part: (lines: readonly string[]) => MovedLines;
}

/**
 * Returns the text of messages that were copied from a chat with the line that names the sender and the time of each:
 * `[03/03/2026 07:45] Ann: *Ferry stops*`, `Harbour News, [03.03.2026 07:45]`. The name of a sender beside whom others
 * wrote only replies of one line is left out. A talk, in which that sender's messages are short, too, is a list with
 * all names. Undefined if the text does not begin with such a line, or if no message has a second line, as in a log.
 */
export function readMessages(source: readonly string[]): Messages | undefined {
  const first = source.findIndex((line) => !isBlank(line));
  if (!headerIn(source[first] ?? '', first)) return undefined;
  const all = messagesIn(source);
  const isLog = all.every(
    ({ at, start, to, name, words }) => start === at && to - at < 2 && (words || !name),
  );
  const messages = all.filter(({ at, to, words }) => words || to - at > 1);
  const names = new Set(messages.map(({ name }) => name));
  if (isLog || names.size > Math.max(2, messages.length / 2)) return undefined;
  // Lines without a name may be stories, too: in a chat, somebody wrote twice.
  if (all.length > messages.length && names.size === messages.length) return undefined;
  // `[2026-03-03 07:45] The ferry stops at nine: no crew` has no name.
  const isNamed = ({ at, start, name }: Message) =>
    start > at ||
    (messages.length > 1 &&
      (PERSON.test(name) || messages.some((one) => one.name === name && one.at !== at)));
  if (!messages.every(isNamed)) return undefined;
  const sender = mainSender(messages);
  const isTalk = sender === '' && messages.every(({ at, start }) => start === at);
  const lines = source.map((line) => line.replace(DIRECTION, ''));
  const headlines = new Set<number>();
  for (const { at, words } of all) lines[at] = words;
  for (const { start, to, name } of messages) {
    if (name !== sender && names.size > 1)
      lines[start] = `${isTalk ? `**${name}:**` : `${name}:`} ${lines[start] ?? ''}`;
    else if (beginsWithHeadline(lines, start, to)) headlines.add(start);
  }
  const apart = new Set(messages.map(({ at }) => at));
  const marked = (line: string, i: number) => {
    if (isTalk) return (apart.has(i) ? '- ' : '  ') + line;
    // A single headline is the title of the briefing.
    return headlines.size > 1 && headlines.has(i) ? `**${line.replace(BOLD, '$2')}**` : line;
  };
  return {
    lines,
    day: dayOfDateline(messages[0]?.day ?? ''),
    part: (written) => ({
      lines: written.flatMap((line, i) => (apart.has(i) ? ['', marked(line, i)] : marked(line, i))),
      origins: written.flatMap((_, i) => (apart.has(i) ? [i, i] : i)),
    }),
  };
}

/** `*Ferry stops*`, and in bold of other chats. */
const BOLD = /^\s*(\*{1,2}|_{1,2})(.{1,160})\1\s*$/;

function messagesIn(source: readonly string[]): Message[] {
  const messages: Message[] = [];
  source.forEach((line, at) => {
    const message = headerIn(line, at);
    const [first] = messages;
    // A line without a name may be of a text, unless the chat has the same form of lines.
    if (message && (message.name || !first || (first.start === first.at && first.form === message.form)))
      messages.push(message);
    const last = messages.at(-1);
    if (last && !isBlank(line)) last.to = at + 1;
  });
  return messages;
}

function headerIn(written: string, at: number): Message | undefined {
  if (!MAY_BE_HEADER.test(written)) return undefined;
  const line = written.replace(DIRECTION, '').trimEnd();
  const [, sender, when] = NAME_FIRST.exec(line) ?? [];
  const [, day = when, said = sender] = HEADER.exec(line) ?? [];
  if (!day || !said) return undefined;
  const [, name = '', words] = NAMED.exec(said) ?? [];
  const isInline = words !== undefined;
  const isPerson = isInline || sender ? !LEVEL.test(name) : line.startsWith('[') && PERSON.test(name);
  // `03/03/2026, 07:45 - Messages are encrypted.` is from nobody.
  if (isInline && !isPerson) return undefined;
  const message = {
    at,
    start: at,
    to: at + 1,
    day,
    name: '',
    words: '',
    form: line.replace(/\d/g, '').slice(0, 6),
  };
  return isPerson
    ? { ...message, name, start: isInline ? at : at + 1, words: (words ?? '').replace(OF_PROGRAM, '') }
    : message;
}

/**
 * The name of the one who wrote all messages but replies of one line, and not mainly such; '' if others wrote more, or
 * if it is a talk.
 */
function mainSender(messages: readonly Message[]): string {
  const long = messages.filter(({ start, to }) => to - start > 1);
  const [first, ...others] = long.length > 0 ? long : messages;
  const name = first?.name ?? '';
  let more = 0;
  for (const one of messages) if (one.name === name) more += one.to - one.at - 2;
  return more >= 0 && others.every((one) => one.name === name) ? name : '';
}

/** Whether a message begins with a headline: a short line right above its text, which is one paragraph. */
function beginsWithHeadline(lines: readonly string[], start: number, end: number): boolean {
  const words = (lines[start] ?? '').replace(BOLD, '$2');
  return (
    end > start + 1 &&
    isTitleLine(words) &&
    itemOf(words) === undefined &&
    !lines.slice(start, end).some(isBlank)
  );
}
