import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { structureOf } from '../../briefing/structure/structure.ts';
import { shownApart, type ShownReference } from '../../briefing/render/shownReference.ts';
import { citationOf, citeSource, type CitableSource } from '../../language/references/citeSource.ts';
import { referenceLists } from '../../language/references/referenceList.ts';
import { endOfClaim } from '../../language/fixes/citationFixes.ts';
import type { Finding } from '../../language/rules.ts';
import { HumanError } from '../errors.ts';
import { placeLabel } from '../labels.ts';
import { withoutIcons } from '../notify.ts';
import { separatorRow } from '../quickPick.ts';
import type { Vocabulary } from './libraryVocabulary.ts';

interface ChosenSource {
  readonly source: CitableSource;
  /** The citation of a source that the briefing lists. */
  readonly citation?: string;
}

/** A row for a source, or a separator, which has none. */
type Choice = vscode.QuickPickItem & Partial<ChosenSource>;

/** Maximum number of sources of other briefings that are offered. */
const MAX_OFFERED = 1000;

/** Asks for a source: the briefing's own ones come first, by their numbers, then those of the library. */
export async function pickSource(briefing: Briefing, { sources }: Vocabulary): Promise<Choice | undefined> {
  const { t } = vscode.l10n;
  const own = referenceLists(structureOf(briefing)).flat();
  const listed = own.flatMap((entry): ChosenSource[] => {
    const [source] = entry.mentions;
    const citation = entry.label === undefined ? undefined : citationOf(entry);
    return source ? [{ source, ...(citation !== undefined && { citation }) }] : [];
  });
  const all = [...listed, ...sources.slice(0, MAX_OFFERED).map((source): ChosenSource => ({ source }))];
  const references = shownApart(all.map(({ source }) => source));
  const rows = all.map((one, i): Choice => ({ ...rowOf(references[i], one.citation), ...one }));
  if (rows.length === 0)
    throw new HumanError(t('There are no sources to cite yet. Add one under “References”.'));
  return vscode.window.showQuickPick<Choice>(
    [
      separatorRow(t('This Briefing')),
      ...rows.slice(0, listed.length),
      separatorRow(t('Other Briefings')),
      ...rows.slice(listed.length),
    ],
    { placeHolder: t('Cite a source'), matchOnDescription: true },
  );
}

/**
 * Cites a source in a range, and adds an entry to the references if the briefing has none for it: a single undo step.
 */
export async function cite(
  editor: vscode.TextEditor,
  briefing: Briefing,
  at: vscode.Range,
  choice: Choice,
): Promise<boolean> {
  const citation =
    choice.citation === undefined
      ? choice.source && citeSource(briefing, choice.source)
      : { text: choice.citation, edits: [] };
  if (!citation) return false;
  const before = editor.document.lineAt(at.start.line).text.slice(0, at.start.character);
  const space = at.isEmpty && /[^\s[(]$/.test(before) ? ' ' : '';
  return editor.edit((builder) => {
    builder.replace(at, space + citation.text);
    for (const { range, text } of citation.edits)
      builder.insert(new vscode.Position(range.start.line, range.start.character), text);
  });
}

/** Returns where to insert a citation: in place of a citation without an entry, or after the claim that lacks one. */
export function citationRange(finding: Finding, briefing: Briefing): vscode.Range | undefined {
  const { start, end } = finding.range;
  if (finding.code === 'undefined-citation')
    return new vscode.Range(start.line, start.character, end.line, end.character);
  const at = endOfClaim(start.line, { briefing });
  return at && new vscode.Range(at.line, at.character, at.line, at.character);
}

function rowOf(shown: Partial<ShownReference> = {}, citation?: string): vscode.QuickPickItem {
  const { name = '' } = shown;
  const words = citation === undefined ? name : `${citation} ${name}`;
  return { label: withoutIcons(words), description: withoutIcons(placeLabel(shown)) };
}
