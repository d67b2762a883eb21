import type { Element } from './elements.ts';

/** Alternative texts that only say that there is an image. */
const NOTHING =
  /^(?:[\p{L}\d.&’'-]{1,30} ){0,3}(?:icon|logo|avatar|banner|graphic|image)$|^(?:(?:i['’]m )?an? )?(?:image|img|photo|picture|pic|logo|icon|banner|spacer|divider|pixel|thumbnail|avatar|header|untitled|bild|foto|imagen|图片|画像)?(?: here)?[\s\d._-]*$/iu;

/** The name of an image's file, as programs for mails put it there: `IMG_12.jpeg (JPEG Image)`, `Shot 2026-03-03 at 19.05.53`. */
const FILE_NAME =
  /\.(?:jpe?g|png|gif|webp|heic|svg|html?|txt)(?![\p{L}\d])|\d{4}-\d\d-\d\d\D{1,12}\d\d[.:-]\d\d[.:-]\d\d/iu;

/** The alternative text of an image; a space if it says nothing, and '' for a tracking pixel or spacer. */
export function altTextOf({ attributes }: Pick<Element, 'attributes'>): string {
  const words = (attributes['alt'] ?? '').trim();
  if (isPixel(attributes['width']) || isPixel(attributes['height'])) return '';
  return NOTHING.test(words) || FILE_NAME.test(words) ? ' ' : ` ${words} `;
}

function isPixel(length: string | undefined): boolean {
  return length !== undefined && /^[01](?:px)?$/.test(length.trim());
}
