import * as vscode from 'vscode';
import { ellipsize } from '../../base/shorten.ts';
import { sourceKey } from '../../briefing/text/links/sourceKey.ts';
import type { NumberedItem } from '../../search/corpus.ts';
import { compareDays } from '../../search/datedEntries.ts';
import { itemsCiting } from '../../search/citingItems.ts';
import { relatedTo } from '../../search/related.ts';
import { HumanError, reasonOf } from '../errors.ts';
import { announce } from '../notify.ts';
import { openResult, pickResult, whenIndexed, resultItems } from './openResult.ts';
import type { Command, CommandContext } from './commandContext.ts';
import { pickReferenceUrl } from './references.ts';
import { resolveItem, resolveNodeInFile, resolveNode } from './resolveArguments.ts';

/**
 * Searches all briefings while the user types. `argument`: the initial query, or a saved search of the sidebar. By
 * default the query is the sidebar's filter, if that filter finds nothing.
 */
export const search: Command = async (context, argument) => {
  const node = resolveNode(argument);
  const { tree, options } = context;
  const missing = tree.visibleCount === 0 ? options.value.words : '';
  const query =
    typeof argument === 'string' ? argument : node?.kind === 'search' ? `${node.query} ` : missing;
  const choice = await context.searches.showBox(query);
  if (choice?.kind === 'save') await saveSearch(context, choice.query);
  else if (choice)
    await openResult(context, choice.hit, choice.toSide ? { column: vscode.ViewColumn.Beside } : {});
};

/** Opens the chosen result of the search box to the side. */
export const searchOpenToSide: Command = ({ searches }) => {
  searches.acceptToSide();
};

/** Saves a search under a name, in the sidebar. */
export const saveSearch: Command = async ({ readers, searches }, argument) => {
  const { t } = vscode.l10n;
  const query =
    typeof argument === 'string'
      ? argument
      : await vscode.window.showInputBox({
          title: t('Save Search'),
          prompt: t('The text to search for, as in Search…'),
        });
  if (query === undefined || query.trim() === '') return;
  const name = await vscode.window.showInputBox({
    title: t('Save Search'),
    prompt: t('Name in the sidebar'),
    value: query.trim(),
  });
  if (name === undefined || name.trim() === '') return;
  try {
    await searches.savedSearches.save({ name: name.trim(), query: query.trim() });
  } catch (error) {
    if (error instanceof HumanError) throw error;
    throw new HumanError(
      t('The search was not saved, because the settings cannot be written. {0}', reasonOf(error)),
    );
  }
  announce(readers, t('“{0}” saved. It is at the top of the sidebar.', name.trim()));
};

/** Removes a saved search from the sidebar. */
export const removeSearch: Command = async ({ searches }, argument) => {
  const node = resolveNode(argument);
  if (node?.kind === 'search') await searches.savedSearches.remove(node.name);
};

/**
 * Lists the items of other briefings that cite the same source: first the same page, then other pages of its site;
 * newest first.
 */
export const showCiting: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const url = await pickReferenceUrl(
    context,
    argument,
    t('Select a reference to see which briefings cite it'),
  );
  if (!url || sourceKey(url.href) === undefined) return;
  const own = resolveNodeInFile(argument)?.uri ?? context.readers.location?.uri;
  if (!(await whenIndexed(context))) return;
  const { page, site } = itemsCiting(url.href, context.searches.finder.index.corpus);
  const others = (placed: readonly NumberedItem[]) =>
    resultItems(context, withoutCopies(context, placed, own)).toSorted(compareDays);
  const groups = [
    { name: t('Same Page'), items: others(page) },
    { name: t('More from {0}', url.host), items: others(site) },
  ];
  if (groups.every(({ items }) => items.length === 0))
    throw new HumanError(t('No other briefing cites this source.'));
  await pickResult(context, groups, t('Briefings that cite {0}', url.host));
};

/** Leaves out the items of the briefing at a URI and of its copies. */
function withoutCopies(
  { library }: CommandContext,
  placed: readonly NumberedItem[],
  uri: string | undefined,
): readonly NumberedItem[] {
  const keyOf = (of: string) => {
    const entry = library.get(of);
    return entry?.kind === 'briefing' ? entry.outline.key : of;
  };
  return uri === undefined ? placed : placed.filter(({ document }) => keyOf(document.uri) !== keyOf(uri));
}

/** Maximum number of related items listed. */
const MAX_RELATED = 20;

/** Lists the items of other briefings about the same topic, the most similar first. */
export const showRelated: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const { key, label = '', text } = resolveItem(context, argument);
  const uri = resolveNodeInFile(argument)?.uri ?? context.readers.location?.uri ?? '';
  if (!(await whenIndexed(context))) return;
  const { corpus } = context.searches.finder.index;
  const related = relatedTo({ key, title: label, text }, uri, corpus, MAX_RELATED);
  const items = resultItems(
    context,
    related.map(({ placed }) => placed),
  );
  if (items.length === 0) throw new HumanError(t('Nothing related was found.'));
  await pickResult(context, [{ name: '', items }], t('Related to “{0}”', label || ellipsize(text, 60)));
};
