import type { PageData } from '../reader/pageData.ts';

/** A typical sentence, to measure the average width of a character. */
const SAMPLE = 'The leaders of seven countries met on Monday to speak of what comes next, and who will pay.';

/** Sets the typography, through the CSS object model: the page's policy forbids inline styles in the HTML. */
export function setStyle({ style: text, strings }: Pick<PageData, 'style' | 'strings'>): void {
  const { style, classList } = document.documentElement;
  const set = (name: string, value: string | number) => {
    style.setProperty(`--${name}`, String(value));
  };
  set('reader-font-family', text.family);
  set('reader-font-size', `${text.size}px`);
  set('reader-line-height', text.lineHeight);
  set('reader-width', text.width);
  set('reader-character', characterWidth());
  set('show-image', JSON.stringify(`${strings.showImage}: `));
  classList.toggle('no-emoji', !text.emoji);
}

/** The average width of a character, as a fraction of the font size. */
function characterWidth(): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 0.46;
  context.font = `100px ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(SAMPLE).width / 100 / SAMPLE.length;
}
