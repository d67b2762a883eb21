import { BLOCKS, CODE, type Element, headingLevel, STRESSED, STRONG } from './elements.ts';

/** How words look where they stand, as far as it says something: it goes from an element to what is in it. */
export interface Look {
  readonly isStrong: boolean;
  readonly isStressed: boolean;
  readonly isCode: boolean;
  /** Of the letters, in pixels; 0 where they are not shown. */
  readonly size: number;
}

export const PLAIN_LOOK: Look = { isStrong: false, isStressed: false, isCode: false, size: 16 };

/** What is hidden with all that is in it. Mail clients know different ways, and newsletters use all of them at once. */
const HIDDEN = [
  /(?:^|;)display:none/,
  /(?:^|;)visibility:(?:hidden|collapse)/,
  /(?:^|;)max-height:0(?:\.0+)?(?:px|em|pt|%)?(?:!important)?(?:;|$)/,
  /(?:^|;)opacity:0?\.?0*(?:!important)?(?:;|$)/,
  /(?:^|;)mso-hide:all/,
] as const;
/** And what is so low hides what does not fit into it, where that stands behind it. */
const NO_HEIGHT = /(?:^|;)height:0(?:px)?(?:!important)?(?=;)/;
const CLIPPED = ';overflow:hidden';

const SIZE = /(?:^|;)font-size:([\d.]{1,8})(px|pt|em|rem|%)?(?:!important)?(?:;|$)/;
const WEIGHT = /(?:^|;)font-weight:(bold|normal|\d{3})/;
const SLANT = /(?:^|;)font-style:(italic|normal)/;
/** Pixels to one of them; of those that go by the letters around them, how many times those. */
const ABSOLUTE: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, rem: 16 };
const RELATIVE: Readonly<Record<string, number>> = { em: 1, '%': 0.01 };

/** A style as it is looked through: ` Display : NONE` -> `display:none`. What is long is no style. */
export function styleOf({ attributes }: Pick<Element, 'attributes'>): string {
  const style = attributes['style'];
  return style === undefined ? '' : style.slice(0, 4000).toLowerCase().replace(/\s+/g, '');
}

/** Whether nobody is meant to see an element. */
export function isHidden({ attributes, name }: Pick<Element, 'attributes' | 'name'>, style: string): boolean {
  if (attributes['hidden'] !== undefined && attributes['hidden'] !== 'until-found') return true;
  if (name === 'dialog' && attributes['open'] === undefined) return true;
  return style !== '' && (HIDDEN.some((way) => way.test(style)) || isClipped(style));
}

/** Looked for one after the other: a single pattern would look for the second from each of the first. */
function isClipped(style: string): boolean {
  const clipped = style.lastIndexOf(CLIPPED);
  return clipped >= 0 && NO_HEIGHT.test(style.slice(0, clipped + 1));
}

/** How the words of an element look, in what looks so. */
export function lookOf({ name }: Element, style: string, around: Look): Look {
  const weight = WEIGHT.exec(style)?.[1];
  const slant = SLANT.exec(style)?.[1];
  // A heading is strong as a whole: that says nothing of its words.
  const isHeading = headingLevel(name) !== undefined;
  const look = {
    isStrong: weight === undefined ? around.isStrong || STRONG.has(name) : isHeavy(weight),
    isStressed: slant === undefined ? around.isStressed || STRESSED.has(name) : slant === 'italic',
    isCode: around.isCode || CODE.has(name),
    size: sizeIn(style, around.size),
  };
  return isHeading || (BLOCKS.has(name) && name === 'th') ? { ...look, isStrong: false } : look;
}

function isHeavy(weight: string): boolean {
  return weight === 'bold' || Number(weight) >= 600;
}

function sizeIn(style: string, around: number): number {
  const [, number, unit = 'px'] = SIZE.exec(style) ?? [];
  if (number === undefined) return around;
  const size = Number(number);
  if (!Number.isFinite(size)) return around;
  return size * (ABSOLUTE[unit] ?? (RELATIVE[unit] ?? 1) * around);
}
