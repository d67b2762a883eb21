import type { ReaderStyle } from '../reader/messages.ts';

/** Words as they come in texts, to tell how wide a character is. */
const SAMPLE = 'The leaders of seven countries met on Monday to speak of what comes next, and who will pay.';

/** Through the CSS object model: a style in the HTML would be inline. */
export function setStyle({ family, size, lineHeight, width, emoji }: ReaderStyle, showImage: string): void {
  const { style, classList } = document.documentElement;
  const set = (name: string, value: string | number) => {
    style.setProperty(`--${name}`, String(value));
  };
  set('reader-font-family', family);
  set('reader-font-size', `${size}px`);
  set('reader-line-height', lineHeight);
  set('reader-width', width);
  set('reader-character', characterWidth());
  set('show-image', JSON.stringify(`${showImage}: `));
  classList.toggle('no-emoji', !emoji);
}

/** How wide a character of the text is on average, as a part of the font's size. */
function characterWidth(): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 0.46;
  context.font = `100px ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(SAMPLE).width / 100 / SAMPLE.length;
}
