import type { Token } from 'markdown-it';
import { type BareLink, bareLinksOf } from '../../grammar/links/bareLinks.ts';
import { type CitationStyle, citationMarks, mayCite } from './citationMarks.ts';
import { type Block, citationLabel, inlineTokens } from '../../blocks/document.ts';
import { localTargetOf } from '../../blocks/links.ts';
import type { Problem, Reference } from '../../model.ts';
import { problem } from '../../problems.ts';
import { Finder } from '../../text/sourceText.ts';
import { copyOf, wordsOf } from '../../grammar/tokens.ts';

const SEVERAL = /^\d{1,3}(?:\s?[,;–-]\s?\d{1,3})+$/;
/** Maximum number of citations in a range like `[1-9]`. */
const MAX_RANGE = 20;

interface Citations {
  /** The reference that a citation's label points at. */
  cited(label: string): Reference | undefined;
  /** The label that a mark like `[^1]` cites its footnote by. */
  labelOfMark(label: string): string;
  /** Whether the references are numbered at all: if not, `[7]` is just text. */
  readonly numbered: boolean;
  readonly style: CitationStyle;
}

/**
 * Replaces each citation in the words of an inline token by a `citation` token (its label in `meta`), in place. One
 * that points at nothing stays text, and is returned as a problem.
 */
export function markCitations(inline: Token, citations: Citations, lines: readonly string[]): Problem[] {
  const { style } = citations;
  if (!mayCite(inline.content, style)) return [];
  const isText = ({ type, content }: Token) => type === 'text' && mayCite(content, style);
  if (!inline.children?.some((token) => isMark(token) || isText(token) || isSectionLink(token))) return [];
  const problems: Problem[] = [];
  const finder = new Finder(lines, inline.map);
  const undefinedAt = (written: string) => {
    problems.push(problem('undefined-citation', finder.find(written), written));
  };
  let linked = 0;
  const children: Token[] = [];
  const all = inline.children;
  let next = 0;
  for (const [at, token] of all.entries()) {
    if (at < next) continue;
    const label = labelInside(all, at);
    if (label !== undefined && citations.cited(label)) {
      // The brackets around a link, `[<a href="#source-2">2</a>]`, are the citation's.
      const [before, after] = [children.at(-1), all[at + 3]];
      if (before?.content.endsWith('[') && after?.content.startsWith(']')) {
        before.content = before.content.slice(0, -1);
        after.content = after.content.slice(1);
      }
      children.push(citation(token, label, `[${label}]`));
      next = at + 3;
      continue;
    }
    if (token.type === 'link_open') linked++;
    if (token.type === 'link_close') linked--;
    if (isMark(token)) {
      const note = citationLabel(token);
      children.push(citation(token, citations.labelOfMark(note), `[^${note}]`));
    } else if (linked > 0 || !isText(token)) children.push(token);
    else for (const piece of splitText(token, citations, undefinedAt)) children.push(piece);
  }
  inline.children = children;
  return problems;
}

/** Returns the number in a link to where the text lists a source: `[2](#source-2)`, or `[[2]](#source-2)`. */
function labelInside(tokens: readonly Token[], at: number): string | undefined {
  const open = tokens[at];
  if (!open || !isSectionLink(open) || tokens[at + 2]?.type.endsWith('link_close') !== true) return undefined;
  return /^\[?(\d{1,3})\]?$/.exec(tokens[at + 1]?.content ?? '')?.[1];
}

function isSectionLink(token: Token): boolean {
  return localTargetOf(token)?.kind === 'section';
}

/** Whether a token is a `[^note]` that a footnote defines. */
function isMark({ type }: Token): boolean {
  return type === 'footnote_ref';
}

function splitText(token: Token, citations: Citations, undefinedAt: (written: string) => void): Token[] {
  const pieces: Token[] = [];
  let end = 0;
  for (const { written, index, label, isNote } of citationMarks(token.content, citations.style)) {
    const labels = labelsOf(label);
    if (!isNote && !labels.every((one) => /^\d{1,3}$/.test(one))) continue;
    if (labels.some((one) => citations.cited(one) === undefined)) {
      if (isNote || (citations.numbered && written.startsWith('['))) undefinedAt(written);
      continue;
    }
    pieces.push(copyOf(token, { content: token.content.slice(end, index) }));
    for (const one of labels) pieces.push(citation(token, one, isNote ? written : `[${one}]`));
    end = index + written.length;
  }
  return end === 0 ? [token] : [...pieces, copyOf(token, { content: token.content.slice(end) })];
}

/**
 * Whether a text cites most of `count` sources with numbers behind its sentences, `It stops.1 It is late.2`, in order
 * from 1, and has no other citations.
 */
export function citesGlued(text: readonly Block[], cited: Citations['cited'], count: number): boolean {
  const glued = new Set<string>();
  for (const { content, children } of text.flatMap(({ tokens }) => inlineTokens(tokens))) {
    if (!mayCite(content, 'glued')) continue;
    if (children?.some(isMark)) return false;
    for (const { type, content: words } of children ?? [])
      for (const { written, label } of type === 'text' ? citationMarks(words, 'glued') : []) {
        const isGlued = written === label;
        const isKnown = labelsOf(label).some(cited);
        if (isKnown !== isGlued || (isGlued && glued.size === 0 && label !== '1')) return false;
        if (isGlued) glued.add(label);
      }
  }
  return glued.size > 1 && glued.size * 2 >= count;
}

/**
 * Returns the labels in a citation: `1, 3` -> 1 and 3; `1-3`, `1–3` -> 1, 2 and 3. Of a range that runs backwards or is
 * too long, only the ends count.
 */
export function labelsOf(label: string): string[] {
  if (!SEVERAL.test(label)) return [label];
  const labels = new Set<string>();
  for (const part of label.split(/[,;]/)) {
    const [from = '', to = from] = part.split(/[–-]/).map((one) => one.trim());
    const isRange = Number(to) > Number(from) && Number(to) - Number(from) < MAX_RANGE;
    if (!isRange) for (const one of [from, to]) labels.add(one);
    else for (let one = Number(from); one <= Number(to); one++) labels.add(String(one));
  }
  return [...labels];
}

/** Makes a citation token, whose `markup` is the citation as written. */
function citation(token: Token, label: string, written: string): Token {
  return copyOf(token, { type: 'citation', nesting: 0, content: '', markup: written, meta: { label } });
}

/** Returns a problem for each link of an inline token that lacks its definition; its words stay text. */
export function unresolvedLinks(inline: Token, lines: readonly string[]): Problem[] {
  if (!inline.content.includes('][')) return [];
  const found: BareLink[] = [];
  for (const token of wordsOf(inline)) for (const link of bareLinksOf(token)) found.push(link);
  if (found.length === 0) return [];
  const finder = new Finder(lines, inline.map);
  return found.map(({ written, label }) => problem('unresolved-link', finder.find(written), written, label));
}
