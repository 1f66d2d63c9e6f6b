/** Something the person who started the product can do something about: shown as one sentence, without a stack. */
export class StartFailure extends Error {
  override readonly name = "StartFailure";
}
