import { isPlainText } from '../../briefing/plain/isPlainText.ts';
import { type Structure, structureOf } from '../../briefing/structure/structure.ts';
import { escapeWords } from '../../briefing/write/writeMarkdown.ts';
import { cleanOf } from '../checks/links.ts';
import { linkPlaces } from '../linkPlaces.ts';
import { endsInCode } from '../references/citeSource.ts';
import type { Finding, RuleCode } from '../rules.ts';
import { endOfText, insertion, lineRemoval, snippetText, type TextEdit } from '../textEdit.ts';
import { writtenLines } from '../writtenLines.ts';
import { citationFixes, claimFixes } from './citationFixes.ts';
import { dateFixes } from './dateFixes.ts';
import type { Fix, FixContext } from './fix.ts';
import { mergeReference, removeReference } from './referenceFixes.ts';

/** Maximum distance between a link's text and the end of its address, in UTF-16 units. */
const MAX_DISTANCE = 2100;

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

/** The fixes for a finding, the likeliest first; the last one, if possible, is to ignore it. */
export function fixesFor(finding: Finding, context: FixContext): readonly Fix[] {
  const structure = structureOf(context.briefing);
  const { document } = structure;
  // JSON has neither a list of sources nor comments.
  if (document.json !== undefined) return finding.code === 'tracking-link' ? cleanLink(finding, context) : [];
  const fixes = FIXERS[finding.code]?.(finding, context) ?? [];
  // In plain text, a comment would be text.
  return isPlainText(document.body) ? fixes : [...fixes, ...ignore(finding, structure)];
}

function cleanLink({ range: { start, end } }: Finding, { briefing }: FixContext): Fix[] {
  const line = structureOf(briefing).document.lines[start.line] ?? '';
  const written = line.slice(start.character, end.character);
  const clean = cleanOf(written);
  // The reader decodes entities, and a character left at the end could end the address.
  if (clean === undefined || /&#?\w+;/.test(written)) return [];
  const [read] = linkPlaces([clean + line.slice(end.character, end.character + MAX_DISTANCE)]);
  const isTable = /^\s*\|/.test(line) || line.includes(' | ');
  if (read?.url !== clean || /[()<>;]$/.test(clean) || (isTable && clean.includes('|'))) return [];
  return [
    { kind: 'clean-link', detail: '', edits: [{ range: { start, end }, text: clean }], isPreferred: true },
  ];
}

/** Changes the text of a link to the title that the library has for its page. */
function nameLink({ range }: Finding, { briefing, titleOf }: FixContext): Fix[] {
  const { lines } = structureOf(briefing).document;
  const after = lines[range.end.line]?.slice(range.end.character, range.end.character + MAX_DISTANCE) ?? '';
  const [place] = linkPlaces([after]);
  const title = place && titleOf?.(place.url);
  return title === undefined
    ? []
    : [{ kind: 'name-link', detail: title, edits: [{ range, text: escapeWords(title) }], isPreferred: true }];
}

function defineLink(
  { details: [written = '', label = ''], range }: Finding,
  { briefing }: FixContext,
): Fix[] {
  const structure = structureOf(briefing);
  const { lines } = structure.document;
  if (endsInCode(structure)) return [];
  const end = endOfText(lines);
  const isBeside = /^\s*\[[^\]]+\]:\s/.test(lines[end.line] ?? '');
  const text = `${isBeside ? '\n' : '\n\n'}[${snippetText(label)}]: \${1:https://}`;
  const edit: TextEdit = { ...insertion(end, text), isSnippet: true };
  return range.start.line === end.line && isBeside
    ? []
    : [{ kind: 'define-link', detail: written, edits: [edit] }];
}

function removeHeading({ range }: Finding, { briefing }: FixContext): Fix[] {
  const { lines, body } = structureOf(briefing).document;
  // In plain text, a line is a heading because of the lines around it.
  if (isPlainText(body)) return [];
  return [
    { kind: 'remove-heading', detail: '', edits: [lineRemoval(lines, range.start.line, range.end.line + 1)] },
  ];
}

/**
 * Adds a comment at the end of the line, which leaves lists and paragraphs intact. In a table it would become a cell.
 */
function ignore({ code, range: { start } }: Finding, structure: Structure): Fix[] {
  const { lines, frontMatter } = structure.document;
  const words = (lines[start.line] ?? '').trimEnd();
  const isShown = writtenLines(structure)[start.line]?.trim() !== '';
  if (
    !isShown ||
    start.line < frontMatter.end ||
    words === '' ||
    words.includes('|') ||
    words.includes('<!--')
  )
    return [];
  const comment = `<!-- briefing-ignore ${code} -->`;
  // Nothing may follow a definition on its line.
  const edit = /^\s{0,3}\[[^\]]*\]:/.test(words)
    ? insertion({ line: start.line, character: 0 }, `${comment}\n`)
    : insertion({ line: start.line, character: words.length }, ` ${comment}`);
  return [{ kind: 'ignore', detail: code, edits: [edit] }];
}
