import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

/** VS Code would show an icon for the first, and run a command for the second. */
const ICON = '$(verified)';
const LINK = '[Quit](command:workbench.action.quit)';
const NAME = `${ICON} ${LINK}`;

function briefing(title: string): string {
  return `---
title: "${ICON} ${title} ${LINK}"
date: 2026-03-02
---

## Key Takeaways

- **${ICON} Quokkas:** Marsupials ${ICON} of Rottnest smile broadly, says ${title}. ([${ICON} Report](https://report.example/$(verified)), [${ICON} Second](https://second.example/))

## ${ICON} Section

Prose of it.

## Sources

- ${ICON} A book
`;
}

/* The text of a briefing stays text wherever VS Code shows it, also where it gives some characters a meaning. */
describe('The text of a briefing', () => {
  let window: Workbench;
  const files = {
    [`briefings/${NAME}.md`]: briefing('Official'),
    'briefings/other.md': briefing('Other'),
    [`files/${NAME}.md`]: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
  };
  useWindow({ files, settings: { 'briefings.showBundled': false } }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.row(/Official/).waitFor();
  });

  /** Checks that the words are shown as they are, without an icon or link. */
  async function isText(shown: Locator): Promise<void> {
    await shown.filter({ hasText: ICON }).first().waitFor();
    assert.equal(await window.page.locator('.codicon-verified').count(), 0, 'an icon');
    assert.equal(
      await window.page.locator('a[href*="command:"], a[data-href*="command:"]').count(),
      0,
      'a link',
    );
  }

  const rows = () => window.page.locator('.quick-input-widget .monaco-list-row');
  const close = () => window.page.keyboard.press('Escape');

  it('is text in the sidebar, and in its tooltips', async () => {
    await window.unfold(/Official/);
    await isText(window.row(/Quokkas/));
    await window
      .row(/Section/)
      .first()
      .waitFor();
    await window.page.mouse.move(640, 4);
    await window.treeItem(/Official/).hover();
    const tooltip = window.page.locator('.workbench-hover', { hasText: 'Official' });
    await isText(tooltip);
    assert.match(await tooltip.innerText(), /\[Quit\]\(command:workbench\.action\.quit\)/);
  });

  for (const [command, words] of [
    ['Open Briefing…', 'Official'],
    ['Open Item…', 'quokkas'],
    ['Search…', 'official'],
    ['Search…', 'quokkas'],
  ] as const)
    it(`is text in the rows of ${command} for “${words}”`, async () => {
      await window.run(`Briefings: ${command}`, true);
      await window.page.locator('.quick-input-widget input').first().fill(words);
      await isText(rows().filter({ hasText: new RegExp(words, 'i') }));
      await close();
    });

  it('is text where references and their actions are chosen', async () => {
    await window
      .row(/Quokkas/)
      .first()
      .click();
    await window.card.getByRole('heading', { name: 'Quokkas' }).waitFor();
    await window.run('Briefings: Copy Reference Link', true);
    await isText(rows().filter({ hasText: 'Report' }));
    await close();
    await window.answer('Briefings: Show Briefings Citing This Source', () =>
      rows().filter({ hasText: 'Report' }).click({ timeout: 5000 }),
    );
    await isText(rows().filter({ hasText: 'Other' }));
    await close();
    await window.run('Briefings: Show Related', true);
    await isText(rows().filter({ hasText: 'Other' }));
    await close();
  });

  it('has no link in a notification', async () => {
    await window.closeEditors();
    await window.run('View: Show Explorer');
    await window.treeItem(/^files$/).click();
    await window.chooseFor(window.treeItem(/^\$\(verified\)/).last(), 'Read as Briefing');
    await window.run('Notifications: Show Notifications', true);
    const said = window.page.locator('.notification-list-item-message', { hasText: 'The file is binary' });
    await isText(said);
    assert.equal(await said.locator('a').count(), 0);
  });
});
