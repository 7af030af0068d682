import { describe, expect, it } from 'vitest';
import { WARNINGS } from '../../src/law/route/warnings.ts';
import { proofItems } from '../../src/law/coverage/proof.ts';
import { DISPUTE_IDS } from '../../src/model/dispute.ts';
import { captureNow } from '../../src/law/coverage/capture.ts';
import { GATES } from '../../src/law/route/gates.ts';
import { findRule, isPlatformRule, isStatable } from '../../src/law/rules/index.ts';
import { LIABILITY } from '../../src/law/route/liability.ts';
import { GROUND_IDS } from '../../src/words/answers/grounds.ts';
import { REFUSAL_ANSWERS } from '../../src/law/refusals/refusals-table.ts';
import { FIXING } from '../../src/knowledge/built/fixing.ts';
import { VET_ITEMS } from '../../src/law/vetting/vetting-items.ts';
import { CHANNEL_ROWS } from '../../src/law/route/route.ts';
import { sayNumbers } from '../../src/law/rules/numbers.ts';

interface Said {
  where: string;
  rule: string | undefined;
  text: string;
}

const TODAY = '2026-11-22';

const WRITTEN: Said[] = [
  ...Object.entries(CHANNEL_ROWS).flatMap(([id, rows]) =>
    rows.flatMap((row) => row.reasons.map((reason) => ({ where: `channel ${id}`, ...reason }))),
  ),
  ...LIABILITY.map(({ who, reason }) => ({ where: `liable ${who}`, ...reason })),
  ...WARNINGS.map(({ rule, text }) => ({ where: 'warning', rule, text })),
  ...GATES.map(({ key, rule, why }) => ({ where: `gate ${key}`, rule, text: why })),
  ...DISPUTE_IDS.flatMap((dispute) =>
    proofItems(dispute).map((item) => ({
      where: `proof ${item.code}`,
      rule: item.rule,
      text: `${item.message} ${item.how}`,
    })),
  ),
  ...[...DISPUTE_IDS, undefined].flatMap((dispute) =>
    captureNow(dispute).map(({ rule, what, why }) => ({ where: 'capture', rule, text: `${what} ${why}` })),
  ),
  ...FIXING.map(({ id, how, why, rule }) => ({ where: `fixing ${id}`, rule, text: `${how} ${why}` })),
  ...VET_ITEMS.flatMap(({ id, bad, fine, unknown, how, rule }) => [
    { where: `vet ${id}`, rule, text: bad },
    { where: `vet ${id}`, rule: undefined, text: `${fine} ${unknown} ${how}` },
  ]),
];

const SAID = WRITTEN.map((said) => ({ ...said, text: sayNumbers(said.text, TODAY) }));

/** A number that counts days, hours, years, yuan or a multiple, in Chinese numerals or digits. */
const NUMBER =
  /(?<![哪\d])(?!\d{4}年)[一二三四五六七八九十百千万两\d]+(?:个)?(?:工作日|小时|日内|天|日(?=无|以|没|仍|不)|年|元|倍)/g;
/** A platform's or a rule's number stands in its own words, or in its clocks and values. */
function holds(rule: string, phrase: string): boolean {
  const found = findRule(rule, TODAY)!;
  const bare = phrase.replace(/[内]$/, '');
  return [found.says, found.quote ?? ''].some((words) => words.includes(bare));
}

describe('what the tables say of law', () => {
  it.each(SAID)('$where: $rule $text', ({ rule, text }) => {
    expect(text).not.toMatch(/暂行办法|骗子(?!”)|[，。：]\s*[，。：]/);
    if (rule === undefined) {
      expect(text).not.toMatch(/《|法律规定|第.{1,4}条/);
      expect(text.match(NUMBER) ?? []).toEqual([]);
      return;
    }
    const found = findRule(rule, TODAY);
    expect(found, `${rule} is in the law tables`).toBeDefined();
    if (!isStatable(found!) && !isPlatformRule(found!)) expect(text).toMatch(/据(?:报道|解读)/);
    for (const phrase of text.match(NUMBER) ?? [])
      expect(holds(rule, phrase), `${phrase} stands in ${rule}: ${found!.says}${found!.quote ?? ''}`).toBe(true);
  });
});

describe('answers to refusals', () => {
  it('has one for every ground and none besides', () => {
    expect(Object.keys(REFUSAL_ANSWERS).toSorted()).toEqual(GROUND_IDS.toSorted());
  });
  it.each(Object.entries(REFUSAL_ANSWERS))(
    '%s rests on law that stands',
    (_ground, { argument, rules, kinds, need }) => {
      expect(rules.length).toBeGreaterThan(0);
      for (const rule of rules) expect(isStatable(findRule(rule, TODAY)!), rule).toBe(true);
      for (const phrase of argument.match(NUMBER) ?? [])
        expect(
          rules.some((rule) => holds(rule, phrase)),
          phrase,
        ).toBe(true);
      expect(need !== '' || kinds.length === 0).toBe(true);
    },
  );
});
