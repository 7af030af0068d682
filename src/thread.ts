/** Where a thread of the built program begins: its file is loaded with the code that is kept, as the first thread's is. */
import { createRequire } from 'node:module';
import { workerData } from 'node:worker_threads';
import { Program } from './start.ts';

const { home, file } = workerData as { home: string; file: string };
new Program(home, createRequire(import.meta.url)).load(file);
