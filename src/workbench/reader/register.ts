import * as vscode from 'vscode';
import { readState } from '../../reader/messages.ts';
import { fileProblemMessage } from '../convert.ts';
import { withoutLinks } from '../inert.ts';
import type { OpenBriefing } from '../openBriefing.ts';
import type { Reader } from './reader.ts';
import { READER_TYPE } from './readerPanel.ts';

/** Brings the reader back after a reload, where it was. */
export function registerReader(reader: Reader, load: OpenBriefing): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(READER_TYPE, {
    async deserializeWebviewPanel(panel, saved) {
      const state = readState(saved);
      const entry = state && (await load(vscode.Uri.parse(state.uri)));
      if (state && entry?.kind === 'briefing') {
        reader.restore(panel, entry.uri, entry.briefing, state);
      } else {
        // There is nothing to read any more; an empty page would stay empty.
        panel.dispose();
        if (entry?.kind === 'broken')
          void vscode.window.showInformationMessage(withoutLinks(fileProblemMessage(entry.problem)));
      }
    },
  });
}
