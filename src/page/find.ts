/** Returns the first element that a selector matches. Throws if there is none: our own HTML always has it. */
export function find(selector: string, scope: ParentNode = document): HTMLElement {
  const element = scope.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
}

/** Parses HTML that our own extension has written, into elements that are not part of the page yet. */
export function parseHtml(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body;
}
