import { randomBytes, randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { KamengError } from '../model/errors.ts';
import { keepBody, type ReceivedFile } from './body.ts';
import { receivePage } from './page.ts';
import { answer, guardHeaders, hangUp, isSame, listen, readForm, strangeness } from './wire.ts';

export type { ReceivedFile } from './body.ts';

export interface ReceiveOptions {
  /** The one address that is listened on. */
  address: string;
  /** 0 takes any free port. */
  port?: number;
  /** An own folder for files that are coming in. */
  folder: string;
  /** Called with each whole file; what it throws is told to the phone, which may send the file again. */
  receive(file: ReceivedFile): Promise<void>;
  /** What happens, for the screen. */
  tell?(event: ReceiveEvent): void;
  limits?: Partial<ReceiveLimits>;
}

export interface ReceiveLimits {
  files: number;
  /** Of one file. */
  fileBytes: number;
  /** Of all files. */
  allBytes: number;
  /** Nothing asked for so long, and it closes. */
  idleMs: number;
  /** Wrong codes, and it closes. */
  wrongCodes: number;
}

export type ReceiveEvent =
  | { kind: 'opened' }
  | { kind: 'confirmed' }
  | { kind: 'wrong_code'; left: number }
  | { kind: 'second_phone' }
  | { kind: 'progress'; name: string; bytes: number; total: number }
  | { kind: 'broken'; name: string }
  | { kind: 'received'; file: ReceivedFile; count: number };

/** Why it closed: the phone said it was done, nothing came for too long, the code was guessed at, or it was told to. */
export type ReceiveEnd = 'done' | 'idle' | 'wrong_codes' | 'closed';

export interface Receiving {
  /** For the phone: `http://192.168.1.5:43121/<token>/`. */
  url: string;
  /** Six digits that the first phone has to type. */
  code: string;
  ended: Promise<ReceiveEnd>;
  close(): Promise<void>;
}

const DEFAULT_LIMITS: ReceiveLimits = {
  files: 500,
  fileBytes: 4 * 1024 ** 3,
  allBytes: 20 * 1024 ** 3,
  idleMs: 10 * 60_000,
  wrongCodes: 5,
};
const TOKEN_BYTES = 16;
const MAX_NAME = 255;
/** A phone in a bad corner may stall this long in the middle of a file. */
const STALL_MS = 60_000;

/**
 * Listens on one private address for pictures from one phone. Whoever does not know the token in the path sees nothing;
 * nothing can be read from it but the page itself, and it never sends a file out.
 * @throws KamengError RECEIVE_PORT when the address cannot be listened on
 */
export async function startReceiving(options: ReceiveOptions): Promise<Receiving> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const token = randomBytes(TOKEN_BYTES).toString('hex');
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const tell = options.tell ?? (() => undefined);
  /** What the confirmed phone shows with every request; absent until then. */
  let key: string | undefined;
  let wrong = 0;
  let count = 0;
  let allBytes = 0;
  let host = '';
  const underWay = new Set<Promise<void>>();
  const { promise: ended, resolve: end } = Promise.withResolvers<ReceiveEnd>();

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  // A large file on a slow line takes its time; only silence ends it.
  server.requestTimeout = 0;
  server.timeout = STALL_MS;

  let idle: NodeJS.Timeout;
  const touch = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => (underWay.size > 0 ? touch() : void finish('idle')), limits.idleMs);
  };
  let finishing: Promise<void> | undefined;
  const finish = (why: ReceiveEnd): Promise<void> => {
    finishing ??= (async () => {
      clearTimeout(idle);
      // Told to close, it does not wait for a video of gigabytes; what is half there is thrown away.
      if (why === 'closed') server.closeAllConnections();
      await Promise.allSettled(underWay);
      await hangUp(server);
      end(why);
    })();
    return finishing;
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    guardHeaders(response);
    const strange = strangeness(request, host);
    if (strange !== undefined) return answer(response, strange.status, strange.why);
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${host}`);
    const [, given = '', action = '', ...rest] = pathname.split('/');
    if (!isSame(given, token) || rest.length > 0 || finishing) return answer(response, 404, 'not found');
    // Only who knows the token keeps it open: a network is full of programs that knock everywhere.
    touch();
    if (action === '' && request.method === 'GET') {
      tell({ kind: 'opened' });
      return servePage(response, limits);
    }
    if (action === 'confirm' && request.method === 'POST') return confirm(request, response);
    if (key === undefined || !isSame(String(request.headers['x-kameng-key'] ?? ''), key)) {
      return answer(response, 403, 'not confirmed');
    }
    if (action === 'file' && request.method === 'PUT') return receiveFile(request, response, searchParams);
    if (action === 'done' && request.method === 'POST') {
      answer(response, 200, 'done');
      return void finish('done');
    }
    answer(response, 404, 'not found');
  }

  async function confirm(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const typed = await readForm(request);
    if (typed === undefined) return answer(response, 413, 'too long');
    if (key !== undefined) {
      tell({ kind: 'second_phone' });
      return answer(response, 409, 'another phone');
    }
    if (!isSame(typed, code)) {
      wrong += 1;
      tell({ kind: 'wrong_code', left: Math.max(0, limits.wrongCodes - wrong) });
      answer(response, 403, 'wrong code');
      return wrong >= limits.wrongCodes ? void finish('wrong_codes') : undefined;
    }
    key = randomBytes(TOKEN_BYTES).toString('hex');
    tell({ kind: 'confirmed' });
    answer(response, 200, key);
  }

  async function receiveFile(
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
  ): Promise<void> {
    const total = Number(request.headers['content-length']);
    if (!Number.isSafeInteger(total) || total < 0) return answer(response, 411, 'length required');
    if (total > limits.fileBytes || allBytes + total > limits.allBytes || count >= limits.files) {
      return answer(response, 413, 'too large');
    }
    const name = (query.get('name') ?? '').slice(0, MAX_NAME) || '照片';
    const modified = Number(query.get('modified') ?? Number.NaN);
    allBytes += total;
    const work = keepBody(request, { name, total, modified, folder: options.folder }, (bytes) => {
      touch();
      tell({ kind: 'progress', name, bytes, total });
    })
      .then(async (file) => {
        await options.receive(file);
        count += 1;
        tell({ kind: 'received', file, count });
        answer(response, 200, file.sha256);
      })
      .catch((error: unknown) => {
        allBytes -= total;
        tell({ kind: 'broken', name });
        if (response.writable) answer(response, 500, error instanceof KamengError ? error.message : '电脑上没有收好');
      });
    underWay.add(work);
    await work.finally(() => underWay.delete(work));
  }

  await listen(server, options.address, options.port ?? 0);
  const { port } = server.address() as { port: number };
  // A browser leaves the port of http out.
  host = port === 80 ? options.address : `${options.address}:${port}`;
  touch();
  return { url: `http://${host}/${token}/`, code, ended, close: () => finish('closed') };
}

function servePage(response: ServerResponse, limits: ReceiveLimits): void {
  const nonce = randomBytes(16).toString('base64');
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'; ` +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(receivePage({ nonce, limits }));
}
