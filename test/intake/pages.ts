import fc from 'fast-check';

/** A piece of HTML, and its visible words. */
export interface Piece {
  readonly html: string;
  readonly seen: string;
}

const WORDS = [
  ...'ferry Bridge Crane: tugs, naïve 渡轮 x 12 Why? U.S. “Late” 🌉 Q&A'.split(' '),
  ...'* **a** _b_ `c` ~~d~~ </p> <b> <!-- --> &lt; [a](b) [a] ![ ][ [1] [^1] [a]: (c) # ## - + > |'.split(
    ' ',
  ),
  ...'{ } {{ {% \\ \\* ``` ~~~ : :// Title: Date: $x$ ^ • &copy; <https://d.example>'.split(' '),
  ...'https://a.example/b_c*d www.b.example me@c.example javascript:alert(1)'.split(' '),
  '<img src=x onerror=alert(1)>',
];

const text: fc.Arbitrary<Piece> = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => ({ html: escaped(words.join(' ')), seen: words.join(' ') }));

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function joined(pieces: readonly Piece[], between = ''): Piece {
  return {
    html: pieces.map(({ html }) => html).join(between),
    seen: pieces.map(({ seen }) => seen).join(between === '' ? '' : ' '),
  };
}

/** A lone bullet in a cell marks a list item. */
function cell(piece: Piece): Piece {
  return joined([{ html: 'ferry ', seen: 'ferry ' }, piece]);
}

function inside(tag: string, attributes = ''): (piece: Piece) => Piece {
  return ({ html, seen }) => ({ html: `<${tag}${attributes}>${html}</${tag}>`, seen });
}

const ADDRESSES =
  'https://a.example/?x=1&y=(2) javascript:alert(1) /b #c data:text/html,d mailto:e@f.example'.split(' ');

const { inline, block } = fc.letrec<{ inline: Piece; block: Piece }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    text.map(({ html, seen }) => ({ html: ` ${html} `, seen: ` ${seen} ` })),
    fc
      .tuple(fc.constantFrom('b', 'strong', 'i', 'em', 'span', 'code', 'u', 'font', 'o:p'), tie('inline'))
      .map(([tag, piece]) => inside(tag)(piece)),
    fc
      .tuple(fc.constantFrom(...ADDRESSES), tie('inline'))
      .map(([address, piece]) => inside('a', ` href="${escaped(address)}"`)(piece)),
    fc.constantFrom({ html: '<br>', seen: ' ' }, { html: '<script>nobody()</script>', seen: '' }),
    fc.constantFrom(
      { html: '<span style="display:none">nobody</span>', seen: '' },
      { html: '<img src=x width=1 height=1 alt="nobody">', seen: '' },
    ),
    fc.array(tie('inline'), { minLength: 1, maxLength: 3 }).map((pieces) => joined(pieces)),
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .tuple(fc.constantFrom('p', 'div', 'h1', 'h2', 'h5', 'center', 'section', 'dt'), tie('inline'))
      .map(([tag, piece]) => inside(tag)(piece)),
    fc
      .tuple(
        fc.constantFrom('div', 'blockquote', 'article', 'td', 'b', 'a'),
        fc.array(tie('block'), { maxLength: 3 }),
      )
      .map(([tag, pieces]) => inside(tag)(joined(pieces, '\n'))),
    fc
      .tuple(fc.constantFrom('ul', 'ol'), fc.array(fc.oneof(tie('inline'), tie('block')), { maxLength: 3 }))
      .map(([tag, pieces]) => inside(tag)(joined(pieces.map(inside('li')), '\n'))),
    fc
      .tuple(fc.constantFrom('td', 'th'), fc.array(fc.tuple(tie('inline'), tie('inline')), { maxLength: 3 }))
      .map(([tag, rows]) =>
        inside('table')(
          joined(
            rows.map((row) => inside('tr')(joined(row.map(cell).map(inside(tag)), ' '))),
            '\n',
          ),
        ),
      ),
    tie('block').map(inside('table', ' role="presentation"')),
    fc
      .constantFrom('<hr>', '<p>---</p>', '<p>+++</p>', '<div>===</div>', '<p>***')
      .map((html) => ({ html, seen: ' ' })),
  ),
}));

/** Pages with everything that newsletters have, and with Markdown syntax in all of it. */
export const pages: fc.Arbitrary<Piece> = fc
  .array(fc.oneof(block, inline), { minLength: 1, maxLength: 5 })
  .map((pieces) => joined(pieces, '\n'));

const TAGS = [
  ...'< > </ <! <![CDATA[ ]]> <? &#x0; &#xd800; &bogus; \0 \u202e \ud800 <p> <ul> <li> </ul> <table> <tr> <td>'.split(
    ' ',
  ),
  ...'</table> <pre> </pre> <h1> <svg> <math> <form> <title> <textarea> <main>'.split(' '),
  ...['<a href=', '<a href="https://a.example">', '<base href="javascript:">', '<base href="//b.example/c">'],
  ...['<b style="font-weight:', '<p style="font-size:0">'],
];

/** What any file that is called HTML may contain: tags that are never closed, or in any order. */
export const rubble: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...TAGS), fc.string({ maxLength: 8 })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''));
