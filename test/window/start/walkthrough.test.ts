import assert from 'node:assert/strict';
import words from '../../../package.nls.json';
import { THEMES } from '../support/themes.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

/** Its steps by id, with their titles. */
const STEPS = {
  open: words['walkthrough.open'],
  keys: words['walkthrough.keys'],
  own: words['walkthrough.own'],
  cite: words['walkthrough.cite'],
};

const TITLE = 'Get Started with Briefing Reader';

type Step = keyof typeof STEPS;

/* It is on VS Code’s welcome page, and in the palette under Welcome: Open Walkthrough. */
describe('The walkthrough', () => {
  let window: Workbench;
  useWindow({ settings: { 'window.commandCenter': false } }, async (opened) => {
    window = opened;
    await window.page.setViewportSize({ width: 1500, height: 800 });
    await window.showSidebar();
    await window.treeItem(/^Welcome to Briefing Reader/).waitFor();
    await openWalkthrough(window);
    await box('open').waitFor();
  });

  const page = () => window.page.locator('.gettingStartedContainer');
  const box = (step: Step) => page().locator(`[data-done-step-id$="#start#${step}"]`).first();

  /** Returns to it from a reader, and gives the steps that are checked off. */
  async function done(): Promise<string[]> {
    const tab = window.page.getByRole('tab', { name: /^Welcome(?! to)/ });
    // A click on the active tab would lead to the list of all walkthroughs.
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await box('open').waitFor();
    const checked: string[] = [];
    for (const step of Object.keys(STEPS) as Step[])
      if ((await box(step).getAttribute('aria-checked')) === 'true') checked.push(step);
    return checked;
  }

  /** Does a step in the reader, and waits until it is checked off. */
  async function doStep(step: Step, action: () => Promise<void>): Promise<void> {
    await action();
    await done();
    await box(step).and(window.page.locator('[aria-checked=true]')).waitFor();
  }

  async function toReader(): Promise<void> {
    await window.page.getByRole('tab', { name: /^Welcome to Briefing Reader/ }).click();
    await window.card.waitFor();
  }

  it('has a step and a picture for each thing to do, none of them done', async () => {
    assert.deepEqual(await done(), []);
    for (const [step, title] of Object.entries(STEPS)) {
      await page().getByText(title, { exact: true }).click();
      await window.reader.locator('svg').waitFor();
      await window.screenshot(`walkthrough-${step}`);
    }
    await page().getByText(STEPS.keys, { exact: true }).click();
    await page().getByRole('button', { name: words['command.openBriefing'] }).waitFor();
  });

  for (const { name, theme, body } of THEMES)
    it(`has pictures in the colors of the theme: ${name}`, async () => {
      await page().getByText(STEPS.open, { exact: true }).click();
      const themed = window.reader.locator(`body.${body}`);
      await window.configure({ 'workbench.colorTheme': theme }, themed);
      const background = await window.reader
        .locator('svg rect')
        .first()
        .evaluate((shape) => getComputedStyle(shape).fill);
      const [, red] = /^rgb\((\d+)/.exec(background) ?? [];
      assert.equal(Number(red) < 128, !name.includes('light'), background);
      await window.screenshot(`walkthrough-${name}`);
    });

  it('checks off opening a briefing, and nothing that follows by itself', async () => {
    await doStep('open', async () => {
      await page().getByRole('button', { name: 'Show Briefings' }).click();
      await window.treeItem(/^Welcome to Briefing Reader/).click();
      await window.card.waitFor();
    });
    assert.deepEqual(await done(), ['open']);
  });

  it('checks off reading when a key is used', async () => {
    await toReader();
    await doStep('keys', async () => {
      await window.card.click();
      await window.page.keyboard.press('j');
      await window.card.getByRole('heading', { name: 'One thing at a time' }).waitFor();
    });
    assert.deepEqual(await done(), ['open', 'keys']);
  });

  it('does not check off what was canceled', async () => {
    await page().getByText(STEPS.own, { exact: true }).click();
    await page().getByRole('button', { name: 'Add Source…' }).click();
    await window.page.locator('.quick-input-widget input').first().waitFor();
    await window.page.keyboard.press('Escape');
    assert.deepEqual(await done(), ['open', 'keys']);
  });

  it('checks off adding a briefing', async () => {
    await window.page.evaluate(() =>
      navigator.clipboard.writeText(
        '# My own\n\n2026-03-09\n\n- **First:** a point.\n- **Second:** another.\n',
      ),
    );
    await doStep('own', async () => {
      await page().getByRole('button', { name: 'New Briefing from Clipboard' }).click();
      await window
        .treeItem(/^My own/)
        .first()
        .waitFor();
    });
    assert.deepEqual(await done(), ['open', 'keys', 'own']);
  });

  it('checks off copying with sources', async () => {
    await doStep('cite', async () => {
      await page().getByText(STEPS.cite, { exact: true }).click();
      await page().getByRole('button', { name: 'Copy with Sources' }).click();
    });
    assert.deepEqual(await done(), Object.keys(STEPS));
    await window.screenshot('walkthrough-done');
    const copied = await window.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^First: a point\./);
  });
});

describe('A walkthrough that is opened late', () => {
  let window: Workbench;
  useWindow({ settings: { 'window.commandCenter': false } }, async (opened) => {
    window = opened;
    await window.showSidebar();
  });

  it('has checked off what was done before', async () => {
    await window.treeItem(/^Welcome to Briefing Reader/).click();
    await window.card.waitFor();
    await window.card.click();
    await window.page.keyboard.press('j');
    await window.card.getByRole('heading', { name: 'One thing at a time' }).waitFor();
    await openWalkthrough(window);
    for (const step of ['open', 'keys'])
      await window.page.locator(`[data-done-step-id$="#start#${step}"][aria-checked=true]`).first().waitFor();
    assert.equal(await window.page.locator('[data-done-step-id*="#start#"][aria-checked=true]').count(), 2);
  });
});

async function openWalkthrough(window: Workbench): Promise<void> {
  await window.answer('Welcome: Open Walkthrough...', async () => {
    const input = window.page.locator('.quick-input-widget input').first();
    await input.fill(TITLE, { timeout: 3000 });
    const row = window.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: TITLE });
    await row.waitFor({ timeout: 3000 });
    await input.press('Enter', { timeout: 3000 });
  });
}
