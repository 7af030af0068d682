/** The other sides of commands that talk: a phone for `receive`, a chat assistant for `mcp`. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** An address of private networks, given to the network in which `receive` is traced. */
export const PHONE_ADDRESS = '192.168.77.2';

/** What the phone's page does: the code, one file, done. Runs in the network of the traced program. */
const PHONE = `
const { readFileSync } = await import('node:fs');
const [url, code, path] = process.argv.slice(1);
const ask = async (to, init) => {
  const answer = await fetch(url + to, init);
  if (!answer.ok) throw new Error(to + ': ' + answer.status + ' ' + (await answer.text()));
  return answer.text();
};
await ask('');
const headers = { 'X-Kameng-Key': await ask('confirm', { method: 'POST', body: code }) };
await ask('file?name=phone.png', { method: 'PUT', headers, body: readFileSync(path) });
await ask('done', { method: 'POST', headers });
`;

/** Sends one file as a phone does, once the program has said where to. */
export async function holdPhone(child: ChildProcess, file: string): Promise<void> {
  child.stdin!.end();
  let said = '';
  const asked = await new Promise<[string, string]>((resolve, reject) => {
    child.once('close', () => reject(new Error(`it never said where to send: ${said}`)));
    child.stderr!.on('data', (data) => {
      said += data;
      const found = /(http:\/\/\S+\/)\s[^]*?(\d{6})\s/.exec(said);
      if (found) resolve([found[1]!, found[2]!]);
    });
  });
  const inside = ['-t', String(child.pid), '-n', process.execPath, '--input-type=module', '-e', PHONE, ...asked, file];
  const phone = spawn('nsenter', inside, { stdio: ['ignore', 'ignore', 'pipe'] });
  let trouble = '';
  phone.stderr.on('data', (data) => (trouble += data));
  const status = await new Promise((resolve) => phone.on('close', resolve));
  if (status !== 0) {
    child.kill();
    throw new Error(`the phone could not send: ${trouble}`);
  }
}

/** Looks at the case through every tool that needs no number, and drafts an answer that came. */
export async function talkAsAssistant(child: ChildProcess): Promise<void> {
  const answers = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  let id = 0;
  const ask = async (method: string, params: object): Promise<any> => {
    child.stdin!.write(`${JSON.stringify({ jsonrpc: '2.0', id: (id += 1), method, params })}\n`);
    for (;;) {
      const { value, done } = await answers.next();
      if (done) throw new Error(`mcp ended before it answered ${method}`);
      const answer = JSON.parse(value);
      if (answer.id !== id) continue;
      if (answer.error || answer.result.isError) throw new Error(`${method}: ${value}`);
      return answer.result;
    }
  };
  const initialize = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'trace', version: '1' } };
  await ask('initialize', initialize);
  child.stdin!.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
  const { tools } = await ask('tools/list', {});
  for (const { name, inputSchema } of tools as { name: string; inputSchema: { required?: string[] } }[])
    if ((inputSchema.required ?? []).length === 0) await ask('tools/call', { name, arguments: {} });
  const answer = { channel: 'merchant', at: '2026-11-24', said: '三天内给您退款' };
  await ask('tools/call', { name: 'log_followup', arguments: answer });
  child.stdin!.end();
}
