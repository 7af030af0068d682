import { readFileSync } from 'node:fs';
import { TroubleJudge } from './judge.ts';

let judge: TroubleJudge | undefined;

/** The judge with its weights, which lie beside this file and beside the built program. */
export function troubleJudge(): TroubleJudge {
  judge ??= new TroubleJudge(readFileSync(new URL('./trouble-weights.bin', import.meta.url)));
  return judge;
}
