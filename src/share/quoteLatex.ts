import { markupWriter } from './markupWriter.ts';
import { attributionsOf, namedSource, type Quotation, type CitedSource, writeItem } from './quotation.ts';

/** Characters with a special meaning in LaTeX, or shown as others in its oldest fonts. */
const MARKS = /[\\{}$&#_%~^<>|]/g;
const NAMES: Readonly<Record<string, string>> = {
  '\\': 'textbackslash',
  // By name, as BibTeX counts braces even after a backslash.
  '{': 'textbraceleft',
  '}': 'textbraceright',
  '~': 'textasciitilde',
  '^': 'textasciicircum',
  '<': 'textless',
  '>': 'textgreater',
  '|': 'textbar',
};

/** Escapes words for LaTeX text and BibTeX fields: `50 % & more` -> `50 \% \& more`. */
export function escapeLatex(words: string): string {
  return words.replace(MARKS, (mark) => {
    const name = NAMES[mark];
    return name === undefined ? `\\${mark}` : `\\${name}{}`;
  });
}

/** An address without `$`, which some readers of BibTeX take for a formula even in an address. */
export function withoutFormulas(url: string): string {
  return url.replaceAll('$', '%24');
}

/** In German and Dutch texts `"u` is `ü`, so nothing may directly follow a quotation mark. Two hyphens make a dash. */
const WRITER = markupWriter({
  emoji: () => '',
  words: (text) =>
    escapeLatex(text)
      .replaceAll('"', '"{}')
      .replace(/-(?=-)/g, '-{}'),
  strong: (words) => `\\textbf{${words}}`,
  lineEnd: '\\newline{}\n',
});

/**
 * Items as quotations in LaTeX; their links need the package hyperref. Emoji are left out: most LaTeX fonts have none, and
 * compiling stops at them.
 * `\begin{quote}` `\textbf{Clock:} It strikes.` `` `--- \href{https://a.example/}{Report}` `\end{quote}`
 */
export function quoteLatex(quotations: readonly Quotation[]): string {
  return quotations.map(environment).join('\n\n');
}

function environment(quotation: Quotation): string {
  const sources = attributionsOf(quotation).map((source) => `--- ${writeSource(source)}`);
  const paragraphs = [...writeItem(quotation, WRITER), ...sources];
  return `\\begin{quote}\n${paragraphs.join('\n\n')}\n\\end{quote}`;
}

function writeSource(source: CitedSource): string {
  const { title, url } = source;
  return url === undefined
    ? WRITER.words(namedSource(source))
    : `\\href{${withoutFormulas(url).replace(/[%#]/g, '\\$&')}}{${WRITER.words(title)}}`;
}
