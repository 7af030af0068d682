// Writes src/casefile/newest-schema.json, by which a case file is recognised: to be run when a migration was added.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from '../src/casefile/connection.ts';
import { SCHEMA_VERSION } from '../src/casefile/schema.ts';

writeFileSync(
  join(import.meta.dirname, '../src/casefile/newest-schema.json'),
  `${JSON.stringify(buildSchema(SCHEMA_VERSION), null, 2)}\n`,
);
