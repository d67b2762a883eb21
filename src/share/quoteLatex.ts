import { handOf } from './handOf.ts';
import { attributionsOf, namedSource, type Quotation, type Source, writtenIn } from './quotation.ts';

/** What means something in LaTeX, or is another character in its oldest fonts. */
const MARKS = /[\\{}$&#_%~^<>|]/g;
const NAMES: Readonly<Record<string, string>> = {
  '\\': 'textbackslash',
  // By name, since BibTeX counts braces whatever stands before them.
  '{': 'textbraceleft',
  '}': 'textbraceright',
  '~': 'textasciitilde',
  '^': 'textasciicircum',
  '<': 'textless',
  '>': 'textgreater',
  '|': 'textbar',
};

/** Words as LaTeX, in a text and in the fields of BibTeX: `50 % & more` -> `50 \% \& more`. */
export function escapeLatex(words: string): string {
  return words.replace(MARKS, (mark) => {
    const name = NAMES[mark];
    return name === undefined ? `\\${mark}` : `\\${name}{}`;
  });
}

/** An address without the mark of formulas, which some readers of BibTeX find even there. */
export function withoutFormulas(url: string): string {
  return url.replaceAll('$', '%24');
}

/** In German and Dutch texts `"u` is `ü`: nothing must follow a quotation mark. Two hyphens would be a dash. */
const HAND = handOf({
  emoji: () => '',
  words: (text) =>
    escapeLatex(text)
      .replaceAll('"', '"{}')
      .replace(/-(?=-)/g, '-{}'),
  strong: (words) => `\\textbf{${words}}`,
  lineEnd: '\\newline{}\n',
});

/**
 * Items as quotations in LaTeX; their links need the package hyperref. An emoji is left out, since most fonts of
 * LaTeX have none and stop at it.
 * `\begin{quote}` `\textbf{Clock:} It strikes.` `` `--- \href{https://a.example/}{Report}` `\end{quote}`
 */
export function quoteLatex(quotations: readonly Quotation[]): string {
  return quotations.map(environment).join('\n\n');
}

function environment(quotation: Quotation): string {
  const sources = attributionsOf(quotation).map((source) => `--- ${linked(source)}`);
  const paragraphs = [...writtenIn(quotation, HAND), ...sources];
  return `\\begin{quote}\n${paragraphs.join('\n\n')}\n\\end{quote}`;
}

function linked(source: Source): string {
  const { title, url } = source;
  return url === undefined
    ? HAND.words(namedSource(source))
    : `\\href{${withoutFormulas(url).replace(/[%#]/g, '\\$&')}}{${HAND.words(title)}}`;
}
