// Run by `npm run docs:rules`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderRulesPage } from './rules-page.ts';

writeFileSync(join(import.meta.dirname, '../../docs/rules.md'), renderRulesPage());
