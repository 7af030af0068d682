import { join, resolve } from 'node:path';

/** Material that lies beside the project and not in it: samples of others, the fact base of law. */
export const SHARED = resolve(import.meta.dirname, '../../../shared');

export const sharedPath = (...parts: string[]): string => join(SHARED, ...parts);
