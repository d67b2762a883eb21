import { type Block, inlineTokens } from '../../briefing/blocks/document.ts';
import { isPlainText } from '../../briefing/plain/isPlainText.ts';
import type { Structure } from '../../briefing/structure/structure.ts';
import { Finder } from '../../briefing/text/sourceText.ts';
import { type Finding, finding } from '../rules.ts';

type Token = Block['tokens'][number];

/** An address that no link came of: `](https:// a.example`. */
const BROKEN = /\]\(<?(?:https?:\/\/?|mailto:)\S{0,200}/i;
/** The marks before an address that is a link only by itself. */
const OPENED = /(?<!\\)\]\(<?$/;

/**
 * Findings for failed links, which most readers show as plain text: `[Title](https://a.example/b`, without its end, and
 * `[Title](https://a.example/a b)`.
 */
export function checkBrokenLinks({ document }: Structure): Finding[] {
  const { blocks, footnotes, lines, json, body } = document;
  if (json !== undefined || isPlainText(body)) return [];
  return [...blocks, ...footnotes.values()]
    .flatMap(({ tokens }) => inlineTokens(tokens))
    .flatMap(({ children, map }) => {
      const finder = new Finder(lines, map);
      return (children ?? []).flatMap((token, i, all) =>
        brokenAt(token, all[i - 1], all[i + 1], finder, lines),
      );
    });
}

function brokenAt(
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
  finder: Finder,
  lines: readonly string[],
): Finding[] {
  const { type, content, info, markup } = token;
  if (type === 'text') {
    const [written] = BROKEN.exec(content) ?? [];
    return written === undefined ? [] : [finding('broken-link', finder.find(written))];
  }
  // A link with spaces in its address.
  if (markup.startsWith('](')) return [finding('broken-link', finder.find(markup))];
  if (type !== 'link_open' || info !== 'auto' || !/\(<?$/.test(before?.content ?? '')) return [];
  const { start, end } = finder.find(after?.content ?? '');
  const [marks] = OPENED.exec(lines[start.line]?.slice(0, start.character) ?? '') ?? [];
  if (marks === undefined) return [];
  return [finding('broken-link', { start: { ...start, character: start.character - marks.length }, end })];
}
