import * as vscode from 'vscode';
import { sourceKey } from '../../briefing/sourceKey.ts';
import type { PlacedItem } from '../../search/corpus.ts';
import { citingSource } from '../../search/sameSource.ts';
import { HumanError } from '../humanError.ts';
import { pickFound, searchable, shownOf } from '../search/pickFound.ts';
import type { Command, CommandContext } from './context.ts';
import { pickReference } from './pickReference.ts';
import { nodeInFile } from './target.ts';

/** Lists what other briefings rest on the same source: the same page, and then others of its site. */
export const showCiting: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const url = await pickReference(context, argument, t('See who cites a reference'));
  if (!url || sourceKey(url.href) === undefined) return;
  const own = nodeInFile(argument)?.uri ?? context.readers.place?.uri;
  if (!(await searchable(context))) return;
  const { page, site } = citingSource(url.href, context.searches.finder.index.corpus);
  const others = (placed: readonly PlacedItem[]) => shownOf(context, withoutCopies(context, placed, own));
  const groups = [
    { name: t('The Same Page'), items: others(page) },
    { name: t('Others of {0}', url.host), items: others(site) },
  ];
  if (groups.every(({ items }) => items.length === 0))
    throw new HumanError(t('No other briefing cites this source.'));
  await pickFound(context, groups, t('Briefings that cite {0}', url.host));
};

/** Without the briefing at a URI, wherever else it is. */
function withoutCopies(
  { library }: CommandContext,
  placed: readonly PlacedItem[],
  uri: string | undefined,
): readonly PlacedItem[] {
  const keyOf = (of: string) => {
    const entry = library.get(of);
    return entry?.kind === 'briefing' ? entry.outline.key : of;
  };
  return uri === undefined ? placed : placed.filter(({ document }) => keyOf(document.uri) !== keyOf(uri));
}
