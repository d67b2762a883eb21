import { tidy } from './plainTokens.ts';

const SENTENCE_LENGTH = 80;

/**
 * The title of a briefing that does not give one itself: its file's name where that has words, or its first sentence,
 * shortened; never empty.
 */
export function fallbackTitle(fileName: string, text: string): string {
  return titleOfFileName(fileName, text) ?? (firstSentence(text) || tidy(fileName) || '…');
}

/** `PGWeekly_April_24_2002.txt`: a line that is only the name that its file once had. */
export function isFileName(line: string): boolean {
  return /^\S+\.(?:txt|md|markdown|html?)\W*$/i.test(line);
}

/**
 * `2025-08-19-ukraine-talks-at-the-white-house.txt` -> `Ukraine talks at the White House`: without the date, and with
 * the capitals that a file's name has lost and the text still has. `__` in a name stands for a folder's end, as tools
 * write it that make one name of a path.
 */
function titleOfFileName(fileName: string, text: string): string | undefined {
  const stem = fileName.replace(/^.*(?:[/\\]|__)/, '').replace(/(?:\.(?:briefing|md|markdown|txt))+$/i, '');
  const words = stem
    .replace(/(?<!\d)(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{1,2}[-_.]\d{1,2}[-_.]\d{4})(?!\d)/, ' ')
    .split(/[\s_-]+/)
    .filter(Boolean);
  if (!words.some((word) => /\p{L}{2}/u.test(word))) return undefined;
  const spelled = stem === stem.toLowerCase() ? words.map(spellingIn(text)) : words;
  const title = tidy(spelled.join(' '));
  return title === '' ? undefined : title.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** A word that the text only ever writes with a capital gets it: `house` -> `House` after `the White House`. */
function spellingIn(text: string): (word: string) => string {
  const spellings = new Map<string, string>();
  for (const [word] of text.slice(0, 100_000).matchAll(/[\p{L}\p{N}]+/gu)) {
    const key = word.toLowerCase();
    if (word === key || !spellings.has(key)) spellings.set(key, word);
  }
  return (word) => spellings.get(word) ?? word;
}

function firstSentence(text: string): string {
  const words = tidy(text.slice(0, 2000).replace(/[#*_>`[\]]/g, ' '));
  const sentence = /^.*?[.!?。](?=\s|$)/u.exec(words)?.[0] ?? words;
  if (sentence.length <= SENTENCE_LENGTH) return sentence;
  return `${sentence.slice(0, SENTENCE_LENGTH).replace(/\s+\S*$/, '')}…`;
}
