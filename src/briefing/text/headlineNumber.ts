/** A number before a headline that is not part of it: `1. `, `01 · ` or `01｜`. */
export const HEADLINE_NUMBER =
  /^\s*(?:\d{1,3}[.)](?:\s+|(?=[【「『〈《]))|\d{1,3}、\s*|\d{1,2}\s[·|]\s+|\d{1,2}\s?[｜|]\s?|\d{1,2}\.\d{1,2}\s+(?=[\p{Lu}\p{Lo}]))/u;
