/** Something that a person can act on. Its message is shown as it is: a whole sentence, in their language. */
export class HumanError extends Error {
  override readonly name = 'HumanError';
}
