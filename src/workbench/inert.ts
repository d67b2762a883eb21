/*
 * A briefing's words where VS Code gives some characters a meaning of their own. Elsewhere (tree items, tooltips that are
 * strings, the title of a panel, the separators of a quick pick) it shows text as text.
 */

/** For a quick pick, which would draw an icon: `$(verified)`. */
export function withoutIcons(text: string): string {
  return text.replace(/\$\([a-z\d~-]+\)/gi, '\\$&');
}

/** For a notification, which would make a link that runs a command: `[Report](command:workbench.action.quit)`. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
