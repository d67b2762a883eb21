import * as vscode from 'vscode';
import { sectionNamed } from '../../briefing/anchors.ts';
import type { Briefing, Reference } from '../../briefing/model.ts';
import { safeUrl } from '../../briefing/safeUrl.ts';
import { takeawayKey } from '../../briefing/wordsKey.ts';
import { isBriefingName } from '../../library/fileName.ts';
import type { ReadingLog } from '../../library/readingLog.ts';
import type { PageButton, ReferenceAction } from '../../reader/messages.ts';
import { Contexts } from '../contexts.ts';
import { placeOf } from '../convert.ts';
import type { OpenBriefing } from '../openBriefing.ts';
import { fileBeside } from './besides.ts';
import type { Reader, Start } from './reader.ts';
import type { Heard, Readers } from './readers.ts';

const ACTIONS: Readonly<Record<ReferenceAction, string>> = {
  open: 'openReference',
  copyLink: 'copyReferenceLink',
  cite: 'copyCitation',
  citing: 'showCiting',
};

/** What it takes to answer a page. */
export interface AnswerParts {
  readonly readers: Readers;
  readonly log: ReadingLog;
  readonly load: OpenBriefing;
  /** When the log knows what was read before. */
  readonly restored: Promise<unknown>;
}

/** Does what a person asked for in a page: by the commands that keys and menus call as well. */
export function answerPage(parts: AnswerParts): vscode.Disposable {
  const contexts = new Contexts();
  const listener = parts.readers.onDidHear((heard) => {
    if (heard.message.type === 'voices') contexts.set({ 'reader.voices': heard.message.available });
    else answer(parts, heard);
  });
  return new vscode.Disposable(() => {
    listener.dispose();
  });
}

function answer(parts: AnswerParts, { reader, message }: Heard): void {
  switch (message.type) {
    case 'viewed':
      run(message.view === 'whole' ? 'showWholeBriefing' : 'showTakeaway');
      return;
    case 'passed':
      run(message.step === 1 ? 'nextTakeaway' : 'previousTakeaway');
      return;
    case 'pressed':
      press(message.button, reader, parts.log);
      return;
    case 'reference': {
      const { uri, briefing } = reader.shown;
      const reference = briefing.references[message.index];
      const id = `${uri}#reference-${message.index}`;
      if (reference) run(ACTIONS[message.action], { kind: 'reference', id, uri, reference });
      return;
    }
    case 'followed':
      void follow(message.url, parts, reader);
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
async function follow(url: string, { readers, load }: AnswerParts, reader: Reader): Promise<void> {
  const { uri, briefing } = reader.shown;
  const href = safeUrl(url)?.href;
  if (href !== undefined) {
    const isKnown = ({ url: one }: Reference) => one !== undefined && safeUrl(one)?.href === href;
    if (briefing.references.some(isKnown)) void vscode.env.openExternal(vscode.Uri.parse(href, true));
    return;
  }
  const beside = fileBeside(vscode.Uri.parse(uri), url);
  if (!beside || !isBriefingName(beside.file.path) || !briefing.text.includes(url)) return;
  const opened = await load(beside.file);
  if (opened?.kind === 'briefing') readers.open(opened.uri, opened.briefing, startAt(opened.briefing, url));
  else readers.say(vscode.l10n.t('There is no briefing “{0}”.', placeOf(beside.file)));
}

/** `other.md#whats-next` begins at that section. */
function startAt(briefing: Briefing, url: string): Start {
  const at = url.indexOf('#');
  return at < 0 ? {} : { id: sectionNamed(briefing, url.slice(at)) };
}

function run(command: string, argument?: unknown): void {
  void vscode.commands.executeCommand(`briefings.${command}`, argument);
}
