// Run by `npm run docs:man`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { renderManPage } from './man-page.ts';

writeFileSync(join(import.meta.dirname, '../../docs/kameng.1'), renderManPage(packageJson.version));
