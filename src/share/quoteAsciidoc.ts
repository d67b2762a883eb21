import { markupWriter } from './markupWriter.ts';
import { attributionsOf, namedSource, type Quotation, type CitedSource, writeItem } from './quotation.ts';

/** Words that AsciiDoc does not interpret: they start with a letter, and contain no special characters. */
const PLAIN = /^[\p{L}\p{ExtPict}\p{RI}](?:[^\0-\x7f]|[A-Za-z0-9 ,;.!?%$/()'"-]|[:&](?= |$))*$/u;
/** Sequences with a special meaning, in pairs or at the start of a line: a list's number, an admonition's name. */
const SPECIAL = /--|\.\.|\/\/|;;|\$\$|\(\(|\((?:C|R|TM)\)|^[A-Za-z]\.|^[IVXivx]+\)|^[A-Z]+:/;

const WRITER = markupWriter({ words: literal, strong: (words) => `**${words}**`, lineEnd: ' +\n' });

/**
 * Items as quotations in AsciiDoc. Words with special characters are passed through unchanged: `pass:c[a * b]`.
 * `[quote]` `____` `**Clock:** It strikes.` `— Report, 2026-03-02` `— link:pass:c[https://a.example/][Report]` `____`
 */
export function quoteAsciidoc(quotations: readonly Quotation[]): string {
  return quotations.map(block).join('\n\n');
}

function block(quotation: Quotation): string {
  const sources = attributionsOf(quotation).map((source) => `— ${writeSource(source)}`);
  const paragraphs = [...writeItem(quotation, WRITER), ...sources];
  return `[quote]\n____\n${paragraphs.join('\n\n')}\n____`;
}

function writeSource(source: CitedSource): string {
  const { title, url } = source;
  return url === undefined ? literal(namedSource(source)) : `link:${passMacro(url)}[${literal(title)}]`;
}

function literal(words: string): string {
  return words === '' || (PLAIN.test(words) && !SPECIAL.test(words)) ? words : passMacro(words);
}

const CUT = ']pass:c[';

/**
 * Wraps words in a pass macro. `]` would end it, and a final backslash would escape its end. `x:: y` starts a list even
 * inside a macro, so it is split over two.
 */
function passMacro(words: string): string {
  const inside = words.replace(/(?<!\\)\\+$/, '');
  const kept = inside
    .replaceAll(']', '\\]')
    .replace(/(?<!:):{2,}(?= )|;;(?= )/g, (marks) => marks.split('').join(CUT));
  return (kept === '' ? '' : `pass:c[${kept}]`) + '&#92;'.repeat(words.length - inside.length);
}
