import { ellipsizeAtWord } from '../../base/shorten.ts';

/** The front matter of a file, in this order. */
export interface FrontMatterFields {
  readonly title: string;
  /** `2026-11-26` */
  readonly date?: string | undefined;
  readonly lang?: string | undefined;
  /** The address of the original, or the sender. */
  readonly source?: string | undefined;
  readonly feed?: string | undefined;
  readonly id?: string | undefined;
  /** When it was fetched. */
  readonly fetched?: string | undefined;
}

/** Maximum length of a value. The parser ignores front matter that is too long. */
const MAX_LENGTH = 500;
/** Maximum length of an address. Longer ones are left out, because a shortened one would lead elsewhere. */
const MAX_ADDRESS_LENGTH = 2000;

const ADDRESS = /^https?:\/\/[!-~]+$/;
/** Strings that YAML reads unchanged without quotes. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ,.;'’“”()&/?!–—_-]*$/u;
const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/;
/** Words that some YAML readers do not read as strings: `no`, `null`, `.nan`. */
const NO_STRING = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;
/** Characters that YAML allows only as escapes, or that are invisible. Joiners are allowed, as `👩‍💻` contains one. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cn}\p{Co}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu;

/** Writes front matter that every YAML reader reads back as exactly these strings, each on one line. */
export function writeFrontMatter(fields: FrontMatterFields): string {
  const { title, date, lang, source, feed, id, fetched } = fields;
  const lines = Object.entries({ title, date, lang, source, feed, id, fetched }).flatMap(([key, value]) => {
    const isTime = key === 'date' || key === 'fetched';
    const written = value === undefined || (isTime && TIME.test(value)) ? value : yamlScalar(value);
    return written === undefined ? [] : [`${key}: ${written}`];
  });
  return `---\n${lines.join('\n')}\n---\n`;
}

function yamlScalar(value: string): string | undefined {
  if (ADDRESS.test(value)) {
    if (value.length > MAX_ADDRESS_LENGTH) return undefined;
    return value.endsWith(':') ? quoteYaml(value) : value;
  }
  const words = ellipsizeAtWord(value, MAX_LENGTH);
  const isPlain = PLAIN.test(words) && !words.endsWith(' ') && !NO_STRING.test(words);
  return isPlain ? words : quoteYaml(words);
}

function quoteYaml(words: string): string {
  const marks = words.replace(/["\\]/g, '\\$&');
  return `"${marks.replace(UNPRINTABLE, (character) => escapeCode(character.codePointAt(0) ?? 0))}"`;
}

function escapeCode(code: number): string {
  if (code === 10) return '\\n';
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}
