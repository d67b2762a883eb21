import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const OTHER = `Harbour report

Key Takeaways
• North quay: Closed until Thursday. [1]
• Tugs: Two are back. [2]

Weather
Fog is expected in the bay.

Sources
[1] https://port.example/14
[2] https://tugs.example/2
`;
const TAKEAWAYS = Array.from({ length: 30 }, (_, at) => `- **Berth ${at + 1}:** A ship came in. [1]\n`).join(
  '',
);
const LONG = `# Quay report\n\n## Key Takeaways\n\n${TAKEAWAYS}\n## References\n\n1. [The port](https://port.example/1)\n`;

/** The text for the placeholders of New Briefing, after the date. */
const TYPED: readonly string[] = [
  ...['Tide report', 'The tide is high.'],
  ...['North', 'It rose.', 'South', 'It fell.', 'West', 'It stayed.'],
  ...['The port', 'https://port.example/1', 'The pilot', 'https://pilot.example/2'],
  ...['The buoy', 'https://buoy.example/3'],
];

describe('Writing a briefing', () => {
  let window: Workbench;
  const files = {
    'briefings/harbour.md': OTHER,
    'briefings/quay.md': LONG,
    'notes.md': '# Notes\n\n- nothing\n',
  };
  const settings = { 'briefings.showBundled': false, 'files.autoSave': 'off' };
  const folder = useWindow({ files, settings }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.treeItem(/^Quay report/).waitFor();
  });
  const press = (key: string) => window.page.keyboard.press(key);
  const editor = () => window.page.locator('.editor-instance .monaco-editor.focused');
  const lines = () => window.page.locator('.editor-instance .view-lines').first();
  /** By its exact label: that of the Markdown preview includes its key. */
  const titleButton = (label: string) =>
    window.page.locator(`.editor-group-container a.action-label[aria-label="${label}"]`);

  async function open(name: string): Promise<void> {
    await window.openFile(name);
    await editor().waitFor();
  }

  /** The whole text of the editor, once it has the focus: before, a key may reach the one just closed. */
  async function textInEditor(): Promise<string> {
    await editor().waitFor();
    await press('Control+a');
    await editor().locator('.selected-text').first().waitFor();
    await press('Control+c');
    return window.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Goes to a line, counted from 1. */
  async function goToLine(line: number): Promise<void> {
    await press('Control+g');
    await window.page.locator('.quick-input-widget input').first().fill(`:${line}`);
    await press('Enter');
    await editor().waitFor();
  }

  afterEach(async () => {
    const dirty = window.page.locator('.editor-group-container .tab.dirty');
    for (let attempt = 0; attempt < 4 && (await dirty.count()) > 0; attempt++) {
      // Autosave is off, and the tab is refreshed now and then.
      await dirty
        .first()
        .click({ timeout: 3000 })
        .catch(() => undefined);
      await window.run('Revert and Close Editor');
    }
    await window.closeEditors();
  });

  it('New Briefing can be used by keys alone: three takeaways, each with its source', async () => {
    await window.run('Briefings: New Briefing');
    await editor().waitFor();
    await lines().filter({ hasText: 'Key Takeaways' }).waitFor();
    for (const words of TYPED) {
      await press('Tab');
      await window.page.keyboard.type(words);
    }
    await press('Tab');
    const text = await textInEditor();
    const { title, date, sections, references, problems } = parseBriefing(text, 'Untitled-1');
    assert.deepEqual(problems, []);
    assert.equal(title, 'Tide report');
    assert.ok(date);
    const said = sections[0]?.takeaways.map((one) => [one.label, one.text, one.references[0]?.url]);
    assert.deepEqual(said, [
      ['North', 'It rose.', 'https://port.example/1'],
      ['South', 'It fell.', 'https://pilot.example/2'],
      ['West', 'It stayed.', 'https://buoy.example/3'],
    ]);
    assert.deepEqual(
      references.map((one) => one.title),
      ['The port', 'The pilot', 'The buoy'],
    );
    // An untitled document has a preview too, and keeps it when it is saved.
    await press('Control+Home');
    await titleButton('Open Briefing Preview to the Side').click();
    await window.card.getByText('The tide is high.').waitFor();
    await window.screenshot('writing-new');
    await press('Control+s');
    const input = window.page.locator('.quick-input-widget input').first();
    const file = path.join(folder.path, 'tides.md');
    // The dialog sets its own default name once it has read the folder.
    for (let seen = 0; seen < 3;) {
      const isThere = (await input.inputValue()) === file;
      seen = isThere ? seen + 1 : 0;
      if (!isThere) await input.fill(file);
      await window.page.waitForTimeout(200);
    }
    await press('Enter');
    await window.activeTab.filter({ hasText: 'tides.md' }).waitFor();
    await window.page.waitForTimeout(1500);
    await window.page.keyboard.press('Control+Home');
    await goToLine(text.split('\n').findIndex((line) => line.includes('South')) + 1);
    await window.card.getByRole('heading', { name: 'South' }).waitFor();
    assert.equal(await window.reader.getByText('The file no longer exists.').count(), 0);
    await press('End');
    await window.page.keyboard.type(' And rose.');
    await window.card.getByText('And rose.').waitFor();
    assert.equal(fs.readFileSync(path.join(folder.path, 'tides.md'), 'utf8'), text);
  });

  it('a preview follows the cursor, and the editor the preview; it marks nothing as read', async () => {
    await open('quay.md');
    await goToLine(7);
    await titleButton('Open Briefing Preview to the Side').click();
    await window.card.getByRole('heading', { name: 'Berth 3', exact: true }).waitFor();
    await editor().waitFor();
    await press('ArrowDown');
    await window.card.getByRole('heading', { name: 'Berth 4', exact: true }).waitFor();
    await window.page.keyboard.type('x');
    await press('Backspace');
    // In view for long enough to be read by a person.
    await window.page.waitForTimeout(2500);
    await window.screenshot('writing-preview');
    // The preview of the test before may have become the active editor when its file was closed, and so was read.
    const keys = new Set(itemsIn(parseBriefing(LONG, 'quay.md')).map(({ key }) => key));
    assert.equal(keys.size, 30);
    const read = window.writtenMarks().filter(({ kind, key }) => kind === 'read' && keys.has(key));
    assert.deepEqual(read, []);
    await window.card.getByRole('heading', { name: 'Berth 4', exact: true }).click();
    for (let i = 0; i < 26; i++) await press('j');
    await window.card.getByRole('heading', { name: 'Berth 30', exact: true }).waitFor();
    await window.page
      .locator('.editor-instance .view-line', { hasText: 'Berth 30:' })
      .filter({ visible: true })
      .waitFor();
    await window.reader.locator('.card.current:focus').waitFor();
    await window.screenshot('writing-preview-revealed');
    // The visible range of the editor does not scroll the preview.
    await window.page.waitForTimeout(700);
    await window.card.getByRole('heading', { name: 'Berth 30', exact: true }).waitFor();
  });

  it('only a briefing’s editor has the button', async () => {
    await open('notes.md');
    await window.page.waitForTimeout(500);
    assert.equal(await titleButton('Open Briefing Preview to the Side').count(), 0);
    await open('quay.md');
    await window.page.waitForTimeout(500);
    await window.screenshot('writing-buttons');
    assert.equal(await titleButton('Open Briefing Preview to the Side').count(), 1);
  });

  it('Convert to Briefing Markdown: compared, applied, undone', async () => {
    await open('harbour.md');
    await window.run('Briefings: Convert to Briefing Markdown');
    await window.activeTab.filter({ hasText: 'harbour.md ↔ Briefing Markdown' }).waitFor();
    const right = window.page.locator('.monaco-diff-editor .modified .view-lines');
    await right.getByText('- **North quay:**').waitFor();
    await window.screenshot('writing-convert');
    await titleButton('Apply Conversion').click();
    await window.activeTab.filter({ hasText: 'harbour.md' }).and(window.page.locator('.dirty')).waitFor();
    await lines().filter({ hasText: '**Tugs:**' }).waitFor();
    assert.equal(await window.page.locator('.monaco-diff-editor').count(), 0);
    const text = await textInEditor();
    assert.match(text, /^# Harbour report\n[^]*^- \*\*Tugs:\*\* Two are back\. \[2\]$/m);
    await press('Control+z');
    assert.equal(await textInEditor(), OTHER);
    assert.equal(fs.readFileSync(path.join(folder.path, 'briefings', 'harbour.md'), 'utf8'), OTHER);
  });
});
