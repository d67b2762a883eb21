import { dayOfDateline } from '../../text/dates/date.ts';
import { itemOf } from '../../text/bullets/listMarks.ts';
import { isBlank } from '../../text/sourceText.ts';
import { isTitleLine } from '../../text/title.ts';
import type { MovedLines } from '../formats/htmlLists.ts';

/** `03/03/2026, 07:45`, `3.3.26 07:45:12`, `2026-03-03 7:45 AM` */
const WHEN =
  '(\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}),?\\s{1,2}\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\s?[ap]\\.?\\s?m\\.?)?';
const NAME = '([^:：\\[\\]]{1,60})';
/** Each with the groups day, name, and the words on the same line. */
const FORMS: readonly RegExp[] = [
  // `[03/03/2026 07:45:12] Ann: The ferry stops.`
  new RegExp(`^\\[${WHEN}\\]\\s+${NAME}:(?:\\s+(.*)|$)`, 'iu'),
  // `03/03/2026, 07:45 - Ann: The ferry stops.`
  new RegExp(`^${WHEN}\\s[-–]\\s${NAME}:(?:\\s+(.*))?$`, 'iu'),
  // `[03/03/2026 07:45] Ann Example` above the text
  new RegExp(`^\\[${WHEN}\\]\\s+${NAME}$`, 'iu'),
];
/** `Harbour News, [03.03.2026 07:45]` above the text */
const NAME_FIRST = new RegExp(`^${NAME},\\s\\[${WHEN}\\]:?$`, 'iu');
/** Marks that a program puts before a line to set its direction. */
const DIRECTION = /^[\u200e\u200f\ufeff]+/;
/** A cheap first check, for a header at the start of a text. */
const MAY_BE_HEADER = /^.{0,64}\d[./-]\d{1,2}[./-]\d/;
/** Levels of a program's log: `INFO`. */
const LEVEL = /^\p{Lu}+$/u;
/** A person, as people write it: `Ann Example`, `Example, Ann (Office)`; not the first words of a story. */
const PERSON = /^(?:[^\p{Ll}\s]\S*(?:\s|$)|(?:da|de|del|di|dos|van|von|der|bin|al)\s){1,6}$/u;

/** A message: its header’s line, and the line of its first words. */
interface Message {
  readonly at: number;
  readonly day: string;
  readonly name: string;
  readonly words: string;
  readonly isInline: boolean;
  to: number;
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
 * wrote only replies of one line is left out. Undefined if the text does not begin with such a line, or if no message
 * has a second line, as in a log.
 */
export function readMessages(source: readonly string[]): Messages | undefined {
  const first = source.findIndex((line) => !isBlank(line));
  if (!MAY_BE_HEADER.test(source[first] ?? '') || !headerIn(source[first] ?? '', first)) return undefined;
  const messages = messagesIn(source);
  const names = new Set(messages.map(({ name }) => name));
  const isLog = messages.every(({ at, to, isInline }) => isInline && to - at < 2);
  if (isLog || names.size > Math.max(2, messages.length / 2)) return undefined;
  // `[2026-03-03 07:45] The ferry stops at nine: no crew` has no name.
  const isNamed = ({ name, isInline }: Message) =>
    !isInline || (messages.length > 1 && (PERSON.test(name) || isOften(name, messages)));
  if (!messages.every(isNamed)) return undefined;
  const sender = mainSender(messages);
  const lines = source.map((line) => line.replace(DIRECTION, ''));
  const headlines = new Set<number>();
  for (const message of messages) {
    const { at, to, name, words, isInline } = message;
    lines[at] = words;
    const start = isInline ? at : at + 1;
    // A message may be empty.
    const named = start < to ? start : at;
    if (name !== sender) lines[named] = `${name}: ${lines[named] ?? ''}`;
    else if (beginsWithHeadline(lines, start, to)) headlines.add(start);
  }
  // A single headline is the title of the briefing.
  const several = headlines.size > 1 ? headlines : new Set<number>();
  const apart = new Set(messages.map(({ at }) => at));
  return {
    lines,
    day: dayOfDateline(messages[0]?.day ?? ''),
    part: (written) => {
      const origins: number[] = [];
      const moved: string[] = [];
      written.forEach((line, i) => {
        const added = several.has(i) ? `**${line.replace(BOLD, '$2')}**` : line;
        for (const one of apart.has(i) ? ['', added] : [added]) {
          moved.push(one);
          origins.push(i);
        }
      });
      return { lines: moved, origins };
    },
  };
}

/** `*Ferry stops*`, and in bold of other chats. */
const BOLD = /^\s*(\*{1,2}|_{1,2})(.{1,160})\1\s*$/;

function messagesIn(source: readonly string[]): Message[] {
  const messages: Message[] = [];
  source.forEach((line, at) => {
    const message = headerIn(line, at);
    if (message) messages.push(message);
    const last = messages.at(-1);
    if (last && !isBlank(line)) last.to = at + 1;
  });
  return messages;
}

function headerIn(written: string, at: number): Message | undefined {
  if (!MAY_BE_HEADER.test(written)) return undefined;
  const line = written.replace(DIRECTION, '').trimEnd();
  const [, named, when] = NAME_FIRST.exec(line) ?? [];
  const found = when === undefined ? FORMS.map((form) => form.exec(line)).find(Boolean) : [line, when, named];
  const [, day = '', name = '', words] = found ?? [];
  const isPerson = words !== undefined || when !== undefined ? !LEVEL.test(name) : PERSON.test(name);
  if (name === '' || !isPerson) return undefined;
  return { at, day, name, words: words ?? '', isInline: words !== undefined, to: at + 1 };
}

function isOften(name: string, messages: readonly Message[]): boolean {
  return messages.filter((message) => message.name === name).length > 1;
}

/** The name of the one who wrote all messages but replies of one line; '' if others wrote more. */
function mainSender(messages: readonly Message[]): string {
  const long = messages.filter(({ at, to, isInline }) => to - at > (isInline ? 1 : 2));
  const names = new Set((long.length > 0 ? long : messages).map(({ name }) => name));
  return names.size === 1 ? ([...names][0] ?? '') : '';
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
