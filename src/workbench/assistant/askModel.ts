import * as vscode from 'vscode';
import { tidy } from '../../base/tidy.ts';
import { askAgain, askForDraft, type Material, readReply } from '../../language/draft/askForDraft.ts';
import { Reasons } from '../../language/draft/reasons.ts';
import type { WrittenDraft } from '../../language/draft/writeDraft.ts';
import { HumanError, reasonOf } from '../errors.ts';

/** The part of a language model that is used here. */
export type ChatModel = Pick<
  vscode.LanguageModelChat,
  'name' | 'maxInputTokens' | 'countTokens' | 'sendRequest'
>;

/** How long to wait for a model's next piece of text, in ms. */
const TIMEOUT = 120_000;
/**
 * The maximum length of the material, and of a model's reply, in characters. No model reads more, and no reply needs
 * more.
 */
const MAX_TEXT_LENGTH = 1_000_000;
const MAX_REPLY_LENGTH = 400_000;
/** Maximum number of requests: after an unusable reply, the model is told why, once. */
const ATTEMPTS = 2;

/**
 * Has a model turn a text into a briefing. Undefined if the user has cancelled it. Throws a `HumanError` with one
 * sentence if that fails.
 */
export async function draftOf(
  material: Material,
  model: ChatModel,
  token: vscode.CancellationToken,
  patience = TIMEOUT,
): Promise<WrittenDraft | undefined> {
  const { t } = vscode.l10n;
  const tooLong = () =>
    new HumanError(t('The text is too long for {0}. Select a part of it.', tidy(model.name)));
  if (material.text.length > MAX_TEXT_LENGTH) throw tooLong();
  const { prompt, given } = askForDraft(material);
  const messages = [vscode.LanguageModelChatMessage.User(prompt)];
  const conversation = new Conversation(model, token, patience);
  const size = await conversation.sizeOf(prompt);
  if (size !== undefined && size > model.maxInputTokens) throw tooLong();
  let problem = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const reply = await conversation.ask(messages);
    if (reply === undefined) return undefined;
    const reasons = new Reasons();
    const written = readReply(reply, given, reasons);
    if (written) return written;
    problem = reasons.all[0] ?? '';
    messages.push(
      vscode.LanguageModelChatMessage.Assistant(reply),
      vscode.LanguageModelChatMessage.User(askAgain(reasons.all)),
    );
  }
  throw new HumanError(t('{0} did not return a usable briefing. {1}', tidy(model.name), problem));
}

const CANCELLED = Symbol('cancelled');

/** Talks to a model, which may never answer. */
class Conversation {
  readonly #model: ChatModel;
  readonly #token: vscode.CancellationToken;
  readonly #patience: number;

  constructor(model: ChatModel, token: vscode.CancellationToken, patience: number) {
    this.#model = model;
    this.#token = token;
    this.#patience = patience;
  }

  /** Returns the length of a text in the model's tokens; undefined if that is cancelled or unknown. */
  async sizeOf(text: string): Promise<number | undefined> {
    try {
      const size = await this.#inTime(this.#model.countTokens(text, this.#token));
      return size === CANCELLED ? undefined : size;
    } catch {
      // The model itself will refuse a text that is too long.
      return undefined;
    }
  }

  /** Returns the complete reply; undefined if that is cancelled. */
  async ask(messages: vscode.LanguageModelChatMessage[]): Promise<string | undefined> {
    const cancellation = new vscode.CancellationTokenSource();
    const justification = vscode.l10n.t('To generate a briefing from the text in the editor.');
    try {
      const response = await this.#inTime(
        this.#model.sendRequest(messages, { justification }, cancellation.token),
      );
      if (response === CANCELLED) return undefined;
      const pieces = response.text[Symbol.asyncIterator]();
      let reply = '';
      for (;;) {
        const piece = await this.#inTime(pieces.next());
        if (piece === CANCELLED) return undefined;
        if (piece.done === true || reply.length > MAX_REPLY_LENGTH) return reply;
        reply += piece.value;
      }
    } catch (error) {
      if (this.#token.isCancellationRequested || error instanceof vscode.CancellationError) return undefined;
      throw error instanceof HumanError ? error : new HumanError(this.#errorMessage(error));
    } finally {
      cancellation.cancel();
      cancellation.dispose();
    }
  }

  async #inTime<T>(work: PromiseLike<T>): Promise<T | typeof CANCELLED> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let listener: vscode.Disposable | undefined;
    try {
      return await Promise.race([
        work,
        new Promise<typeof CANCELLED>((resolve, reject) => {
          if (this.#token.isCancellationRequested) resolve(CANCELLED);
          listener = this.#token.onCancellationRequested(() => {
            resolve(CANCELLED);
          });
          timer = setTimeout(() => {
            reject(new HumanError(this.#timeoutMessage()));
          }, this.#patience);
        }),
      ]);
    } finally {
      clearTimeout(timer);
      listener?.dispose();
    }
  }

  #timeoutMessage(): string {
    return vscode.l10n.t('{0} did not answer. Try again, or choose another model.', tidy(this.#model.name));
  }

  #errorMessage(error: unknown): string {
    const { t } = vscode.l10n;
    const name = tidy(this.#model.name);
    const code = error instanceof vscode.LanguageModelError ? error.code : '';
    switch (code) {
      case vscode.LanguageModelError.NoPermissions.name:
        return t(
          'Briefing Reader needs your permission to use {0}. Run the command again to allow it.',
          name,
        );
      case vscode.LanguageModelError.NotFound.name:
        return t('{0} is no longer available. Choose another model.', name);
      case vscode.LanguageModelError.Blocked.name:
        return t('{0} refused the text. Choose another model, or select a part of the text.', name);
      default:
        return t('{0} failed: {1}.', name, tidy(reasonOf(error)).slice(0, 200).replace(/\.$/, ''));
    }
  }
}
