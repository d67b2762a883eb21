import type { Position } from '../../briefing/model.ts';
import { structureOf } from '../../briefing/structure/structure.ts';
import { escapeWords } from '../../briefing/write/writeMarkdown.ts';
import { cleanOf } from '../checks/links.ts';
import { linkPlaces } from '../linkPlaces.ts';
import type { Finding, RuleCode } from '../rules.ts';
import { insertion, lineRemoval, type TextEdit } from '../textEdit.ts';
import { citationFixes, claimFixes } from './citationFixes.ts';
import { dateFixes } from './dateFixes.ts';
import type { Fix, FixContext } from './fix.ts';
import { mergeReference, removeReference } from './referenceFixes.ts';

type Fixer = (finding: Finding, context: FixContext) => readonly Fix[];

const FIXERS: Readonly<Partial<Record<RuleCode, Fixer>>> = {
  'undefined-citation': citationFixes,
  'no-reference': claimFixes,
  'duplicate-reference': mergeReference,
  'uncited-reference': removeReference,
  'tracking-link': cleanLink,
  'empty-link-text': nameLink,
  'bad-date': dateFixes,
  'date-mismatch': dateFixes,
  'unresolved-link': defineLink,
  'empty-section': removeHeading,
};

/** The ways to mend a finding, the likeliest first; the last one is always not to be told of it. */
export function fixesFor(finding: Finding, context: FixContext): readonly Fix[] {
  const { document } = structureOf(context.briefing);
  // In JSON there is neither a list of sources nor a comment.
  if (document.json !== undefined) return finding.code === 'tracking-link' ? cleanLink(finding, context) : [];
  return [...(FIXERS[finding.code]?.(finding, context) ?? []), ...ignore(finding, document.lines)];
}

function cleanLink({ range }: Finding, { briefing }: FixContext): Fix[] {
  const { lines } = structureOf(briefing).document;
  const clean = cleanOf(lines[range.start.line]?.slice(range.start.character, range.end.character) ?? '');
  return clean === undefined
    ? []
    : [{ kind: 'clean-link', detail: '', edits: [{ range, text: clean }], isPreferred: true }];
}

/** By what the library calls the page. */
function nameLink({ range }: Finding, { briefing, titleOf }: FixContext): Fix[] {
  const { lines } = structureOf(briefing).document;
  const { line, character } = range.start;
  const place = linkPlaces([lines[line] ?? '']).find(
    ({ words }) => words?.range.start.character === character,
  );
  const title = place && titleOf?.(place.url);
  return title === undefined
    ? []
    : [{ kind: 'name-link', detail: title, edits: [{ range, text: escapeWords(title) }], isPreferred: true }];
}

function defineLink(
  { details: [written = '', label = ''], range }: Finding,
  { briefing }: FixContext,
): Fix[] {
  const { lines } = structureOf(briefing).document;
  const end = endOf(lines);
  const isBeside = /^\s*\[[^\]]+\]:\s/.test(lines[end.line] ?? '');
  const text = `${isBeside ? '\n' : '\n\n'}[${snippetText(label)}]: \${1:https://}`;
  const edit: TextEdit = { ...insertion(end, text), isSnippet: true };
  return range.start.line === end.line && isBeside
    ? []
    : [{ kind: 'define-link', detail: written, edits: [edit] }];
}

function removeHeading({ range }: Finding, { briefing }: FixContext): Fix[] {
  const { lines } = structureOf(briefing).document;
  return [
    { kind: 'remove-heading', detail: '', edits: [lineRemoval(lines, range.start.line, range.end.line + 1)] },
  ];
}

/** A comment above its line; none where the line stands in a table, which it would end, or above the text’s front matter. */
function ignore({ code, range }: Finding, lines: readonly string[]): Fix[] {
  const line = lines[range.start.line] ?? '';
  if (/^\s*\|/.test(line) || code === 'too-large' || code === 'empty') return [];
  if (range.start.line === 0 && /^(?:---|\+\+\+|\{)\s*$/.test(line)) return [];
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const at = { line: range.start.line, character: 0 };
  return [
    { kind: 'ignore', detail: code, edits: [insertion(at, `${indent}<!-- briefing-ignore ${code} -->\n`)] },
  ];
}

/** What has a meaning in a snippet has none. */
export function snippetText(words: string): string {
  return words.replace(/[\\$}]/g, '\\$&');
}

function endOf(lines: readonly string[]): Position {
  let last = lines.length - 1;
  while (last > 0 && lines[last]?.trim() === '') last--;
  return { line: last, character: (lines[last] ?? '').trimEnd().length };
}
