import { isFileName } from '../../briefing/text/title.ts';
import type { Element } from './elements.ts';

/** Alternative texts that only say that there is an image. */
const NOTHING =
  /^(?:[\p{L}\d.&’'-]{1,30} ){0,3}(?:icon|logo|avatar|banner|graphic)$|^(?:(?:i['’]m )?an? )?(?:image|img|photo|picture|pic|logo|icon|banner|spacer|divider|pixel|thumbnail|avatar|header|untitled|bild|foto|imagen|图片|画像)?(?: here)?[\s\d._-]*$/iu;

/** The alternative text of an image; a space if it says nothing, and '' for a tracking pixel or spacer. */
export function altTextOf({ attributes }: Pick<Element, 'attributes'>): string {
  const words = (attributes['alt'] ?? '').trim();
  if (isPixel(attributes['width']) || isPixel(attributes['height'])) return '';
  return NOTHING.test(words) || isFileName(words) ? ' ' : ` ${words} `;
}

function isPixel(length: string | undefined): boolean {
  return length !== undefined && /^[01](?:px)?$/.test(length.trim());
}
