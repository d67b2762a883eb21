import * as vscode from 'vscode';
import { isAddressAlone } from '../../briefing/write/pastedText.ts';
import { cleanAddress } from '../../briefing/text/links/cleanAddress.ts';
import { siteOf } from '../../briefing/text/links/safeUrl.ts';
import { pasteReference } from '../../language/assist/pasteReference.ts';
import type { Drafts } from './drafts.ts';
import { workspaceEdit } from './edits.ts';
import type { LibraryVocabulary } from './libraryVocabulary.ts';

const KIND = vscode.DocumentDropOrPasteEditKind.Text.append('briefings', 'reference');
const TEXT = 'text/plain';

/**
 * Turns an address that is pasted into a list of references into an entry, with the title that the library has for it.
 */
export class PasteReferences implements vscode.DocumentPasteEditProvider {
  static readonly metadata: vscode.DocumentPasteProviderMetadata = {
    providedPasteEditKinds: [KIND],
    pasteMimeTypes: [TEXT],
  };
  readonly #drafts: Drafts;
  readonly #words: LibraryVocabulary;

  constructor(drafts: Drafts, words: LibraryVocabulary) {
    this.#drafts = drafts;
    this.#words = words;
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    [range, another]: readonly vscode.Range[],
    data: vscode.DataTransfer,
  ): Promise<vscode.DocumentPasteEdit[]> {
    const pasted = (await data.get(TEXT)?.asString())?.trim() ?? '';
    const url = cleanAddress(pasted);
    if (!range || another || !isAddressAlone(pasted) || !this.#drafts.isBriefing(document)) return [];
    const words = await this.#words.load();
    const briefing = this.#drafts.ofSmall(document);
    const title = words.titleOf(url) ?? siteOf(url) ?? url;
    const edit = briefing && pasteReference(briefing, range, { title, url });
    if (!edit) return [];
    const paste = new vscode.DocumentPasteEdit(edit.text, vscode.l10n.t('Paste as Reference'), KIND);
    if (edit.edits.length > 0) paste.additionalEdit = workspaceEdit(document, edit.edits);
    return [paste];
  }
}
