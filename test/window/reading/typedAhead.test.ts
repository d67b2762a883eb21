import assert from 'node:assert/strict';
import { NEWEST, OLDEST } from '../../support/versions.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';
import { someOf } from '../../support/sample.ts';

/** Each of these is a key of the reader: mark as read, next, open reference, star. */
const TYPED = 'mnos';

/** Commands that ask for more, each with what is then visible. */
const COMMANDS = [
  'Filter by Words…',
  'Search…',
  'Open Briefing…',
  'Open Item…',
  'Copy As…',
  'Export Briefing…',
  'Export Starred…',
  'Print Briefing…',
  'Add Briefing Folder…',
];

const BRIEFING = `# Harbour report

## In brief

- **North quay:** Closed until Thursday. ([notice](https://port.example/14))
- **Tugs:** Two are back. ([a notice](https://port.example/15), [another](https://port.example/16))
- **Crane:** Nobody has said where it is. ([notice](https://port.example/17))
`;

for (const [version, host] of someOf([
  [NEWEST, 'node'],
  [OLDEST, 'web'],
] as const))
  describe(`Keys typed right after a command that asks (${version.version}, ${host})`, () => {
    let window: Workbench;
    const settings = { 'briefings.showBundled': false, 'briefings.markRead': 'manual' };
    useWindow({ files: { 'briefings/harbour.md': BRIEFING }, settings, version, host }, async (opened) => {
      window = opened;
      await window.showSidebar();
      await window.unfold('Harbour report');
      await window.treeItem(/^Crane/).click();
      await heading('Crane').click();
      await press('s');
      await window.treeItem(/^Crane, unread, starred/).waitFor();
      // With keys, because a page that is just opening would take the focus from the palette.
      await press('k');
      await heading('Tugs').waitFor();
      await press('k');
      await heading('North quay').waitFor();
    });
    const press = (key: string) => window.page.keyboard.press(key);
    const heading = (name: string) => window.card.getByRole('heading', { name, exact: true });
    const box = () => window.page.locator('.quick-input-widget');

    /** Chooses a command in the palette, and types on at once. */
    async function typeAhead(command: string): Promise<void> {
      await press('F1');
      await box().locator('input').first().fill(`>${command}`);
      await box().locator('.monaco-list-row.focused', { hasText: command }).first().waitFor();
      await press('Enter');
      await window.page.keyboard.type(TYPED);
    }

    /**
     * Waits until the box of the command has the focus. VS Code closes it again if the page takes the focus
     * late: then there is nothing to wait for.
     */
    async function asked(): Promise<void> {
      const isAsked = () => {
        const input = document.querySelector<HTMLInputElement>('.quick-input-widget input:focus');
        return input !== null && !input.value.startsWith('>');
      };
      await window.page.waitForFunction(isAsked, undefined, { timeout: 5000 }).catch(() => undefined);
    }

    /** Waits long enough for a key to have an effect, and checks that none had. */
    async function nothingActed(): Promise<void> {
      await heading('North quay').click();
      await press('j');
      await heading('Tugs').waitFor();
      await press('k');
      await heading('North quay').waitFor();
      await window.treeItem(/^North quay, unread(?!, starred)/).waitFor();
      await window.treeItem(/^Tugs, unread(?!, starred)/).waitFor();
      await window.treeItem(/^Crane, unread, starred/).waitFor();
      assert.equal(window.context.pages().length, 1, 'no page was opened');
    }

    for (const command of COMMANDS) {
      it(`Briefings: ${command}`, async () => {
        await typeAhead(`Briefings: ${command}`);
        await asked();
        // As long as a person would look at it: nobody types and leaves it at once.
        await window.page.waitForTimeout(500);
        await press('Escape');
        await box().waitFor({ state: 'hidden' });
        await nothingActed();
      });
    }
  });
