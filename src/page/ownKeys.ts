/**
 * Stops keys that the page handles itself from reaching VS Code, which runs the reader's commands for all others.
 * `heard` is called before a key is passed on, with its name if it is pressed alone. The page's own keys are few: Enter and Space on a link, a button or a
 * summary, what is typed into an input, and Escape if there is something to close. Space scrolls and Alt+Left goes back
 * by a command, so the browser must not do it as well.
 */
export function handleOwnKeys(
  escape: () => boolean,
  heard: (key: string) => void,
  focus: { readonly isSettled: boolean },
): void {
  const pressed = new Set<string>();
  window.addEventListener('blur', () => {
    pressed.clear();
  });
  document.addEventListener('keyup', ({ code }) => {
    pressed.delete(code);
  });
  document.addEventListener('keydown', (event) => {
    const { code, key, target, repeat } = event;
    if (!(target instanceof Element)) return;
    // The key has been held since before the page had the focus, such as the Enter that chose a command.
    if (repeat && !pressed.has(code)) {
      event.stopPropagation();
      event.preventDefault();
      return;
    }
    pressed.add(code);
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isOwn =
      key === 'Escape'
        ? escape()
        : target.closest('input, textarea, select, [contenteditable]')
          ? isPlain
          : activates(key, target);
    if (isOwn) {
      event.stopPropagation();
      // The key may be meant for a box that is about to open.
      if (activates(key, target) && !focus.isSettled) event.preventDefault();
      return;
    }
    if ((key === ' ' && isPlain) || (event.altKey && /^Arrow[LR]/.test(key))) event.preventDefault();
    if (!repeat) heard(isPlain ? key : '');
  });
}

function activates(key: string, target: Element): boolean {
  const controls = key === 'Enter' ? 'a[href], button, summary' : key === ' ' ? 'button, summary' : null;
  return controls !== null && target.closest(controls) !== null;
}
