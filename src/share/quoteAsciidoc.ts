import { handOf } from './handOf.ts';
import { attributionsOf, namedSource, type Quotation, type Source, writtenIn } from './quotation.ts';

/** Words that AsciiDoc leaves alone: letters first, and then no mark that means something to it. */
const PLAIN = /^[\p{L}\p{ExtPict}\p{RI}](?:[^\0-\x7f]|[A-Za-z0-9 ,;.!?%$/()'"-]|[:&](?= |$))*$/u;
/** Marks that mean something in pairs, or at the start of a line: a list's number, an admonition's name. */
const MEANING = /--|\.\.|\/\/|;;|\$\$|\(\(|\((?:C|R|TM)\)|^[A-Za-z]\.|^[IVXivx]+\)|^[A-Z]+:/;

const HAND = handOf({ words: literal, strong: (words) => `**${words}**`, lineEnd: ' +\n' });

/**
 * Items as quotations in AsciiDoc. Words with marks in them are passed through as they are: `pass:c[a * b]`.
 * `[quote]` `____` `**Clock:** It strikes.` `— Report, 2026-03-02` `— link:pass:c[https://a.example/][Report]` `____`
 */
export function quoteAsciidoc(quotations: readonly Quotation[]): string {
  return quotations.map(block).join('\n\n');
}

function block(quotation: Quotation): string {
  const sources = attributionsOf(quotation).map((source) => `— ${linked(source)}`);
  const paragraphs = [...writtenIn(quotation, HAND), ...sources];
  return `[quote]\n____\n${paragraphs.join('\n\n')}\n____`;
}

function linked(source: Source): string {
  const { title, url } = source;
  return url === undefined ? literal(namedSource(source)) : `link:${passed(url)}[${literal(title)}]`;
}

function literal(words: string): string {
  return words === '' || (PLAIN.test(words) && !MEANING.test(words)) ? words : passed(words);
}

const CUT = ']pass:c[';

/** A `]` would end it, and a backslash before its own end would keep it open. `x:: y` begins a list even so: it is cut. */
function passed(words: string): string {
  const inside = words.replace(/(?<!\\)\\+$/, '');
  const kept = inside
    .replaceAll(']', '\\]')
    .replace(/(?<!:):{2,}(?= )|;;(?= )/g, (marks) => marks.split('').join(CUT));
  return (kept === '' ? '' : `pass:c[${kept}]`) + '&#92;'.repeat(words.length - inside.length);
}
