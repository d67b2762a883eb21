import type { MarkdownIt, StateCore } from 'markdown-it';

/** A cheap test: most texts have no such marks. */
const MAY_HAVE = /[【\ue200]|citeturn\d|oaicite:/;
/** The same test for a whole text, where plain search is faster. */
const WORDS = ['【', '\ue200', 'citeturn', 'oaicite:'];
/** `turn0search3`: an action of a chat, with the number of its turn. */
const LOOKED_UP = String.raw`turn\d{1,3}[a-z]{3,12}\d{1,3}`;
const MARKS = new RegExp(
  ` ?(?:${[
    String.raw`【[^【】†\n]{0,40}†[^【】\n]{0,200}】`,
    `【${LOOKED_UP}】`,
    String.raw`\ue200(?:file)?cite[^\ue200\ue201\n]{0,400}\ue201`,
    `(?<![\\p{L}\\p{N}])(?:file)?cite(?:${LOOKED_UP}){1,20}(?![\\p{L}\\p{N}])`,
    String.raw`:contentReference\[oaicite:\d{1,3}\](?:\{index=\d{1,3}\})?`,
  ].join('|')})`,
  'gu',
);

/**
 * Removes the marks that a language model's own page turns into sources: `【4†source】`, `citeturn0search3`,
 * `:contentReference[oaicite:0]{index=0}`. Elsewhere they lead nowhere, and are not words.
 */
export function chatMarks(markdown: MarkdownIt): void {
  markdown.core.ruler.push('chat_marks', removeMarks);
}

function removeMarks({ src, tokens }: StateCore): void {
  if (!WORDS.some((word) => src.includes(word))) return;
  for (const { children } of tokens)
    for (const token of children ?? [])
      if (token.type === 'text' && MAY_HAVE.test(token.content))
        token.content = token.content.replace(MARKS, '');
}
