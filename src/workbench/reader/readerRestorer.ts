import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { briefingKey } from '../../briefing/text/wordsKey.ts';
import { fileNameOf } from '../../library/files/fileName.ts';
import type { OpenedBriefing } from '../../library/entry.ts';
import type { Library } from '../../library/library.ts';
import { findLandmark, resolvePlace } from '../../library/progress/place.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import { readState, type ReaderState } from '../../reader/messages.ts';
import { fileProblemMessage } from '../problemMessages.ts';
import { inform } from '../notify.ts';
import type { OpenBriefing } from '../sources/openBriefing.ts';
import { panelTitle } from './panel/readerPanel.ts';
import { trackDisposal } from './trackDisposal.ts';
import type { ReaderParts } from './register.ts';

interface RestorerParts extends ReaderParts {
  readonly library: Pick<Library, 'entries'>;
  readonly allFilesRead: Promise<unknown>;
}

/** Restores readers after a reload of the window, each at its position. */
export class ReaderRestorer implements vscode.WebviewPanelSerializer {
  readonly #parts: RestorerParts;

  constructor(parts: RestorerParts) {
    this.#parts = parts;
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const { readers, readingLog, restored } = this.#parts;
    const isClosed = trackDisposal(panel);
    const state = readState(saved);
    const entry = state && (await this.#find(state, panel.title));
    await restored;
    if (isClosed()) return;
    if (state && entry?.kind === 'briefing') {
      readers.restore(panel, entry.uri, entry.briefing, latest(state, entry.briefing, readingLog));
      return;
    }
    // Without a briefing, the page would stay empty.
    panel.dispose();
    if (entry?.kind === 'broken') void inform(fileProblemMessage(entry.problem));
    else if (state) void inform(`${fileNameOf(state.uri)}: ${vscode.l10n.t('The file no longer exists.')}`);
  }

  /**
   * The content of a page's file; if the file was moved meanwhile, that of the briefing with its title and its item, or
   * of the only one with that title.
   */
  async #find({ uri, id, preview = false }: ReaderState, title: string): ReturnType<OpenBriefing> {
    const { load, library, allFilesRead } = this.#parts;
    const entry = await load(vscode.Uri.parse(uri));
    if (entry) return entry;
    await allFilesRead;
    const found: OpenedBriefing[] = [];
    for (const one of library.entries) {
      if (one.kind !== 'briefing' || panelTitle(one.outline, preview) !== title) continue;
      const moved = await load(vscode.Uri.parse(one.uri));
      if (moved?.kind === 'briefing') found.push(moved);
    }
    const [only, ...others] = found;
    return (
      found.find(({ briefing }) => findLandmark(briefing, id)) ?? (others.length === 0 ? only : undefined)
    );
  }
}

/**
 * Returns the state to restore. VS Code saves a page's state only on an orderly shutdown, the reading log does it at
 * once: after a crash, or on another machine, the log is newer. If several tabs show one briefing, each keeps the
 * position in its own state.
 */
function latest(state: ReaderState, briefing: Briefing, readingLog: ReadingLog): ReaderState {
  const key = briefingKey(briefing);
  const place = readingLog.storedPlaceOf(key);
  // The log is written a moment after VS Code's state: by then it has the same position, or a later one.
  const isOlder = (readingLog.placeStamp(key) ?? 0) > (state.at ?? 0);
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  if (!place || !isOlder || tabs.filter(({ label }) => label === briefing.title).length > 1) return state;
  const { item, offset } = resolvePlace(briefing, place);
  const id = item?.id ?? '';
  return { ...state, id, place: { id, offset } };
}
