/** The variables of VS Code's snippets. */
const VARIABLES = [
  ...['TM_SELECTED_TEXT', 'TM_CURRENT_LINE', 'TM_CURRENT_WORD', 'TM_LINE_INDEX', 'TM_LINE_NUMBER'],
  ...['TM_FILENAME', 'TM_FILENAME_BASE', 'TM_DIRECTORY', 'TM_DIRECTORY_BASE', 'TM_FILEPATH'],
  ...[
    'RELATIVE_FILEPATH',
    'CLIPBOARD',
    'WORKSPACE_NAME',
    'WORKSPACE_FOLDER',
    'CURSOR_INDEX',
    'CURSOR_NUMBER',
  ],
  ...[
    'CURRENT_YEAR',
    'CURRENT_YEAR_SHORT',
    'CURRENT_MONTH',
    'CURRENT_MONTH_NAME',
    'CURRENT_MONTH_NAME_SHORT',
  ],
  ...['CURRENT_DATE', 'CURRENT_DAY_NAME', 'CURRENT_DAY_NAME_SHORT', 'CURRENT_HOUR', 'CURRENT_MINUTE'],
  ...['CURRENT_SECOND', 'CURRENT_SECONDS_UNIX', 'CURRENT_TIMEZONE_OFFSET', 'RANDOM', 'RANDOM_HEX', 'UUID'],
  ...['BLOCK_COMMENT_START', 'BLOCK_COMMENT_END', 'LINE_COMMENT'],
].join('|');

/** The characters after a `$` that has a meaning: `1`, `{1:Title}`, `CURRENT_YEAR`, `{CURRENT_YEAR}`. */
const PLACE = `(?:\\d+|(?:${VARIABLES})(?!\\w)|\\{(?:\\d+|(?:${VARIABLES}))[:|/}])`;
/** After a backslash, a `$` is literal. */
const MARKED = new RegExp(`\\\\[^]|\\$${PLACE}`, 'g');
const OTHER = new RegExp(`(\\\\[^])|\\$(?!${PLACE})`, 'g');

/**
 * Returns a text as a VS Code snippet if it has placeholders or variables; undefined if it is only text. Any other `$`
 * is escaped: VS Code would make a placeholder of `$USD`.
 */
export function snippetIn(text: string): string | undefined {
  const isSnippet = text.match(MARKED)?.some((one) => one.startsWith('$')) ?? false;
  return isSnippet ? text.replace(OTHER, (_, escaped: string | undefined) => escaped ?? '\\$') : undefined;
}
