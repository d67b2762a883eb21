import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { briefingKey } from '../../briefing/wordsKey.ts';
import { placeIn } from '../../library/place.ts';
import type { ReadingLog } from '../../library/readingLog.ts';
import { readState, type ReaderState } from '../../reader/messages.ts';
import { fileProblemMessage } from '../convert.ts';
import { withoutLinks } from '../inert.ts';
import { BriefingEditor, EDITOR_TYPE } from './briefingEditor.ts';
import { type AnswerParts, answerPage } from './answerPage.ts';
import { READER_TYPE } from './readerPanel.ts';
import { ReadingTracker } from './readingTracker.ts';

/** How much later (in ms) the log may have been told of a place than VS Code. */
const SLACK = 2000;

/** Has the readers answer, be remembered, come back after a reload, and be there as an editor of files. */
export function registerReaders(parts: AnswerParts): vscode.Disposable {
  const { readers, log, load, restored } = parts;
  return vscode.Disposable.from(
    answerPage(parts),
    new ReadingTracker(log, readers),
    vscode.window.registerCustomEditorProvider(EDITOR_TYPE, new BriefingEditor(parts), {
      webviewOptions: { enableFindWidget: true },
      supportsMultipleEditorsPerDocument: true,
    }),
    vscode.window.registerWebviewPanelSerializer(READER_TYPE, {
      async deserializeWebviewPanel(panel, saved) {
        const state = readState(saved);
        const entry = state && (await load(vscode.Uri.parse(state.uri)));
        await restored;
        if (state && entry?.kind === 'briefing') {
          readers.restore(panel, entry.uri, entry.briefing, latest(state, entry.briefing, log));
        } else {
          // There is nothing to read any more; an empty page would stay empty.
          panel.dispose();
          if (entry?.kind === 'broken')
            void vscode.window.showInformationMessage(withoutLinks(fileProblemMessage(entry.problem)));
        }
      },
    }),
    readers,
  );
}

/**
 * VS Code keeps a page's state when it is closed in good order, and the reading log at once: after a crash, or on
 * another machine, the log knows better. Of two tabs that show one briefing, each has a place of its own.
 */
function latest(state: ReaderState, briefing: Briefing, log: ReadingLog): ReaderState {
  const key = briefingKey(briefing);
  const place = log.placeIn(key);
  const isOlder = (log.placedAt(key) ?? 0) > (state.at ?? 0) + SLACK;
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  if (!place || !isOlder || tabs.filter(({ label }) => label === briefing.title).length > 1) return state;
  const { item, offset } = placeIn(briefing, place);
  return item ? { ...state, id: item.id, place: { id: item.id, offset } } : state;
}
