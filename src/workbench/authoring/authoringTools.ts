import type * as vscode from 'vscode';
import type { Library } from '../../library/library.ts';
import type { Readers } from '../reader/readers.ts';
import type { FileEditor } from '../reader/fileEditor.ts';
import type { OpenBriefing } from '../sources/openBriefing.ts';
import { Conversions } from './conversions.ts';
import { EditedBriefings } from './editedBriefings.ts';
import { Previews } from './previews.ts';

/** The tools for writing briefings that need no language features: conversions, previews, and menus of editors. */
export class AuthoringTools implements vscode.Disposable {
  readonly conversions = new Conversions();
  readonly edited: EditedBriefings;
  readonly #previews: Previews;

  constructor(library: Library, readers: Readers, source: FileEditor, load: OpenBriefing) {
    this.edited = new EditedBriefings(library);
    this.#previews = new Previews(readers, source, load);
  }

  dispose(): void {
    for (const one of [this.conversions, this.edited, this.#previews]) one.dispose();
  }
}
