/** Text as HTML that shows it, between tags or in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Adds a class, attribute or element on a condition: `when(true, ' hidden')`. */
export function when(is: boolean, html: string): string {
  return is ? html : '';
}
