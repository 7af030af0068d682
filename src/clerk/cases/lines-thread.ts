/** The thread that works out lines of cases beside the first. Started by `lines.ts` alone. */
import { parentPort, workerData } from 'node:worker_threads';
import { takeLines, type SharedLines } from './lines.ts';

parentPort!.postMessage(takeLines(workerData as SharedLines), []);
