import * as vscode from 'vscode';
import { shownReference } from '../../briefing/render/shownReference.ts';
import { safeUrl } from '../../briefing/text/links/safeUrl.ts';
import { citationAt } from '../../language/assist/citationAt.ts';
import { citingBriefings } from '../../library/citationCounts.ts';
import type { Library } from '../../library/library.ts';
import { placeLabel } from '../labels.ts';
import { toRange } from '../toRange.ts';
import type { Drafts } from './drafts.ts';

/** The maximum number of titles listed of briefings that cite the same source. */
const MAX_TITLES = 5;

/** Shows the reference of a citation, and which other briefings cite it. */
export class Hovers implements vscode.HoverProvider {
  readonly #drafts: Drafts;
  readonly #library: Library;

  constructor(drafts: Drafts, library: Library) {
    this.#drafts = drafts;
    this.#library = library;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const briefing = this.#drafts.ofSmall(document);
    const found = briefing && citationAt(briefing, position);
    if (!found) return undefined;
    const { reference, range } = found;
    const shown = shownReference(reference);
    const words = new vscode.MarkdownString();
    words.appendText(shown.name);
    const where = placeLabel(shown);
    if (where !== '') words.appendText(`\n\n${where}`);
    const href = safeUrl(reference.url ?? '')?.href;
    // The address is shown in full, so that the user sees where it leads.
    if (href !== undefined) words.appendMarkdown(`\n\n<${href.replace(/[<>]/g, encodeURIComponent)}>`);
    const { titles, count } = citingBriefings(
      this.#library.entries,
      document.uri.toString(),
      reference,
      MAX_TITLES,
    );
    if (count > 0) {
      words.appendText(`\n\n${vscode.l10n.t('Also cited in:')}`);
      for (const title of titles) words.appendText(`\n\n• ${title}`);
      if (count > titles.length)
        words.appendText(`\n\n${vscode.l10n.t('… and {0} more', count - titles.length)}`);
    }
    return new vscode.Hover(words, toRange(range));
  }
}
