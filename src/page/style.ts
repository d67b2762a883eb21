import type { PageData } from '../reader/pageData.ts';

/** Words as they come in texts, to tell how wide a character is. */
const SAMPLE = 'The leaders of seven countries met on Monday to speak of what comes next, and who will pay.';

/** Through the CSS object model: a style in the HTML would be inline. */
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

/** How wide a character of the text is on average, as a part of the font's size. */
function characterWidth(): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 0.46;
  context.font = `100px ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(SAMPLE).width / 100 / SAMPLE.length;
}
