/** The line by which weather services identify a bulletin, above its own words: `106 FXPQ60 PGUM 182009 AFDPQ`. */
const CODE = /^(?:\d{3}\s+)?[A-Z]{4}\d{2} [A-Z]{4} \d{6}(?: [A-Z]{3})?(?:\s+[A-Z\d]{4,6})?$/;

export function isBulletinCode(words: string): boolean {
  return CODE.test(words.trim());
}

/** The heading of a part of such a bulletin: `.Synopsis...`, `.NEAR TERM /UNTIL 6 PM/...`, `.AVIATION...09/12Z`. */
const HEAD = /^\.(\p{Lu}[^.]{1,100})\.{3}[\dZ/]*$/u;

/** The words of such a heading; undefined for any other line. */
export function bulletinHead(line: string): string | undefined {
  return line.startsWith('.') ? HEAD.exec(line)?.[1]?.trim() : undefined;
}
