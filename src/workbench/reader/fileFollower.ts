import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import type { Library } from '../../library/library.ts';
import { outlineOf } from '../../library/outline.ts';
import { isSameBriefing } from '../../library/sameBriefing.ts';
import { confirm } from '../confirm.ts';
import { placeOf } from '../convert.ts';
import { isMissing } from '../fileErrors.ts';
import type { Reader } from './reader.ts';

/** How long a file may take to come again under another name or in another folder, in ms. */
const PATIENCE = 5000;

/** Has a reader show what becomes of its file. */
export class FileFollower {
  readonly #library: Library;
  readonly #isOpen: (reader: Reader) => boolean;
  /** Those whose file has gone, while it is looked for. */
  readonly #stray = new Set<Reader>();

  constructor(library: Library, isOpen: (reader: Reader) => boolean) {
    this.#library = library;
    this.#isOpen = isOpen;
  }

  /** The library has news of a reader's file. `isFixed`: it shows this file, and no other one. */
  async follow(reader: Reader, isFixed: boolean): Promise<void> {
    const { uri } = reader.shown;
    const opened = await this.#library.open(uri);
    if (!this.#isIn(reader, uri)) return;
    if (opened?.kind === 'briefing') reader.update(opened.briefing);
    else if (!isFixed && (!opened || opened.problem.kind === 'missing')) await this.#findAgain(reader);
  }

  /** The file has gone: it may have another name now, or lie elsewhere. */
  async #findAgain(reader: Reader): Promise<void> {
    if (this.#stray.has(reader)) return;
    this.#stray.add(reader);
    const { uri, briefing } = reader.shown;
    const to = await this.#uriOf(briefing);
    const opened = to === undefined ? undefined : await this.#library.open(to);
    this.#stray.delete(reader);
    if (!this.#isIn(reader, uri) || to === uri) return;
    if (opened?.kind === 'briefing') reader.moveTo(opened.uri, opened.briefing);
    else if ((await isGone(uri)) && this.#isIn(reader, uri)) confirm(reader.panel, goneMessage(uri));
  }

  /** The file that holds a briefing: one that is there already, or comes in a moment. */
  #uriOf(briefing: Briefing): Promise<string | undefined> {
    const outline = outlineOf(briefing, []);
    return new Promise((resolve) => {
      const end = (uri?: string) => {
        clearTimeout(timer);
        listener.dispose();
        resolve(uri);
      };
      const look = () => {
        for (const entry of this.#library.entries)
          if (entry.kind === 'briefing' && isSameBriefing(entry.outline, outline)) {
            end(entry.uri);
            return;
          }
      };
      const timer = setTimeout(end, PATIENCE);
      const listener = this.#library.onDidChange(look);
      look();
    });
  }

  /** Something else may be read by now, or nothing. */
  #isIn(reader: Reader, uri: string): boolean {
    return this.#isOpen(reader) && reader.shown.uri === uri;
  }
}

/** What has left the library may only be hidden by a setting. */
async function isGone(uri: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(vscode.Uri.parse(uri));
    return false;
  } catch (error) {
    return isMissing(error);
  }
}

function goneMessage(uri: string): string {
  const { t } = vscode.l10n;
  return t('{0}: {1}', placeOf(vscode.Uri.parse(uri)), t('The file is gone.'));
}
