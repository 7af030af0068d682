import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { KamengError } from '../model/errors.ts';

/** What any small server has to do that lets nobody in but those it knows; it does not know what for. */

const MAX_FORM_BYTES = 1_024;

/** The exact host and origin: a page elsewhere that resolves its own name to this address gets nothing. */
export function strangeness({ headers }: IncomingMessage, host: string): { status: number; why: string } | undefined {
  if (headers.host !== host) return { status: 421, why: 'wrong host' };
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return { status: 403, why: 'wrong origin' };
  return undefined;
}

/** Closes it; whoever holds a connection open has had the answer. */
export function hangUp(server: Server): Promise<void> {
  return new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
}

/** @throws KamengError RECEIVE_PORT when the address cannot be listened on */
export function listen(server: Server, address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new KamengError('RECEIVE_PORT', `不能在 ${address} 上接收`, {
          hints: ['网络可能刚换过：再运行一次；有多个网络时用 --address 选一个'],
          cause,
        }),
      ),
    );
    server.listen({ host: address, port, exclusive: true }, () => resolve());
  });
}

/** Nothing of an answer is kept, passed on or taken for something else. */
export function guardHeaders(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
}

/** A short word as the answer; nothing where one was given. */
export function answer(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return;
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(text);
}

/** A short body as text; undefined where it is too long. */
export async function readForm(request: IncomingMessage): Promise<string | undefined> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_FORM_BYTES) return undefined;
  }
  return text.trim();
}

/** Compares secrets in a time that does not tell how much of them is right. */
export function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
