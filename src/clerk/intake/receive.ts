import { rmSync, statSync, utimesSync } from 'node:fs';
import { epochOf } from '../../model/moment.ts';
import { KamengError } from '../../model/errors.ts';
import { startReceiving, type ReceivedFile, type ReceiveEnd, type ReceiveEvent } from '../../receive/server.ts';
import type { OpenCase } from '../cases/open-case.ts';
import { makeOwnFolder } from '../files/own-folder.ts';
import { readAll, type ReadAllOptions, type TakenIn } from './take-in-paths.ts';
import { nothingTaken, type TakeIn } from './number-content.ts';
import { takeInFiles } from './take-in.ts';

export { localAddresses, type LocalAddress } from '../../receive/addresses.ts';
export type { ReceiveEvent } from '../../receive/server.ts';

/** A file that came from the phone and is in the case. */
export interface FromPhone {
  file: string;
  exhibit: number;
  sha256: string;
  bytes: number;
  /** Its bytes were in the case already. */
  duplicate: boolean;
}

export interface Received extends TakenIn {
  ended: ReceiveEnd;
  received: FromPhone[];
}

export interface ReceiveRequest {
  /** The one address that is listened on. */
  address: string;
  port?: number;
  signal: AbortSignal;
  /** Where the phone goes, and the digits to type there. */
  onOpen(at: { url: string; code: string }): void;
  onEvent?(event: ReceiveEvent): void;
  onFile?(file: FromPhone): void;
  /** A file arrived and could not be taken in. */
  onTrouble?(name: string, error: KamengError): void;
  /** How what came is read after closing; left out, it is not. */
  reading?: ReadAllOptions | undefined;
}

/**
 * Listens for one phone, takes each file into the case as it comes, closes, and reads what came.
 * @throws KamengError RECEIVE_PORT; of the reading
 */
export async function receiveInto(file: OpenCase, request: ReceiveRequest): Promise<Received> {
  const folder = makeOwnFolder('receive');
  const all: TakeIn & { received: FromPhone[] } = { ...nothingTaken(), received: [] };
  // One after the other, whatever a phone does at once: the case has one writer.
  let last: Promise<void> = Promise.resolve();
  const receive = (came: ReceivedFile): Promise<void> => {
    const work = last.then(() => keep(file, came, all, request));
    last = work.catch(() => undefined);
    return work;
  };
  try {
    const { address, port, signal, onEvent } = request;
    const receiving = await startReceiving({
      address,
      folder: folder.path,
      receive,
      ...(port === undefined ? {} : { port }),
      ...(onEvent ? { tell: (event) => onEvent(event) } : {}),
    });
    const close = (): void => void receiving.close();
    signal.addEventListener('abort', close, { once: true });
    if (signal.aborted) close();
    request.onOpen({ url: receiving.url, code: receiving.code });
    const ended = await receiving.ended;
    signal.removeEventListener('abort', close);
    const read = request.reading && all.added.length > 0 && !signal.aborted;
    return {
      ...all,
      ended,
      ...(read ? { reconciliation: await readAll(file, { ...request.reading, mediaTypes: all.mediaTypes }) } : {}),
    };
  } finally {
    folder.remove();
  }
}

/** One file into the case, under the name and with the time that the phone gave. */
async function keep(
  file: OpenCase,
  came: ReceivedFile,
  all: TakeIn & { received: FromPhone[] },
  { onFile, onTrouble }: ReceiveRequest,
): Promise<void> {
  const name = nameOf(came.name);
  try {
    const seconds = phoneSeconds(file, came.modifiedAt);
    if (seconds !== undefined) utimesSync(came.path, seconds, seconds);
    const { size, mtimeMs } = statSync(came.path);
    const found = { path: came.path, name, bytes: size, modifiedMs: mtimeMs };
    const taken = await takeInFiles(file, [found], { timeUnknown: seconds === undefined });
    const refused = taken.refused[0];
    if (refused) throw new KamengError('FILES_REFUSED', refused.why);
    all.added.push(...taken.added);
    all.duplicates.push(...taken.duplicates);
    for (const [no, mediaType] of taken.mediaTypes) all.mediaTypes.set(no, mediaType);
    const duplicate = taken.duplicates[0]?.exhibit;
    const one: FromPhone = {
      file: name,
      exhibit: duplicate ?? taken.added[0]!,
      sha256: came.sha256,
      bytes: came.bytes,
      duplicate: duplicate !== undefined,
    };
    all.received.push(one);
    onFile?.(one);
  } catch (error) {
    if (error instanceof KamengError) onTrouble?.(name, error);
    throw error;
  } finally {
    rmSync(came.path, { force: true });
  }
}

/** The name as the phone says it, without the folders that some browsers put before it. */
const nameOf = (said: string): string => said.split(/[\\/]/).at(-1)!.trim() || '照片';

const DAY_SECONDS = 24 * 60 * 60;
/** 2000-01-01: no phone has files of its own that are older, only clocks that were never set. */
const FIRST_SECONDS = 946_684_800;

/** What the phone said of the file's time, where it can be true. */
function phoneSeconds(file: OpenCase, modifiedAt: number | undefined): number | undefined {
  if (modifiedAt === undefined) return undefined;
  const seconds = modifiedAt / 1000;
  const latest = epochOf(file.now()) / 1000 + DAY_SECONDS;
  return seconds >= FIRST_SECONDS && seconds <= latest ? seconds : undefined;
}
