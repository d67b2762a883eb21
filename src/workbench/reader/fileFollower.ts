import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import type { FileFault } from '../../library/ports.ts';
import type { Library } from '../../library/library.ts';
import { outlineOf } from '../../library/outline.ts';
import { isSameBriefing } from '../../library/entryQueries.ts';
import { fileProblemMessage } from '../problemMessages.ts';
import { isDeleted } from '../errors.ts';
import type { Reader } from './reader.ts';

/** How long a deleted file may take to reappear, under another name or in another folder, in ms. */
const TIMEOUT = 5000;
/** Delay before the reader reports that its file was deleted, in ms: most files reappear at once. */
const REPORT_DELAY = 1000;

/** Updates readers when their files change, move or disappear. */
export class FileFollower {
  readonly #library: Library;
  readonly #isOpen: (reader: Reader) => boolean;
  /** The readers whose file was deleted and is being searched. */
  readonly #searching = new Set<Reader>();

  constructor(library: Library, isOpen: (reader: Reader) => boolean) {
    this.#library = library;
    this.#isOpen = isOpen;
  }

  /**
   * Updates a reader after the library has reported a change of its file. `isFixed`: the reader is bound to this file
   * and cannot show another one.
   */
  async reload(reader: Reader, isFixed: boolean): Promise<void> {
    const { uri } = reader.content;
    const opened = await this.#library.open(uri);
    if (!this.#isStillShown(reader, uri)) return;
    if (opened?.kind === 'briefing') {
      reader.update(opened.briefing);
      reader.panel.fault = undefined;
    } else if (!opened || opened.problem.kind === 'missing') {
      await this.#findMoved(reader, isFixed);
    } else {
      reader.panel.fault = faultMessage(opened.problem);
    }
  }

  /** Searches for a deleted file: it may reappear, or have another name or folder now. */
  async #findMoved(reader: Reader, isFixed: boolean): Promise<void> {
    if (this.#searching.has(reader)) return;
    this.#searching.add(reader);
    const { uri, briefing } = reader.content;
    const timer = setTimeout(() => void this.#reportMissing(reader, uri), REPORT_DELAY);
    const to = await this.#uriOf(briefing);
    const opened = to === undefined ? undefined : await this.#library.open(to);
    clearTimeout(timer);
    this.#searching.delete(reader);
    if (!this.#isStillShown(reader, uri) || to === uri) return;
    if (opened?.kind === 'briefing' && !isFixed) {
      reader.moveTo(opened.uri, opened.briefing);
      reader.panel.fault = undefined;
    } else {
      await this.#reportMissing(reader, uri);
    }
  }

  async #reportMissing(reader: Reader, uri: string): Promise<void> {
    if (
      (await isDeleted(vscode.Uri.parse(uri))) &&
      this.#isStillShown(reader, uri) &&
      this.#library.get(uri)?.kind !== 'briefing'
    )
      reader.panel.fault = faultMessage({ kind: 'missing' });
  }

  /** Returns the URI of a file that holds the briefing: one that exists already, or that appears in time. */
  #uriOf(briefing: Briefing): Promise<string | undefined> {
    const outline = outlineOf(briefing, []);
    return new Promise((resolve) => {
      const end = (uri?: string) => {
        clearTimeout(timer);
        listener.dispose();
        resolve(uri);
      };
      const search = () => {
        for (const entry of this.#library.entries)
          if (entry.kind === 'briefing' && isSameBriefing(entry.outline, outline)) {
            end(entry.uri);
            return;
          }
      };
      const timer = setTimeout(end, TIMEOUT);
      const listener = this.#library.onDidChange(search);
      search();
    });
  }

  /** Whether the reader is still open and shows this file. */
  #isStillShown(reader: Reader, uri: string): boolean {
    return this.#isOpen(reader) && reader.content.uri === uri;
  }
}

function faultMessage(problem: FileFault): string {
  return vscode.l10n.t('This is the last version that could be read. {0}', fileProblemMessage(problem));
}
