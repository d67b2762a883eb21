import { cut } from '../../base/shorten.ts';

/** What stands above the words of a file that came in, in this order. */
export interface FrontMatterFields {
  readonly title: string;
  /** `2026-11-26` */
  readonly date?: string | undefined;
  readonly lang?: string | undefined;
  /** Where a person can read it: an address, or who wrote it. */
  readonly source?: string | undefined;
  readonly feed?: string | undefined;
  readonly id?: string | undefined;
  /** When it came in. */
  readonly fetched?: string | undefined;
}

/** Longer values say nothing more, and the parser takes a long front matter for none. */
const LONGEST = 500;
/** An address that is cut leads elsewhere: one that is longer is left out. */
const LONGEST_ADDRESS = 2000;

const ADDRESS = /^https?:\/\/[!-~]+$/;
/** What YAML reads as itself without quotes: words, and no mark that means something to it. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ,.;'’“”()&/?!–—_-]*$/u;
const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/;
/** Words that are no strings to some reader of YAML: `no`, `null`, `.nan`. */
const NO_STRING = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;
/** What YAML takes in no form but as an escape, and what nobody would see. `👩‍💻` is joined by one that may stay. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cn}\p{Co}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu;

/** Writes a front matter that every reader of YAML reads back as these very strings, each on one line. */
export function writeFrontMatter(fields: FrontMatterFields): string {
  const { title, date, lang, source, feed, id, fetched } = fields;
  const lines = Object.entries({ title, date, lang, source, feed, id, fetched }).flatMap(([key, value]) => {
    const isTime = key === 'date' || key === 'fetched';
    const written = value === undefined || (isTime && TIME.test(value)) ? value : scalar(value);
    return written === undefined ? [] : [`${key}: ${written}`];
  });
  return `---\n${lines.join('\n')}\n---\n`;
}

function scalar(value: string): string | undefined {
  if (ADDRESS.test(value)) {
    if (value.length > LONGEST_ADDRESS) return undefined;
    return value.endsWith(':') ? quoted(value) : value;
  }
  const words = shortened(value, LONGEST);
  const isPlain = PLAIN.test(words) && !words.endsWith(' ') && !NO_STRING.test(words);
  return isPlain ? words : quoted(words);
}

function quoted(words: string): string {
  const marks = words.replace(/["\\]/g, '\\$&');
  return `"${marks.replace(UNPRINTABLE, (character) => escaped(character.codePointAt(0) ?? 0))}"`;
}

function escaped(code: number): string {
  if (code === 10) return '\\n';
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** At most so many units, `…` where something is left out, and no half of a character. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = cut(text, length - 1);
  const atSpace = start.replace(/\s\S{0,40}$/, '');
  return `${atSpace || start}…`;
}
