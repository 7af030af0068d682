import { describe, expect, it } from 'vitest';
import { type AnswerReading } from '../../src/model/contact.ts';
import { readAnswer } from '../../src/rulebook/answers/read-answer.ts';
import { type AnswerRow, OFFICE_ANSWERS, SAID_AT, SHOP_ANSWERS } from '../golden/answers/answers.ts';
import { MORE_ANSWERS } from '../golden/answers/colloquial.ts';

/** The parts of a reading that a row says. */
function seen(reading: AnswerReading): string {
  const parts = [reading.vague ? 'V' : '', reading.refusal ? 'R' : '', reading.promise ? 'P' : '', reading.settled ? 'S' : ''].filter(Boolean);
  // A promise without a day still lets the speaker off; the day decides.
  if (parts.join('+') === 'V+P') return 'P';
  return parts.join('+') || '-';
}

function wrong([said, is, detail]: AnswerRow): string | undefined {
  const reading = readAnswer(said, SAID_AT);
  const got = `${seen(reading)} ${reading.ground ?? ''} ${reading.promise?.by ?? ''}`;
  if (seen(reading) !== is) return `${said} → ${got}, not ${is}`;
  if (is === 'R' && detail !== undefined && reading.ground !== detail) return `${said} → ${got}, not ${detail}`;
  if ((is === 'P' || is === 'R+P') && detail !== undefined && (reading.promise?.by ?? null) !== detail) return `${said} → ${got}, not ${detail}`;
  return undefined;
}

describe.each([['shops and platforms', SHOP_ANSWERS], ['offices', OFFICE_ANSWERS], ['anybody', MORE_ANSWERS]] as const)('what %s say', (name, rows) => {
  it('is read for what it is', () => {
    const mistakes = rows.map(wrong).filter((one) => one !== undefined);
    console.log(`answers of ${name}: ${rows.length - mistakes.length} of ${rows.length} read right`);
    expect(mistakes).toEqual([]);
  });
});
