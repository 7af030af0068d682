import type { Desk } from '../../../clerk/assistant/desk.ts';
import type { Context } from '../../context.ts';
import type { McpOptions } from './options.ts';

/** Serves until the assistant hangs up. Standard output belongs to the protocol. */
export async function run(context: Context, _args: [], options: McpOptions): Promise<void> {
  const { serveStdio, StdioServerTransport } = await import('@modelcontextprotocol/server/stdio');
  const { createServer } = await import('./server.ts');
  const desk: Desk = {
    world: context.world,
    now: context.now,
    only: context.options.case,
    clear: options.clear ?? false,
  };
  const transport = new StdioServerTransport(
    context.stdin as ConstructorParameters<typeof StdioServerTransport>[0],
    context.stdout,
  );
  context.io.say(`kameng: 助手接口已开，${options.write ? '可看，可起草' : '只能看'}；Ctrl-C 结束`);
  const served = serveStdio(
    () => createServer(desk, { write: options.write ?? false, templatesDir: context.templatesDir }),
    { transport, onerror: (error) => context.io.warn(`kameng: ${error.message}`) },
  );
  await new Promise<void>((resolve) => {
    context.stdin.once('end', resolve).once('close', resolve);
    context.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await served.close();
}
