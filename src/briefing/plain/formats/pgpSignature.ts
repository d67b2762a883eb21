const SIGNED = '-----BEGIN PGP SIGNED MESSAGE-----';
const SIGNATURE = /^-----BEGIN PGP SIGNATURE-----\s*$/;
const SIGNATURE_END = /^-----END PGP SIGNATURE-----\s*$/;
/** A header of a PGP signature; any other such line belongs to the text. */
const SIGNED_HEAD = /^(?:Hash|Charset|Comment|Version|NotDashEscaped): /;
/** The escape before a line of a signed text that begins with a dash. */
const ESCAPED = /^- (?=-)/;

/** Returns a text that PGP has signed as it was before, with blank lines for the signature. */
export function withoutSignature(lines: readonly string[]): readonly string[] {
  // Between fences, it is an example to be copied.
  const from = lines.findIndex(
    (line, i) => line.startsWith(SIGNED) && !/^\s*(?:```|~~~)/.test(lines[i - 1] ?? ''),
  );
  const sign = from < 0 ? -1 : lines.findIndex((line, i) => i > from && SIGNATURE.test(line));
  const end = sign < 0 ? -1 : lines.findIndex((line, i) => i > sign && SIGNATURE_END.test(line));
  if (end < 0) return lines;
  let body = from + 1;
  while (SIGNED_HEAD.test(lines[body] ?? '')) body++;
  return lines.map((line, i) => {
    if (i < from || i > end) return line;
    return i < body || i >= sign ? '' : line.replace(ESCAPED, '');
  });
}
