import type { FromPage, ReaderFont, ReaderState, ReaderView, ToPage } from '../reader/messages.ts';
import { readState } from '../reader/messages.ts';
import { keepOwnKeys } from './keyboard.ts';
import { offsetInView, scrollToPlace } from './place.ts';
import { type Seen, SightWatcher } from './sight.ts';

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: ReaderState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** How long a sentence stays on the page, in ms. */
const SAY_TIME = 4000;

start();

/** Brings the first page to life. The page shows itself without it; this moves, follows and remembers. */
function start(): void {
  const api = acquireVsCodeApi();
  const { dataset } = document.body;
  const uri = dataset['uri'] ?? '';
  const render = Number(dataset['render']);
  const saved = readState(api.getState());
  // The page was hidden and is shown again: what was read since then is in the saved state, not in the HTML.
  const resumed = saved?.render === render ? saved : undefined;
  let view: ReaderView =
    resumed?.view ?? (document.body.classList.contains('whole-view') ? 'whole' : 'takeaway');
  let id = resumed ? resumed.id : dataset['id'];
  const place =
    resumed?.place ??
    readState({ uri, place: parse(dataset['place']) })?.place ??
    // The text was edited: what is read is still the same, and so is where it was read.
    (saved?.uri === uri && saved.id === id ? saved.place : undefined);

  const remember = () => {
    const here = offsetInView(scope());
    api.setState({ uri, view, render, ...(id !== undefined && { id }), ...(here && { place: here }) });
  };
  let silence: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string) => {
    const status = document.getElementById('status');
    if (!status) return;
    status.textContent = text;
    clearTimeout(silence);
    silence = setTimeout(() => (status.textContent = ''), SAY_TIME);
  };
  const scope = () => (view === 'whole' ? document.querySelector('main.whole') : currentCard());

  const sight = new SightWatcher(
    () => (view === 'whole' ? seenInWhole() : seenInCard()),
    (seen) => {
      api.postMessage(seen);
    },
  );

  setFont(parse(dataset['font']) as ReaderFont);
  show(id, view);
  // A place inside the item that is read; else the item itself.
  if (!(place && scrollToPlace(scope(), place))) scrollToItem();
  remember();

  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    switch (data.type) {
      case 'show':
        show(data.id, data.view);
        scrollToItem();
        if (data.offset !== undefined && data.id !== undefined)
          scrollToPlace(scope(), { id: data.id, offset: data.offset });
        remember();
        if (data.id !== undefined && data.view === 'takeaway') sight.forget(data.id);
        break;
      case 'say':
        say(data.text);
        break;
      case 'font':
        setFont(data.font);
        break;
    }
  });
  const stop = () => {
    remember();
    const here = offsetInView(scope());
    if (here) api.postMessage({ type: 'stopped', ...here });
  };
  window.addEventListener('scroll', debounce(stop, 150), { passive: true });
  // VS Code gives the page the focus after it has been told what to show.
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body) focusItem();
  });
  document.addEventListener('click', followClick);
  document.addEventListener('auxclick', followClick);
  keepOwnKeys();

  function show(nextId: string | undefined, nextView: ReaderView): void {
    id = nextId;
    view = nextView;
    // The other classes are VS Code's own: the theme's.
    document.body.classList.toggle('whole-view', view === 'whole');
    document.body.classList.toggle('takeaway-view', view === 'takeaway');
    for (const marked of document.querySelectorAll('[aria-current]')) marked.removeAttribute('aria-current');
    currentItem()?.setAttribute('aria-current', 'true');
    for (const card of document.querySelectorAll<HTMLElement>('.card')) {
      card.classList.toggle('current', card.dataset['id'] === id);
    }
    const bar = document.querySelector<HTMLElement>('.progress-bar');
    bar?.style.setProperty('width', `${Number(currentCard()?.dataset['position'] ?? 0) * 100}%`);
  }

  function scrollToItem(): void {
    const item = currentItem();
    if (view === 'takeaway') window.scrollTo(0, 0);
    else if (item) item.scrollIntoView({ block: item.matches('.takeaway') ? 'center' : 'start' });
    focusItem();
  }

  /** What has the focus is what a screen reader reads; it is never taken from another part of VS Code. */
  function focusItem(): void {
    const target = view === 'takeaway' ? currentCard() : currentItem();
    if (!target || !document.hasFocus()) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  function currentItem(): HTMLElement | null {
    return id === undefined ? null : document.getElementById(id);
  }

  function followClick(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.button > 1) return;
    const link = event.target.closest('a[href]');
    const button = event.target.closest<HTMLElement>('button');
    const item = event.target.closest('.whole .takeaway');
    if (link) {
      event.preventDefault();
      api.postMessage({ type: 'followed', url: link.getAttribute('href') ?? '' });
    } else if (event.button !== 0) {
      return;
    } else if (button?.dataset['choose'] !== undefined) {
      api.postMessage({ type: 'chose', id: button.dataset['choose'], view: 'takeaway' });
    } else if (button?.dataset['view'] === 'whole' || button?.dataset['view'] === 'takeaway') {
      api.postMessage({ type: 'viewed', view: button.dataset['view'] });
    } else if (item && (document.getSelection()?.isCollapsed ?? true)) {
      api.postMessage({ type: 'chose', id: item.id, view: 'whole' });
    }
  }
}

function currentCard(): HTMLElement | null {
  return document.querySelector('.card.current');
}

function seenInCard(): Seen[] {
  const card = currentCard();
  const id = card?.dataset['id'];
  return card && id !== undefined ? [{ id, element: card, end: card.querySelector('.body') ?? card }] : [];
}

/** Each takeaway, and the whole: what ends it is its last element. */
function seenInWhole(): Seen[] {
  const takeaways = [...document.querySelectorAll('.whole .takeaway[id]')];
  const items = takeaways.map((element) => ({ id: element.id, element, end: element }));
  const article = document.querySelector('.whole article');
  return article ? [...items, { id: '', element: article, end: article.lastElementChild ?? article }] : items;
}

/** Through the CSS object model: a style in the HTML would be inline. */
function setFont({ family, size, lineHeight }: ReaderFont): void {
  const { style } = document.documentElement;
  style.setProperty('--reader-font-family', family);
  style.setProperty('--reader-font-size', `${size}px`);
  style.setProperty('--reader-line-height', String(lineHeight));
}

/** Attributes are written by our own extension: JSON or nothing. */
function parse(json: string | undefined): unknown {
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
}

function debounce(action: () => void, delay: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
}
