import { unlinkSync } from 'node:fs';
import { contentChunks, storeContent } from '../../casefile/contents.ts';
import { addExhibit, getExhibit, withdrawExhibit } from '../../casefile/exhibits.ts';
import { addReading, newestReadings } from '../../casefile/readings.ts';
import type { Order } from '../../agreement/reconcile.ts';
import type { Moment } from '../../model/moment.ts';
import { reconcileFacts } from '../intake/reconcile-facts.ts';
import type { World } from '../files/home-folder.ts';
import { forgetCase } from './home.ts';
import { completeNewCase, openNewCase } from './new-case.ts';
import type { OpenCase } from './open-case.ts';

export type { Order } from '../../agreement/reconcile.ts';

/**
 * Gives the exhibits of one order a case of their own: copied there with what was read off them, and withdrawn here.
 * @returns the new case, open
 * @throws KamengError of openNewCase
 */
export async function splitOrder(world: World, now: () => Moment, file: OpenCase, order: Order): Promise<OpenCase> {
  const from = [order.merchant, order.orderNo].filter(Boolean).join('-') || '另一笔订单';
  const other = openNewCase(world, now, { facts: new Map(), from });
  const readings = newestReadings(file);
  await other.writeAsync(async () => {
    for (const no of order.exhibits) {
      const { contentId, ...exhibit } = getExhibit(file, no);
      const chunks = contentChunks(file, contentId);
      const content = await storeContent(other, async () => chunks.next().value ?? new Uint8Array());
      const copy = addExhibit(other, {
        contentId: content.id,
        file: exhibit.file,
        mediaType: exhibit.mediaType,
        category: exhibit.category,
        kind: exhibit.kind,
        labelledBy: exhibit.labelledBy,
        confidence: exhibit.confidence,
        ...(exhibit.note === undefined ? {} : { note: exhibit.note }),
        ...(exhibit.fileModifiedAt === undefined ? {} : { fileModifiedAt: exhibit.fileModifiedAt }),
      });
      const reading = readings.get(no)?.reading;
      if (reading) addReading(other, copy, reading);
    }
  });
  reconcileFacts(other);
  completeNewCase(world, other, undefined);
  for (const no of order.exhibits) withdrawExhibit(file, no, `另一笔订单的，已放进案卷：${from}`);
  reconcileFacts(file);
  return other;
}

/** Takes back a case that was made a moment ago and holds nothing that is not elsewhere. */
export function discardNewCase(world: World, file: OpenCase): void {
  const { path } = file;
  file.close();
  unlinkSync(path);
  forgetCase(world, path);
}
