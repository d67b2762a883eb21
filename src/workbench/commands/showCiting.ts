import * as vscode from 'vscode';
import { sourceKey } from '../../briefing/sourceKey.ts';
import { citing } from '../../library/citing.ts';
import { takeawaysIn } from '../../library/items.ts';
import { dateLabel, placeOf } from '../convert.ts';
import { HumanError } from '../humanError.ts';
import { withoutIcons } from '../inert.ts';
import type { Command } from './context.ts';
import { pickReference } from './pickReference.ts';
import { briefingAt } from './target.ts';

/** Lists the other briefings that cite the same source, and opens the chosen one where it does. */
export const showCiting: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const url = await pickReference(context, argument, t('See who cites a reference'));
  const key = url && sourceKey(url.href);
  if (key === undefined) return;
  const entries = citing(context.library.entries, key, context.readers.place?.uri);
  if (entries.length === 0) throw new HumanError(t('No other briefing cites this source.'));
  const picked = await vscode.window.showQuickPick(
    entries.map(({ uri, outline: { title, date } }) => ({
      label: withoutIcons(title),
      ...(date !== undefined && { description: dateLabel(date) }),
      detail: withoutIcons(placeOf(vscode.Uri.parse(uri))),
      uri,
    })),
    { placeHolder: t('Briefings that cite {0}', url?.host ?? ''), matchOnDescription: true },
  );
  if (!picked) return;
  const briefing = await briefingAt(context, vscode.Uri.parse(picked.uri));
  const citesIt = takeawaysIn(briefing.sections).find(({ references }) =>
    references.some((reference) => reference.url !== undefined && sourceKey(reference.url) === key),
  );
  context.readers.open(picked.uri, briefing, { id: citesIt?.id });
};
