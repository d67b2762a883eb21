import { escapeHtml } from '../base/escapeHtml.ts';
import type { PageContent } from './content.ts';

/** The dialog that lists the keys; hidden until it is asked for. */
export function helpHtml({ keys, strings }: PageContent): string {
  const rows = keys.map(
    (row) =>
      `<div class="help-row"><dt>${escapeHtml(Object.values(row.titles).join(' / '))}</dt><dd>${row.keys.map((key) => `<kbd>${escapeHtml(key)}</kbd>`).join(' ')}</dd></div>\n`,
  );
  return `<dialog id="help" aria-labelledby="help-title">
<div class="help-head"><h2 id="help-title">${escapeHtml(strings.keys)}</h2><button class="icon-button" data-close title="${escapeHtml(strings.close)}" aria-label="${escapeHtml(strings.close)}"><span class="cross" aria-hidden="true">×</span></button></div>
<dl>
${rows.join('')}</dl>
<p class="help-note">${escapeHtml(strings.keysNote)}</p>
</dialog>
`;
}
