import * as vscode from 'vscode';
import { linkedFiles } from '../../briefing/structure/anchors.ts';
import { safeUrl } from '../../briefing/text/links/safeUrl.ts';
import type { Disposable } from '../../base/event.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import type { FromPage, PageButton, ReferenceAction } from '../../reader/messages.ts';
import { announce } from '../notify.ts';
import { ContextKeys } from '../contextKeys.ts';
import { realSiblingFile } from './panel/siblingFile.ts';
import type { Reader } from './reader.ts';
import type { Readers } from './readers.ts';
import type { ReadingKeys } from './readingKeys.ts';
import type { ReadingTracker } from './readingTracker.ts';

const ACTIONS: Readonly<Record<ReferenceAction, string>> = {
  open: 'openReference',
  copyLink: 'copyReferenceLink',
  cite: 'copyCitation',
  citing: 'showCiting',
};

/** The dependencies of the handlers of page messages. */
interface HandlerParts {
  readonly readers: Readers;
  readonly readingLog: ReadingLog;
  readonly keys: ReadingKeys;
  readonly tracker: ReadingTracker;
}

/** The handlers by type of message. Each gets the message, and the reader that it comes from. */
type PageHandlers = {
  readonly [T in FromPage['type']]: (message: Extract<FromPage, { type: T }>, reader: Reader) => void;
};

/** Returns the handlers of page messages. Most run a command, which keys and menus run as well. */
function pageHandlers({ readers, readingLog, keys, tracker }: HandlerParts): PageHandlers {
  const contexts = new ContextKeys();
  return {
    itemChosen: ({ id, view }, reader) => {
      reader.choose(id, view);
    },
    viewChosen: ({ view }, reader) => {
      readers.makeCurrent(reader);
      run(view === 'whole' ? 'showWholeBriefing' : 'showTakeaway');
    },
    linkFollowed: ({ url }, reader) => {
      readers.makeCurrent(reader);
      void followLink(url, reader);
    },
    reference: ({ action, index }, reader) => {
      readers.makeCurrent(reader);
      runOnReference(ACTIONS[action], reader, index);
    },
    imageRequested: ({ url }, { panel }) => {
      panel.showImages(url);
    },
    advanced: ({ step }, reader) => {
      // A reader may be speaking while the user reads in another one.
      if (!reader.advance(step) && reader === readers.current)
        run(step === 1 ? 'nextTakeaway' : 'previousTakeaway');
    },
    buttonPressed: ({ button }, reader) => {
      readers.makeCurrent(reader);
      press(button, reader, readingLog);
    },
    focus: ({ state }, reader) => {
      keys.onFocus(reader, state);
    },
    stale: (_, reader) => {
      reader.refresh();
    },
    voices: ({ available }) => {
      contexts.set({ 'reader.voices': available });
    },
    itemSeen: (message, reader) => {
      tracker.onItemSeen(message, reader);
    },
    scrolledTo: (position, reader) => {
      if (reader.recordPosition(position)) tracker.savePosition(position, reader);
    },
  };
}

/** Handles the messages of the pages of all readers. */
export function handlePageMessages(parts: HandlerParts): Disposable {
  const handlers = pageHandlers(parts);
  return parts.readers.onDidReceiveMessage(({ reader, message }) => {
    const handle: (message: never, reader: Reader) => void = handlers[message.type];
    handle(message as never, reader);
  });
}

function press(button: PageButton, { item, panel }: Reader, readingLog: ReadingLog): void {
  const key = item?.key;
  switch (button) {
    case 'nextUnread':
      run('nextUnread');
      return;
    case 'help':
      run('showKeys');
      return;
    case 'showImages':
      panel.showImages();
      return;
    case 'star':
      if (key !== undefined) run(readingLog.isStarred(key) ? 'unstar' : 'star');
      return;
    case 'markRead':
      if (key !== undefined) run(readingLog.isRead(key) ? 'markAsUnread' : 'markAsRead');
  }
}

/**
 * Follows a link of the page. The page is the less trusted side: only links that are in the briefing are followed, and
 * only if they are safe.
 */
async function followLink(url: string, reader: Reader): Promise<void> {
  const { uri, briefing } = reader.content;
  const href = safeUrl(url)?.href;
  if (href !== undefined) {
    const index = briefing.references.findIndex((one) => safeUrl(one.url ?? '')?.href === href);
    runOnReference('openReference', reader, index);
    return;
  }
  if (!linkedFiles(briefing).has(url)) return;
  const [, fragment = ''] = url.split('#');
  const beside = await realSiblingFile(vscode.Uri.parse(uri), url);
  if (reader.content.uri !== uri) return;
  if (beside) run('openBriefing', beside.file.with({ fragment }));
  else announce(reader.panel, vscode.l10n.t('This link leads outside the briefing’s folder.'));
}

function runOnReference(command: string, { content: { uri, briefing } }: Reader, index: number): void {
  const reference = briefing.references[index];
  if (reference) run(command, { kind: 'reference', id: `${uri}#reference-${index}`, uri, reference });
}

function run(command: string, argument?: unknown): void {
  void vscode.commands.executeCommand(`briefings.${command}`, argument);
}
