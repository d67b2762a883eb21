import * as vscode from 'vscode';
import { takeawaysIn } from '../../library/items.ts';
import type { Briefing } from '../../briefing/model.ts';
import { writtenWords } from '../../search/snippet.ts';
import type { CommandContext } from '../commands/context.ts';
import { openAt } from '../commands/openAt.ts';
import type { Opening } from '../reader/readers.ts';
import type { Shown } from './foundRows.ts';

/** Opens what was found where it stands, with the words marked that were searched for. */
export async function openFound(
  context: CommandContext,
  { item, entry, words = [] }: Shown,
  where: Opening,
): Promise<void> {
  await openAt(context, vscode.Uri.parse(entry.uri), (briefing) => ({
    ...where,
    id: item.kind === 'reference' ? citing(briefing, item.references[0]) : item.id,
    words: writtenWords(`${item.title}\n${item.text}`, words),
  }));
}

/** What rests on a reference, by its place among the briefing's; where nothing does, the section that names it. */
function citing(briefing: Briefing, number = -1): string {
  const reference = briefing.references[number];
  const takeaway = takeawaysIn(briefing.sections).find(
    ({ references }) => reference && references.includes(reference),
  );
  const section = briefing.sections.findLast(({ kind }) => kind === 'references');
  return takeaway?.id ?? section?.id ?? '';
}
