import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import type { Desk } from './kameng.ts';

export interface Assistant {
  /** One request of the protocol; its result. */
  ask(method: string, params?: object): Promise<any>;
  /** Calls a tool. @returns the document in its answer, and whether it is an error */
  call(tool: string, given?: object): Promise<{ told: any; failed: boolean; raw: string }>;
  /** Every line that came on standard output. */
  lines: string[];
  /** Hangs up. @returns the exit code */
  close(): Promise<number | null>;
}

/** Speaks MCP with the built program over its standard streams, as a chat assistant on the same computer does. */
export async function openAssistant(desk: Desk, args: readonly string[] = []): Promise<Assistant> {
  const child = spawn(process.execPath, desk.command(['mcp', ...args]), { cwd: desk.cwd, env: desk.env });
  onTestFinished(() => void child.kill());
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const lines: string[] = [];
  const waiting = new Map<number, (answer: any) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    const answer = JSON.parse(line);
    waiting.get(answer.id)?.(answer);
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  let id = 0;
  const send = (message: object): boolean => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const ask: Assistant['ask'] = (method, params = {}) =>
    new Promise((resolve, reject) => {
      id += 1;
      waiting.set(id, (answer) => (answer.error ? reject(new Error(answer.error.message)) : resolve(answer.result)));
      void exit.then((code) => reject(new Error(`ended with ${code}: ${errors}`)));
      send({ id, method, params });
    });
  await ask('initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  });
  send({ method: 'notifications/initialized' });
  return {
    ask,
    lines,
    async call(tool, given = {}) {
      const { content, isError } = await ask('tools/call', { name: tool, arguments: given });
      const raw: string = content[0].text;
      return { told: isError && !raw.startsWith('{') ? raw : JSON.parse(raw), failed: isError === true, raw };
    },
    close() {
      child.stdin.end();
      return exit;
    },
  };
}
