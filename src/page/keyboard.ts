/**
 * VS Code hears every key that the page leaves alone, and the reader's keys are commands there. The page keeps a few:
 * Enter and Space are a link's or a button's own, what is typed into an input is the input's, and Escape is the page's
 * while there is something to leave. Space scrolls by a command, so the browser must not scroll as well.
 */
export function keepOwnKeys(escape: () => boolean): void {
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (!(target instanceof Element)) return;
    if (key === 'Escape') {
      if (escape()) event.stopPropagation();
    } else if (target.closest('input, textarea, select, [contenteditable]')) {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    } else if (isControls(key, target)) {
      event.stopPropagation();
    } else if (key === ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
    }
  });
}

function isControls(key: string, target: Element): boolean {
  return key === 'Enter'
    ? target.closest('a[href], button') !== null
    : key === ' ' && target.closest('button') !== null;
}
