import {
  BLOCKS,
  CODE,
  type Element,
  elementsIn,
  headingLevel,
  holdsHeading,
  STRESSED,
  STRONG,
} from './elements.ts';

/** The formatting of text, as far as it is relevant. Elements inherit it from those around them. */
export interface TextStyle {
  readonly isStrong: boolean;
  readonly isStressed: boolean;
  readonly isCode: boolean;
  /** The size of letters, in pixels; 0 if they are hidden. */
  readonly size: number;
}

export const PLAIN_STYLE: TextStyle = { isStrong: false, isStressed: false, isCode: false, size: 16 };

/**
 * Styles that hide an element with its content. Mail clients support different ones, so newsletters use all at once. An
 * element without height does, if overflow is hidden by a later declaration, and so does the mark of an item in Outlook.
 */
const HIDDEN =
  /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|mso-(?:hide:all|list:ignore)|height:0(?:px)?(?:!important)?;(?:.{0,99};)?overflow:hidden|(?:max-height:0(?:\.0+)?(?:px|em|pt|%)?|opacity:0?\.?0*)(?:!important)?(?:;|$))/;

const SIZE = /(?:^|;)font-size:([\d.]{1,8})(px|pt|em|rem|%)?(?:!important)?(?:;|$)/;
const WEIGHT = /(?:^|;)font-weight:(bold|normal|\d{3})/;
const SLANT = /(?:^|;)font-style:(italic|normal)/;
/** Pixels per absolute unit; and multiples of the surrounding size per relative unit. */
const ABSOLUTE: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, rem: 16 };
const RELATIVE: Readonly<Record<string, number>> = { em: 1, '%': 0.01 };

/** A style attribute as the patterns expect it: ` Display : NONE` -> `display:none`, cut off at a maximum length. */
export function styleOf({ attributes }: Pick<Element, 'attributes'>): string {
  const style = attributes['style'];
  return style === undefined ? '' : style.slice(0, 4000).toLowerCase().replace(/\s+/g, '');
}

/** Whether an element is not meant to be seen. */
export function isHidden({ attributes, name }: Pick<Element, 'attributes' | 'name'>, style: string): boolean {
  if (attributes['hidden'] !== undefined && attributes['hidden'] !== 'until-found') return true;
  if (name === 'dialog' && attributes['open'] === undefined) return true;
  return HIDDEN.test(style);
}

/** A rule of a style sheet that hides a class for a language: `.en { display: none }`. */
const LANGUAGE_RULE = /[},>]\s*\.((?:lang-)?[a-z]{2})\s*\{\s*display\s*:\s*none/g;

/**
 * The class that a page hides if it says everything in two languages; nothing if it hides all of them until a script shows
 * one, or shows some elements of that class: `.ab.on { display: block }`.
 */
export function hiddenLanguage(html: string): RegExp {
  const [name = '', ...others] = new Set([...html.matchAll(LANGUAGE_RULE)].map(([, name]) => name));
  const isHidden = name !== '' && others.length === 0 && !html.includes(`.${name}.`);
  return new RegExp(isHidden ? `(?<!\\S)${name}(?!\\S)` : '(?!)');
}

/**
 * A class by which a page formats its titles, in a style sheet that is not read: `card-title`, `story__headline`,
 * `newsTitle`.
 */
const TITLE_CLASS =
  /(?:(?:^|[\s_-])(?<!sub[_-])(?:title|headline)|[a-z](?:Title|Headline))(?:--[\w-]*)?(?:\s|$)/;

/** The formatting of an element's text, inside of text formatted as `around`. */
export function textStyleOf({ attributes, name }: Element, style: string, around: TextStyle): TextStyle {
  const weight = WEIGHT.exec(style)?.[1];
  const slant = SLANT.exec(style)?.[1];
  // A heading is bold as a whole, which emphasizes none of its words.
  const isHeading = headingLevel(name) !== undefined;
  const inherited = {
    isStrong: weight === undefined ? around.isStrong || isBold(name, attributes) : isHeavy(weight),
    isStressed: slant === undefined ? around.isStressed || STRESSED.has(name) : slant === 'italic',
    isCode: around.isCode || CODE.has(name),
    size: sizeIn(style, around.size),
  };
  return isHeading || name === 'th' ? { ...inherited, isStrong: false } : inherited;
}

function isBold(name: string, attributes: Element['attributes']): boolean {
  return STRONG.has(name) || isTitle({ attributes });
}

/** Whether the class of an element says that it is a title. */
export function isTitle({ attributes }: Pick<Element, 'attributes'>): boolean {
  return TITLE_CLASS.test(attributes['class']?.slice(0, 1000) ?? '');
}

/**
 * Whether an element is a link that is a story: `<a class="row"><span class="row-title">Ferry
 * stops</span><span>May</span></a>`.
 */
export function isCard(link: Element): boolean {
  const parts = link.name === 'a' ? elementsIn(link) : [];
  return parts.length > 1 && parts.some((child) => [child, ...elementsIn(child)].some(isTitle));
}

/**
 * Whether only the heading or title in a link is meant to be one: it has a heading, or is a card with nothing before
 * its title in the same line, such as a time.
 */
export function isAroundStory(link: Element): boolean {
  if (holdsHeading(link)) return true;
  const [first] = elementsIn(link);
  if (!first || !isCard(link)) return false;
  return BLOCKS.has(first.name) || [first, ...elementsIn(first).slice(0, 1)].some(isTitle);
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
