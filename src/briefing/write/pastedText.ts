import { safeUrl, urlOfBareDomain } from '../text/links/safeUrl.ts';

/** Whether a text is nothing but addresses, one on each line. */
export function isAddressAlone(text: string): boolean {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim().replace(/^<(.*)>$/, '$1'));
  const named = lines.filter((line) => line !== '');
  return named.length > 0 && named.every(isAddress);
}

function isAddress(line: string): boolean {
  if (urlOfBareDomain(line) !== undefined || safeUrl(line) !== undefined) return true;
  return /^[a-z][a-z\d+.-]*:\/\/\S+$/i.test(line);
}

/** The beginning of an HTML page, and a fragment of one. A text in Markdown may begin with a fragment, too. */
const PAGE =
  /^\ufeff?\s*(?:<\?xml[^<>]*>\s*|<!--[^]{0,4000}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta)\b/i;
const PIECE =
  /^\s*<(?:article|blockquote|div|h[1-6]|main|ol|p|section|span|table|ul)(?:\s[^<>]*)?>[^]*<\/\w+\s?>\s*$/i;
const MARKDOWN = /^ {0,3}(?:#{1,6} |[-*+] |\d{1,3}[.)] |>|```)/m;

/** Whether a text is HTML that was copied as its source: `<html>…`, `<div><h1>Morning</h1></div>`. */
export function isPageSource(text: string): boolean {
  return PAGE.test(text) || (PIECE.test(text) && !MARKDOWN.test(text));
}
