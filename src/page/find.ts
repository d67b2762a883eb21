/** The first element of the page that a selector names. Our own HTML has it. */
export function find(selector: string, scope: ParentNode = document): HTMLElement {
  const element = scope.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
}

/** HTML that our own extension has written, as elements that are in no page yet. */
export function parseHtml(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body;
}
