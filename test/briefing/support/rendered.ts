import type { Briefing } from '../../../src/briefing/model.ts';
import type { RenderOptions } from '../../../src/briefing/render/renderImages.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { checkWithPictures } from './checkHtml.ts';
import { read } from './fixture.ts';

/** Where the images come from that the tests let be shown. */
export const PICTURES = 'https://pictures.test/';

/** The element of a passage, which has no other `div` in it. */
const PASSAGE = /<div class="passage" id="[^"]*">\n(.*?)<\/div>\n/gs;

/** White space as a browser shows it: folded, and none where a paragraph starts. */
function folded(html: string): string {
  return html.replaceAll('\n', '').replace(/ +/g, ' ').replaceAll('<p> ', '<p>');
}

/** Without what has tests of its own: what holds a passage, the ids, and the directions that are the browser's to tell. */
export function bare(html: string): string {
  return folded(html.replace(PASSAGE, '$1').replace(/ id="[^"]*"| dir="auto"/g, ''));
}

/** The HTML on one line, bare. */
export function render(briefing: Briefing, options?: RenderOptions): string {
  const html = renderBriefing(briefing, options);
  checkWithPictures(html, PICTURES);
  return bare(html);
}

/** The HTML of some Markdown, as it stands in the lede. */
export function inLede(...lines: string[]): string {
  return inLedeWith({}, ...lines);
}

export function inLedeWith(options: RenderOptions, ...lines: string[]): string {
  const html = render(read('# T', '', ...lines, '', '## S', 'x'), options);
  return /<div class="lede">(.*)<\/div><section/.exec(html)?.[1] ?? html;
}
