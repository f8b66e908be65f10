/** A fault that the one at the keyboard can mend: told in plain Dutch lines, without a stack trace, exit code 1. */
export class PlainFault extends Error {
  override readonly name = 'PlainFault';
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}
