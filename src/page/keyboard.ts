/**
 * VS Code hears every key that the page leaves alone, and the reader's keys are commands there: `heard` comes before
 * that. The page keeps a few: Enter and Space are a link's or a button's own, what is typed into an input is the
 * input's, and Escape is the page's while there is something to leave. Space scrolls by a command, so the browser must
 * not scroll as well.
 */
export function keepOwnKeys(escape: () => boolean, heard: () => void): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, repeat } = event;
    if (!(target instanceof Element)) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isOwn =
      key === 'Escape'
        ? escape()
        : target.closest('input, textarea, select, [contenteditable]')
          ? isPlain
          : isControls(key, target);
    if (isOwn) {
      event.stopPropagation();
      return;
    }
    if (key === ' ' && isPlain) event.preventDefault();
    if (!repeat) heard();
  });
}

function isControls(key: string, target: Element): boolean {
  return key === 'Enter'
    ? target.closest('a[href], button') !== null
    : key === ' ' && target.closest('button') !== null;
}
