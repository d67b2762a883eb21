import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { mailbox, NEWSLETTER, PAGE, plainMail } from '../../workbench/support/letters.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

describe('A newsletter that comes by mail', () => {
  let window: Workbench;
  const files = { 'briefings/ferries.html': PAGE, 'notes/week.mbox': mailbox([1, 2, 3].map(plainMail)) };
  const settings = { 'briefings.showBundled': false, 'workbench.startupEditor': 'none' };
  const folder = useWindow({ files, settings }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.treeItem(/^Ferries stop/).waitFor();
  });

  /** Drops a file as from the window of another program. */
  async function drop(name: string, content: string): Promise<void> {
    await window.page.evaluate(
      ({ fileName, text }) => {
        const list = document.querySelector('.sidebar .pane-body .monaco-list-rows');
        const { left, top, height } = list?.getBoundingClientRect() ?? new DOMRect();
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], fileName));
        const at = { clientX: left + 80, clientY: top + height - 4, bubbles: true, cancelable: true };
        const target = document.elementFromPoint(at.clientX, at.clientY);
        for (const kind of ['dragenter', 'dragover', 'drop'])
          target?.dispatchEvent(new DragEvent(kind, { ...at, dataTransfer }));
      },
      { fileName: name, text: content },
    );
  }

  it('is dropped on the sidebar, and read with its takeaways and their sources', async () => {
    await drop('letter.eml', NEWSLETTER);
    const title = /^Harbour letter: the ferry – and a crane/;
    await window.page.locator('.statusbar').getByText('1 briefing copied to the inbox.').waitFor();
    await window.unfold(title);
    await window.treeItem(/^Night ferry/).click();
    await window.card.getByRole('heading', { name: 'Night ferry' }).waitFor();
    await window.card.getByText('It stops on Monday').waitFor();
    const link = window.card.getByRole('link', { name: /port’s notice/ }).first();
    assert.equal(await link.getAttribute('href'), 'https://port.example/notices/14');
    await window.screenshot('mail');
    for (const label of ['Crane', 'Fog']) {
      await window.page.keyboard.press('j');
      await window.card.getByRole('heading', { name: label }).waitFor();
    }
    await window.page.keyboard.press('f');
    await window.reader.locator('.whole').getByText('The council meets on Tuesday.').waitFor();
    const sender = await window.reader.locator('.whole .meta .sender').innerText();
    assert.match(NEWSLETTER, new RegExp(`^From: "?${sender}`, 'm'));
    await window.screenshot('mail-whole');
    await window.page.keyboard.press('f');
    for (const label of ['Fog', 'Crane', 'Night ferry']) {
      await window.card.getByRole('heading', { name: label }).waitFor();
      await window.page.keyboard.press('k');
    }
    await window.card.locator('.eyebrow', { hasText: sender }).waitFor();
    assert.equal(await window.reader.getByText(/unsubscribe/i).count(), 0);
  });

  it('is opened where it is when it is dropped again', async () => {
    await window.closeEditors();
    await drop('the same.eml', NEWSLETTER);
    await window.activeTab.getByText('Harbour letter').waitFor();
    assert.equal(await window.row(/^Harbour letter/).count(), 1);
  });

  it('can be one of many in a mailbox, which is read from the explorer’s menu', async () => {
    await window.run('View: Show Explorer');
    await window.treeItem(/^notes$/).click();
    await window.chooseFor(window.treeItem(/^week\.mbox$/), 'Read as Briefing');
    await window.page
      .locator('.statusbar')
      .getByText('3 briefings from “week.mbox” are in the inbox.')
      .waitFor();
    await window.card.getByText('closed until Thursday').waitFor();
    await window.showSidebar();
    for (const number of [1, 2, 3]) await window.treeItem(new RegExp(`^Note ${number}`)).waitFor();
  });

  it('requests nothing from any other machine, and its file is unchanged', () => {
    assert.deepEqual(window.requests, []);
    for (const [name, text] of Object.entries(files))
      assert.equal(fs.readFileSync(path.join(folder.path, name), 'utf8'), text);
  });
});
