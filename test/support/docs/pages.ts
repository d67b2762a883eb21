import { asMarkdown } from './generatedPart.ts';
import { keysPage } from './keysPage.ts';
import { translatedManifest } from './manifest.ts';
import { settingsPage } from './settingsPage.ts';

/** The formatted pages that are generated from the manifest, by file. */
export async function generatedPages(): Promise<ReadonlyMap<string, string>> {
  const manifest = translatedManifest();
  const pages = { 'docs/keys.md': keysPage(manifest), 'docs/settings.md': settingsPage(manifest) };
  const formatted = Object.entries(pages).map(
    async ([file, text]) => [file, await asMarkdown(text)] as const,
  );
  return new Map(await Promise.all(formatted));
}
