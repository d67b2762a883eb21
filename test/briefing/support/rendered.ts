import type { Briefing } from '../../../src/briefing/model.ts';
import type { RenderOptions } from '../../../src/briefing/render/renderImages.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { checkWithPictures } from './checkHtml.ts';
import { read } from './fixture.ts';

/** The start of the addresses of images that the tests allow. */
export const PICTURES = 'https://pictures.test/';

/** The element of a passage, which contains no other `div`. */
const PASSAGE = /<div class="passage" id="[^"]*">\n(.*?)<\/div>\n/gs;

/** White space as a browser shows it: collapsed, and none at the start of a paragraph. */
function folded(html: string): string {
  return html.replaceAll('\n', '').replace(/ +/g, ' ').replaceAll('<p> ', '<p>');
}

/** Removes the elements of passages, ids and automatic directions, which other tests cover. */
export function bare(html: string): string {
  return folded(html.replace(PASSAGE, '$1').replace(/ id="[^"]*"| dir="auto"/g, ''));
}

/** The HTML on one line, without the parts that `bare` removes. */
export function render(briefing: Briefing, options?: RenderOptions): string {
  const html = renderBriefing(briefing, options);
  checkWithPictures(html, PICTURES);
  return bare(html);
}

/** The HTML of some Markdown in the lede. */
export function inLede(...lines: string[]): string {
  return inLedeWith({}, ...lines);
}

export function inLedeWith(options: RenderOptions, ...lines: string[]): string {
  const html = render(read('# T', '', ...lines, '', '## S', 'x'), options);
  return /<div class="lede">(.*)<\/div><section/.exec(html)?.[1] ?? html;
}
