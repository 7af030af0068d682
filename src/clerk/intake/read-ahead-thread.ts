/** The thread that reads files ahead of the one that writes them into a case. Started by `read-ahead.ts` alone. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { readFiles, SLAB_BYTES } from './file-reader.ts';
import type { FromThread, ToThread } from './read-ahead.ts';

type Slab = Uint8Array<ArrayBuffer>;

async function serve(port: MessagePort, { files, slabs }: ToThread): Promise<void> {
  const free: Slab[] = Array.from({ length: slabs }, () => new Uint8Array(SLAB_BYTES));
  let wake: ((slab: Slab) => void) | undefined;
  port.on('message', (slab: Slab) => {
    if (wake) wake(slab);
    else free.push(slab);
    wake = undefined;
  });
  const nextSlab = (): Slab | Promise<Slab> => free.pop() ?? new Promise((resolve) => void (wake = resolve));
  const say = (message: FromThread, ...given: ArrayBuffer[]): void => port.postMessage(message, given);
  for await (const batch of readFiles(files, nextSlab)) say(batch, batch.slab.buffer);
  say('end');
  // An open port would keep the thread alive.
  port.close();
}

void serve(parentPort!, workerData as ToThread);
