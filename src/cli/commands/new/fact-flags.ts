import { FACT_KEYS, type FactKey } from '../../../model/facts.ts';
import { longFlag, type OptionRow } from '../../options.ts';
import { NEW, type NewOptions } from './options.ts';

const ROWS = Object.entries(NEW.options) as [keyof NewOptions, OptionRow<unknown>][];

/** The option of `new` that sets a fact: `--order` for `orderNo`; undefined where there is none. */
export function factFlag(key: FactKey): string | undefined {
  const row = ROWS.find(([, { fact }]) => fact === key)?.[1];
  return row && longFlag(row.flags);
}

/** The facts that options gave, as typed, in the order of the table of facts. */
export function typedFacts(options: NewOptions): [FactKey, string][] {
  return FACT_KEYS.flatMap((key): [FactKey, string][] => {
    const name = ROWS.find(([, { fact }]) => fact === key)?.[0];
    const value = name && options[name];
    return typeof value === 'string' ? [[key, value]] : [];
  });
}
