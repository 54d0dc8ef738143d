/** One command of the command line: a file of its own, listed in `commands.ts`. */
export type Command = {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly usage: string;
  /** Does the work with the arguments after the command's name; the number is the exit code. */
  readonly run: (args: readonly string[]) => Promise<number>;
};
