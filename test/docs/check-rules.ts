// Run by `npm run build`: no program is built on a rule table that is wrong.
import { checkRules } from '../../src/law/rules/schema.ts';
import { RULES } from '../../src/law/rules/index.ts';

const problems = checkRules(RULES);
for (const problem of problems) process.stderr.write(`rules: ${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
