import { readFileSync } from 'node:fs';
import { Judge } from '../../words/judge.ts';
import { type Said, TROUBLE_HEARING } from './judge.ts';

let judge: Judge<Said> | undefined;

/** The judge with its weights, which lie beside this file and beside the built program. */
export function troubleJudge(): Judge<Said> {
  judge ??= new Judge(TROUBLE_HEARING, readFileSync(new URL('./trouble-weights.bin', import.meta.url)));
  return judge;
}
