/** `1. `, `1.` before a bracket as `【`, `01 · ` or `01｜` before a headline, which is no part of it. */
export const HEADLINE_NUMBER =
  /^\s*(?:\d{1,3}[.)](?:\s+|(?=[【「『〈《]))|\d{1,3}、\s*|\d{1,2}\s[·|]\s+|\d{1,2}\s?[｜|]\s?|\d{1,2}\.\d{1,2}\s+(?=[\p{Lu}\p{Lo}]))/u;
