/**
 * VS Code hears every key that the page leaves alone, and Enter is bound to a command of the reader. On a link or a
 * button Enter is the element's own.
 */
export function keepOwnKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('a[href], button')) {
      event.stopPropagation();
    }
  });
}
