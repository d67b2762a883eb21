/** `106 FXPQ60 PGUM 182009 AFDPQ`: how weather services call a bulletin to each other, above its own words. */
const CODE = /^(?:\d{3}\s+)?[A-Z]{4}\d{2} [A-Z]{4} \d{6}(?: [A-Z]{3})?(?:\s+[A-Z\d]{4,6})?$/;

export function isBulletinCode(words: string): boolean {
  return CODE.test(words.trim());
}

/** `.Synopsis...`, `.NEAR TERM /UNTIL 6 PM/...`: what heads a part of such a bulletin. */
const HEAD = /^\.(\p{Lu}[^.]{1,100})\.{3}$/u;

/** Its words. */
export function bulletinHead(line: string): string | undefined {
  return line.startsWith('.') ? HEAD.exec(line)?.[1]?.trim() : undefined;
}
