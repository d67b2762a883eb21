import * as vscode from 'vscode';
import { linkedFiles } from '../../briefing/linkedFiles.ts';
import { safeUrl } from '../../briefing/safeUrl.ts';
import { takeawayKey } from '../../briefing/wordsKey.ts';
import type { Disposable } from '../../library/event.ts';
import type { ReadingLog } from '../../library/readingLog.ts';
import type { PageButton, ReferenceAction } from '../../reader/messages.ts';
import { confirm } from '../confirm.ts';
import { Contexts } from '../contexts.ts';
import { fileBeside } from './besides.ts';
import type { Reader } from './reader.ts';
import type { Heard, Readers } from './readers.ts';

const ACTIONS: Readonly<Record<ReferenceAction, string>> = {
  open: 'openReference',
  copyLink: 'copyReferenceLink',
  cite: 'copyCitation',
  citing: 'showCiting',
};

/** Does what a person asked for in a page: by the commands that keys and menus call as well. */
export function answerPage(readers: Readers, log: ReadingLog): Disposable {
  const contexts = new Contexts();
  return readers.onDidHear((heard) => {
    if (heard.message.type === 'voices') contexts.set({ 'reader.voices': heard.message.available });
    else answer(readers, log, heard);
  });
}

function answer(readers: Readers, log: ReadingLog, { reader, message }: Heard): void {
  switch (message.type) {
    case 'viewed':
      readers.use(reader);
      run(message.view === 'whole' ? 'showWholeBriefing' : 'showTakeaway');
      return;
    case 'passed':
      // It may be reading aloud while a person reads in another one.
      if (!reader.move(message.step) && reader === readers.current)
        run(message.step === 1 ? 'nextTakeaway' : 'previousTakeaway');
      return;
    case 'pressed':
      readers.use(reader);
      press(message.button, reader, log);
      return;
    case 'reference':
      readers.use(reader);
      runOnReference(ACTIONS[message.action], reader, message.index);
      return;
    case 'followed':
      readers.use(reader);
      follow(message.url, reader);
      return;
    // Those that the reader or its panel takes itself, those of the reading tracker, and what machines can do.
    case 'voices':
    case 'chose':
    case 'imageWanted':
    case 'stale':
    case 'saw':
    case 'stopped':
  }
}

function press(button: PageButton, { takeaway }: Reader, log: ReadingLog): void {
  const key = takeaway && takeawayKey(takeaway);
  switch (button) {
    case 'nextUnread':
      run('nextUnread');
      return;
    case 'help':
      run('showKeys');
      return;
    case 'star':
      if (key !== undefined) run(log.isStarred(key) ? 'unstar' : 'star');
      return;
    case 'markRead':
      if (key !== undefined) run(log.isRead(key) ? 'markAsUnread' : 'markAsRead');
  }
}

/** The page is the less trusted side: only to where the briefing links, and only if that may be live. */
function follow(url: string, reader: Reader): void {
  const { uri, briefing } = reader.shown;
  const href = safeUrl(url)?.href;
  if (href !== undefined) {
    const index = briefing.references.findIndex((one) => safeUrl(one.url ?? '')?.href === href);
    runOnReference('openReference', reader, index);
    return;
  }
  if (!linkedFiles(briefing).has(url)) return;
  const [, fragment = ''] = url.split('#');
  const beside = fileBeside(vscode.Uri.parse(uri), url);
  if (beside) run('openBriefing', beside.file.with({ fragment }));
  else confirm(reader.panel, vscode.l10n.t('This link leads out of the folder that the briefing lies in.'));
}

function runOnReference(command: string, { shown: { uri, briefing } }: Reader, index: number): void {
  const reference = briefing.references[index];
  if (reference) run(command, { kind: 'reference', id: `${uri}#reference-${index}`, uri, reference });
}

function run(command: string, argument?: unknown): void {
  void vscode.commands.executeCommand(`briefings.${command}`, argument);
}
