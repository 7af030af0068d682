import { type ExitCode } from '../model/errors.ts';
import { type Context } from './context.ts';

/** What every command module in ./commands exports: its body, callable without argv. */
export interface CommandModule {
  run(
    context: Context,
    args: readonly (string | string[])[],
    options: Record<string, unknown>,
  ): Promise<ExitCode | void>;
}
