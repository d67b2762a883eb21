import { withoutSignature } from './pgpSignature.ts';
import { withoutComment, withoutDirectives, withoutFields } from './restructuredText.ts';
import { withoutImports } from './siteMarks.ts';
import { isBlank } from '../../text/sourceText.ts';

/** The start of an element that a page does not show, or that holds a language model's thoughts before its answer. */
const OPEN = /^\s{0,3}<(script|style|think|thinking)(?:\s[^<>]{0,400})?>/i;

/** A declaration before a page: `<?xml version="1.0"?>`, `<!DOCTYPE html>`. */
const DECLARATION = /^\s{0,3}<(?:\?xml|!doctype)\s[^<>]{0,400}>\s*$/i;

/**
 * Blanks the lines of scripts, styles and thoughts that begin a line and are closed, of declarations before a page, of a
 * comment at the start, of what MDX imports there, and of a PGP signature; and what is said to Emacs.
 */
export function withoutHidden(written: readonly string[]): readonly string[] {
  const lines = withoutImports(
    withoutFields(withoutDirectives(withoutComment(withoutSignature(withoutMode(written))))),
  );
  const first = lines.findIndex((line) => !isBlank(line) && !DECLARATION.test(line));
  const isDeclared = lines.slice(0, Math.max(first, 0)).some((line) => line !== '');
  if (!isDeclared && !lines.some((line) => OPEN.test(line))) return lines;
  const shown = [...lines];
  if (isDeclared) shown.fill('', 0, first);
  for (let i = 0; i < lines.length; i++) {
    const [, name] = OPEN.exec(lines[i] ?? '') ?? [];
    if (name === undefined) continue;
    const close = new RegExp(`</${name}\\s*>\\s*$`, 'i');
    let end = i;
    while (end < lines.length && !close.test(lines[end] ?? '')) end++;
    // If it is never closed, it would hide all that follows.
    if (end === lines.length) break;
    shown.fill('', i, end + 1);
    i = end;
  }
  return shown;
}

/** What tells Emacs how to show a file, on one of its first two lines: `-*- text -*-`, `-*- mode: org; coding: utf-8 -*-`. */
const MODE =
  /[\s;]{0,40}-\*-\s*(?:[a-z][a-z-]{0,20}|(?:[a-z][\w-]{0,30}:\s*[^\s;*]{1,40}[;\s]*){1,8})\s*-\*-\s*$/;

function withoutMode(lines: readonly string[]): readonly string[] {
  const at = lines.slice(0, 2).findIndex((line) => line.includes('-*-') && MODE.test(line));
  return at < 0 ? lines : lines.map((line, i) => (i === at ? line.replace(MODE, '') : line));
}
