/** What is not seen, or looks like something else than it is: escapes show it. A mark would change what is before it. */
const UNCLEAR = /[\p{C}\p{Z}\p{DI}\u2800]|^\p{M}/u;

/**
 * An address as a person reads it: `/%D0%B4%D0%BE%D0%BC` -> `/дом`. Other escapes stay, also malformed ones: what they
 * stand for, `/` or a space, would mean something else. To be shown, not opened.
 */
export function readableAddress(address: string): string {
  return address.replace(/(?:%[89a-f][\da-f])+/gi, (escapes) => {
    try {
      const text = decodeURIComponent(escapes);
      return UNCLEAR.test(text) ? escapes : text;
    } catch {
      return escapes;
    }
  });
}
