const VOID = new Set(
  'area base basefont br col command embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** The start tag of an element as HTML, without a namespace prefix; '' where its name is invalid. */
export function startTag(tag: string, name: string, attributes: Readonly<Record<string, string>>): string {
  const element = elementName(tag, name);
  if (element === undefined) return '';
  let html = `<${element}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (/^[a-z][\w.:-]*$/i.test(key) && !key.startsWith('xmlns')) html += ` ${key}="${escapeMarkup(value)}"`;
  }
  return `${html}>`;
}

export function endTag(tag: string, name: string): string {
  const element = elementName(tag, name);
  return element === undefined || VOID.has(element) ? '' : `</${element}>`;
}

function elementName(tag: string, name: string): string | undefined {
  const element = /^(?:html|svg|math):/.test(name) ? name.replace(/^\w+:/, '') : tag;
  return /^[a-z][\w:.-]*$/.test(element) ? element : undefined;
}

/** Escapes text for HTML. Entities that XML does not know are HTML's, and are kept. */
export function escapeMarkup(text: string): string {
  return text
    .replace(/&(?![a-z][a-z0-9]{1,31};)/gi, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
