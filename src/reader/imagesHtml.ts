import type { PageContent } from './content.ts';
import { escapeHtml } from '../base/escapeHtml.ts';
import { fill } from '../base/fill.ts';

/** A box of an image that is not shown: the renderer's own mark, for the words of a briefing have no such quotation marks. */
const BOX = 'class="image"';

/** One button for all images from the web that are not shown; '' where there are none, or where none stands in `html`. */
export function imagesHtml({ images, strings }: PageContent, html = BOX): string {
  const [host, ...others] = images?.hosts ?? [];
  if (!images || host === undefined || !html.includes(BOX)) return '';
  const from = others.length === 0 ? host : fill(strings.moreHosts, host, others.length);
  const text = fill(strings.showImages, images.count, from);
  return `<p><button class="image" data-press="showImages">${escapeHtml(text)}</button></p>\n`;
}
