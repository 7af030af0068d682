import { readFileSync } from 'node:fs';
import { PartsModel } from './model.ts';

let model: PartsModel | undefined;

/** The model with its weights, which lie beside this file and beside the built program. */
export function partsModel(): PartsModel {
  model ??= new PartsModel(readFileSync(new URL('./parts-weights.bin', import.meta.url)));
  return model;
}
