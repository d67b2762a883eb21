import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type ChatModel, draftOf } from '../../../src/workbench/assistant/askModel.ts';
import {
  chooseModel,
  makeBriefing,
  materialIn,
} from '../../../src/workbench/commands/authoring/generateBriefing.ts';
import type { CommandContext } from '../../../src/workbench/commands/commandContext.ts';
import { HumanError } from '../../../src/workbench/errors.ts';
import { briefingOf, FERRY, MARKDOWN } from '../support/ferryBriefing.ts';
import { closeAll, file, openDraft, parts, until } from '../support/parts.ts';

/** A model with given answers, which it sends in pieces. Records its requests. */
class FakeModel implements ChatModel {
  readonly name = 'Example Model';
  readonly maxInputTokens: number = 10_000;
  readonly asked: string[][] = [];
  cancelled = false;
  readonly #answers: readonly (string | Error | undefined)[];

  constructor(...answers: readonly (string | Error | undefined)[]) {
    this.#answers = answers;
  }

  countTokens(text: string | vscode.LanguageModelChatMessage): Promise<number> {
    return Promise.resolve(typeof text === 'string' ? text.length / 4 : 0);
  }

  sendRequest(
    messages: vscode.LanguageModelChatMessage[],
    _options?: vscode.LanguageModelChatRequestOptions,
    token?: vscode.CancellationToken,
  ): Promise<vscode.LanguageModelChatResponse> {
    token?.onCancellationRequested(() => (this.cancelled = true));
    const answer = this.#answers[this.asked.length];
    this.asked.push(
      messages.map(({ content }) =>
        content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join(''),
      ),
    );
    if (answer instanceof Error) return Promise.reject(answer);
    const text = answer;
    async function* pieces() {
      if (text === undefined) await new Promise(() => undefined);
      for (const piece of text?.match(/[^]{1,7000}/g) ?? []) yield await Promise.resolve(piece);
    }
    return Promise.resolve({ text: pieces(), stream: pieces() });
  }
}

describe('Generate Briefing from Editor', () => {
  const material = {
    fileName: 'mail.txt',
    text: 'The last ferry leaves at nine: https://ferry.example/times',
  };
  const good = JSON.stringify(briefingOf(FERRY));
  const { token } = new vscode.CancellationTokenSource();

  before(parts);

  async function sentenceOf(model: ChatModel, patience?: number, of = material): Promise<string> {
    try {
      await draftOf(of, model, token, patience);
    } catch (error) {
      assert.ok(error instanceof HumanError, String(error));
      assert.match(error.message, /^[^\n]{10,400}\.$/);
      return error.message;
    }
    return '';
  }

  it('writes what the model makes of the text', async () => {
    const model = new FakeModel(`\`\`\`json\n${good}\n\`\`\``);
    assert.equal((await draftOf(material, model, token))?.markdown, MARKDOWN);
    assert.ok(model.asked[0]?.[0]?.endsWith(JSON.stringify(material.text)));
  });

  it('tells the model once what is wrong with its answer', async () => {
    const made = good.replaceAll('ferry.example/times', 'ferry.example/made-up');
    const model = new FakeModel(made, good);
    assert.equal((await draftOf(material, model, token))?.markdown, MARKDOWN);
    const [question, answer, again] = model.asked[1] ?? [];
    assert.equal(question, model.asked[0]?.[0]);
    assert.equal(answer, made);
    assert.match(again ?? '', /“Ferry” cites “https:\/\/ferry\.example\/made-up”, which is not among/);
  });

  it('shows one message if no answer is valid', async () => {
    const made = good.replaceAll('ferry.example/times', 'ferry.example/made-up');
    const model = new FakeModel(made, made, good);
    assert.match(
      await sentenceOf(model),
      /^Example Model did not return a usable briefing\. The story “Ferry” cites “https:\/\/ferry\.example\/made-up”/,
    );
    assert.equal(model.asked.length, 2);
    for (const nonsense of ['', 'No.', '<html>{}</html>', '{'.repeat(1_000_000), '{"title": 3}'])
      assert.match(
        await sentenceOf(new FakeModel(nonsense, nonsense)),
        /^Example Model did not return a usable briefing/,
      );
  });

  it('shows one message if the model is silent, and stops asking', async () => {
    const model = new FakeModel();
    assert.match(await sentenceOf(model, 50), /^Example Model did not answer\. Try again/);
    assert.ok(model.cancelled);
  });

  it('shows one message if the model is not allowed, gone, refuses or fails', async () => {
    const { LanguageModelError } = vscode;
    for (const [error, says] of [
      [LanguageModelError.NoPermissions('no'), /needs your permission to use/],
      [LanguageModelError.NotFound('no'), /is no longer available/],
      [LanguageModelError.Blocked('no'), /refused the text/],
      [new Error('Too many requests\nat a'), /^Example Model failed: Too many requests\.$/],
    ] as const)
      assert.match(await sentenceOf(new FakeModel(error)), says);
  });

  it('shows one message if the text is too long', async () => {
    const long = { ...material, text: 'word '.repeat(20_000) };
    const model = new FakeModel(good);
    assert.match(await sentenceOf(model, undefined, long), /too long for Example Model\. Select a part/);
    const far = { ...material, text: 'word '.repeat(300_000) };
    assert.match(await sentenceOf(model, undefined, far), /too long for Example Model/);
    assert.deepEqual(model.asked, []);
  });

  it('shows no message if the person has canceled', async () => {
    const cancellation = new vscode.CancellationTokenSource();
    const model = new FakeModel();
    const made = draftOf(material, model, cancellation.token);
    await until('the question', () => model.asked.length > 0);
    cancellation.cancel();
    assert.equal(await made, undefined);
    assert.ok(model.cancelled);
    assert.equal(await draftOf(material, new FakeModel(good), cancellation.token), undefined);
  });

  it('uses the selection, or else the whole text', async () => {
    await closeAll();
    assert.throws(() => materialIn(undefined), /Open the text in an editor first/);
    const editor = await vscode.window.showTextDocument(file('letter.md'));
    const all = materialIn(editor);
    assert.deepEqual(all, { text: editor.document.getText(), fileName: 'letter.md' });
    editor.selection = new vscode.Selection(0, 0, 0, 3);
    assert.equal(materialIn(editor).text, all.text.slice(0, 3));
    await closeAll();
    // With a unique name: see openDraft.
    const { document: blank } = await openDraft(' \n');
    assert.throws(
      () => materialIn({ document: blank, selection: editor.selection } as vscode.TextEditor),
      /no text/,
    );
    await closeAll();
  });

  it('uses the only model without asking, and says so if there is none', async () => {
    const model = { name: 'A', vendor: 'b', family: 'c' };
    assert.equal(await chooseModel([model]), model);
    await assert.rejects(chooseModel([]), /No language model is available/);
  });

  it('says that it is off if AI features are', async () => {
    const setting = 'chat.disableAIFeatures';
    const configuration = vscode.workspace.getConfiguration();
    if (configuration.inspect(setting)?.defaultValue === undefined) return;
    await configuration.update(setting, true, vscode.ConfigurationTarget.Global);
    try {
      await assert.rejects(
        async () => makeBriefing({} as CommandContext, undefined),
        /AI features are turned off/,
      );
    } finally {
      await configuration.update(setting, undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
