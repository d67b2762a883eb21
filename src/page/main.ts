import type { ToPage } from '../reader/messages.ts';
import type { PageData } from '../reader/pageData.ts';
import { Citations } from './references/citations.ts';
import { handleClicks } from './clicks.ts';
import { FocusTracker } from './focus.ts';
import { HelpDialog } from './helpDialog.ts';
import { handleOwnKeys } from './ownKeys.ts';
import { Page } from './page.ts';
import { Reading } from './reading/reading.ts';
import { VisibilityTracker } from './reading/visibilityTracker.ts';
import { Speech } from './speech/speech.ts';

start();

/**
 * Starts the page's script, which handles navigation, scroll tracking and state. Without it, the page only shows its
 * text.
 */
function start(): void {
  const api = acquireVsCodeApi();
  const reading = new Reading(api, JSON.parse(document.body.dataset['page'] ?? '') as PageData);
  const citations = new Citations(reading);
  const help = new HelpDialog();
  const speech = new Speech(reading);
  const focus = new FocusTracker((state) => {
    reading.send({ type: 'focus', state });
  });
  const page = new Page(
    { reading, citations, help, speech, focus, visibility: new VisibilityTracker(reading) },
    api.getState(),
  );
  page.begin();
  reading.listen();

  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    page.onMessage(data);
  });
  // VS Code gives the page the focus only after it has sent what to show.
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body) reading.focus();
  });
  handleClicks({
    reading,
    citations,
    help,
    onPick: () => {
      speech.onChange(true);
    },
  });
  handleOwnKeys(
    () =>
      help.close() || citations.hidePopover() || speech.stop() || citations.goBack() || reading.highlight([]),
    (key) => {
      reading.reportPosition();
      page.onKey(key);
    },
    focus,
  );
}
