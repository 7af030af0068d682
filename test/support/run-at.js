// The built program at a moment of the caller's choice: node run-at.js MOMENT words…
// What bin/kameng.js does, but for the clock; the product has no way to be told another day.
import { enableCompileCache } from 'node:module';
import { main } from '../../dist/main.cjs';

enableCompileCache();
const [moment, ...words] = process.argv.slice(2);
process.exitCode = await main(words, process, () => moment);
