import { readState, type ToPage } from '../reader/messages.ts';
import type { Tell } from './api.ts';
import { Citations } from './citations.ts';
import { followClicks } from './clicks.ts';
import { Help } from './help.ts';
import { keepOwnKeys } from './keyboard.ts';
import { readData, writeData } from './pageData.ts';
import { undress } from './parts.ts';
import { patchChildren } from './patch.ts';
import type { Spot } from './place.ts';
import { Reading } from './reading.ts';
import { scrollPage, scrollToEdge } from './scrolling.ts';
import { seenInCard, seenInWhole } from './seen.ts';
import { SightWatcher } from './sight.ts';
import { Speech } from './speech.ts';
import { setStyle } from './style.ts';
import { letTablesScroll } from './tables.ts';

/** How long a sentence stays on the page, in ms. */
const SAY_TIME = 4000;

/** How long the page waits for newer words than its own, in ms. */
const STALE_TIME = 1000;

start();

/** Brings the first page to life. The page shows itself without it; this moves, follows and remembers. */
function start(): void {
  const api = acquireVsCodeApi();
  const tell: Tell = (message) => {
    api.postMessage(message);
  };
  let data = readData(document.body);
  let saved = readState(api.getState());
  const isStale = saved?.render !== undefined && saved.render > data.render;
  const reading = new Reading(api, data);
  const citations = new Citations(reading, tell);
  const help = new Help();
  const sight = new SightWatcher(
    () => (reading.view === 'whole' ? seenInWhole() : seenInCard(reading.card)),
    tell,
  );
  setStyle(data.style, data.strings.showImage);
  citations.know(data.status, data.strings);
  begin();
  letTablesScroll(reading.scope);
  reading.follow();
  const speech = new Speech(reading, tell);

  window.addEventListener('message', ({ data: message }: MessageEvent<ToPage>) => {
    hear(message);
  });
  // VS Code gives the page the focus after it has been told what to show.
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body) reading.focus();
  });
  followClicks({
    tell,
    view: () => reading.view,
    closesHelp: (target) => help.isClosedBy(target) && help.close(),
    cite: (link) => {
      citations.follow(link);
    },
    pressTool: (button) => {
      citations.press(button);
    },
  });
  keepOwnKeys(() => help.close() || citations.hidePopover() || speech.stop() || citations.goBack());

  /** Shows what the HTML says, or what was shown since it was made: that is in the saved state. */
  function begin(): void {
    if (isStale) {
      // The words of this HTML are of the past: nobody has to see them, and the state is kept for the ones that come.
      document.body.classList.add('stale');
      setTimeout(() => {
        if (document.body.classList.contains('stale')) reading.show(data.id, data.view, data.place);
        document.body.classList.remove('stale');
      }, STALE_TIME);
      tell({ type: 'stale' });
      return;
    }
    if (saved?.render === data.render) {
      reading.show(saved.id, saved.view, saved.place);
      return;
    }
    // The text was edited: what is read is still the same, and so is where it was read.
    const kept = saved?.uri === data.uri && saved.id === data.id ? saved.place : undefined;
    reading.show(data.id, data.view, data.place ?? kept);
  }

  function hear(message: ToPage): void {
    switch (message.type) {
      case 'show': {
        const { id, view, offset } = message;
        const isSameView = view === reading.view;
        const place = offset === undefined || id === undefined ? undefined : { id, offset };
        citations.forget();
        reading.show(id, view, place);
        // A whole that was on screen before has had its turn.
        if (view === 'takeaway' || !isSameView) letTablesScroll(reading.scope);
        if (id !== undefined && view === 'takeaway') sight.forget(id);
        speech.shown(isSameView);
        break;
      }
      case 'render':
        render(message);
        break;
      case 'status':
        reading.status(message.status);
        citations.know(message.status, data.strings);
        break;
      case 'style':
        setStyle(message.style, data.strings.showImage);
        reading.keepPlace();
        letTablesScroll(reading.scope);
        break;
      case 'say':
        say(message.text);
        break;
      case 'scroll':
        if (message.to === 'start' || message.to === 'end') scrollToEdge(message.to);
        else pass(message.to === 'next' ? 1 : -1);
        break;
      case 'help':
        help.toggle();
        break;
      case 'speak':
        speech.toggle();
        break;
    }
  }

  function pass(step: 1 | -1): void {
    if (!scrollPage(step)) tell({ type: 'passed', step });
  }

  function render({ title, data: attributes, html }: Extract<ToPage, { type: 'render' }>): void {
    const page = document.getElementById('page');
    if (!page) return;
    const { uri } = data;
    citations.leave();
    reading.settle();
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    undress(page);
    undress(body);
    patchChildren(page, body);
    document.title = title;
    writeData(document.body, attributes);
    data = readData(document.body);
    document.body.classList.remove('stale');
    if (data.uri !== uri) {
      sight.forgetAll();
      speech.stop();
    }
    setStyle(data.style, data.strings.showImage);
    reading.renew(data, data.place ?? waiting());
    citations.know(data.status, data.strings);
    letTablesScroll(reading.scope);
  }

  /** The place that the state has kept for these words, which are newer than the page's HTML. */
  function waiting(): Spot | undefined {
    const place = isStale && saved?.uri === data.uri && saved.id === data.id ? saved.place : undefined;
    saved = undefined;
    return place;
  }

  let silence: ReturnType<typeof setTimeout> | undefined;
  function say(text: string): void {
    const status = document.getElementById('status');
    if (!status) return;
    status.textContent = text;
    clearTimeout(silence);
    silence = setTimeout(() => (status.textContent = ''), SAY_TIME);
  }
}
