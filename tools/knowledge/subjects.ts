import { answerWords } from './answer-words.ts';
import { calendar } from './calendar.ts';
import { fixing } from './fixing.ts';
import { help } from './help.ts';
import { law } from './law.ts';
import { lint } from './lint.ts';
import { lintSentences } from './lint-sentences.ts';
import { matters } from './matters.ts';
import { pages } from './pages.ts';
import { sentences } from './sentences.ts';
import type { Subject } from './subject.ts';
import { tables } from './tables.ts';
import { troubles } from './troubles.ts';
import { windows } from './windows.ts';

/** Every kind of knowledge but the names and the wallets, which the model is written in. */
export const SUBJECTS: readonly Subject[] = [
  answerWords,
  calendar,
  fixing,
  help,
  law,
  lint,
  lintSentences,
  matters,
  pages,
  sentences,
  tables,
  troubles,
  windows,
];
