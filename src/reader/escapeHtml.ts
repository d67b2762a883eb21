/** Text as HTML that shows it, between tags or in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A class, attribute or element more, where something is so: `when(true, ' hidden')`. */
export function when(is: boolean, html: string): string {
  return is ? html : '';
}

const PICTOGRAPH = '\\p{ExtPict}(?:\\uFE0F|\\p{EMod})?';
const EMOJI = new RegExp(
  `\\p{RI}{2}|(?![©®™])(?!\\p{ExtPict}\\uFE0E)${PICTOGRAPH}(?:\\u200D${PICTOGRAPH})*`,
  'gu',
);

/** Words as HTML, with each emoji as an element of its own, so that it can be hidden. */
export function wordsHtml(text: string): string {
  return escapeHtml(text).replace(EMOJI, '<span class="emoji">$&</span>');
}
