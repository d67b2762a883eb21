/** `file:///a/My%20brief.md` -> `My brief.md`. */
export function fileNameOf(uri: string): string {
  const last = uri.replace(/[?#].*$/, '').replace(/^.*\//, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // A `%` that is none of ours: the name as it is written.
  }
}

/** What a file of a folder of briefings is called. */
export function isBriefingName(name: string): boolean {
  return /\.(?:md|markdown|txt|briefing\.json)$/i.test(name);
}
