/** Exit codes of the program; the contract for scripts. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  gaps: 3,
  damage: 4,
  bug: 70,
  cancelled: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * A failure that was foreseen. It carries everything the edge needs to say it:
 * `code` for scripts (stable, UPPER_SNAKE), `message` in Chinese, `hints` with
 * how to go on (Chinese, one sentence each), and the exit code.
 */
export class KamengError extends Error {
  readonly code: string;
  readonly hints: readonly string[];
  readonly exitCode: ExitCode;
  /** What it is about, for who can mend it: the keys of facts that are missing. */
  readonly about: readonly string[];

  constructor(
    code: string,
    message: string,
    options: { hints?: readonly string[]; exitCode?: ExitCode; cause?: unknown; about?: readonly string[] } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'KamengError';
    this.code = code;
    this.hints = options.hints ?? [];
    this.exitCode = options.exitCode ?? EXIT.failed;
    this.about = options.about ?? [];
  }
}

/** Wrong words on the command line: exit code 2. */
export function usageError(code: string, message: string, ...hints: string[]): KamengError {
  return new KamengError(code, message, { hints, exitCode: EXIT.usage });
}

/** The user pressed Ctrl-C or closed the input: exit code 130. */
export class Cancelled extends KamengError {
  constructor(message = '已取消', hints: readonly string[] = []) {
    super('CANCELLED', message, { exitCode: EXIT.cancelled, hints });
    this.name = 'Cancelled';
  }
}
