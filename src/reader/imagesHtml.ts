import type { PageContent } from './content.ts';
import { escapeHtml } from '../base/escapeHtml.ts';
import { fill } from '../base/fill.ts';

/** The placeholder of an image that is not shown. Text cannot contain it: its quotation marks are escaped. */
const BOX = 'class="image"';
/** One that shows its image when it is clicked. */
const LINK = `<a ${BOX}`;

/** A button that shows all images from the web; '' if none is blocked, or if `html` has no placeholder for one. */
export function imagesHtml({ images, strings }: PageContent, html = BOX): string {
  const [host, ...others] = images?.hosts ?? [];
  if (!images || host === undefined || !html.includes(BOX)) return '';
  // A link in the item's own words shows its only image already.
  if (images.count === 1 && html.includes(LINK)) return '';
  const from = others.length === 0 ? host : fill(strings.moreHosts, host, others.length);
  const text = fill(strings.showImages, images.count, from);
  return `<p><button class="image" data-press="showImages">${escapeHtml(text)}</button></p>\n`;
}
