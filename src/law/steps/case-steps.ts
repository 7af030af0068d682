import type { Contact } from '../../model/contact.ts';
import { CHANNELS, DISPUTES, type Dispute } from '../../model/dispute.ts';
import { FACTS, standingOf, type FactKey } from '../../model/facts.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { holdsWhen } from '../route/conditions.ts';
import { firstGate, gateQuestions } from '../route/gates.ts';
import { answerToRefusal, resubmissionAddsNothing, standingRefusal } from '../refusals/refusals.ts';
import { handItIn } from './hand-in.ts';
import { settling } from './settling.ts';
import { dueOf, lastContact, type Outlook, type Step, unsentLetter, URGENCY } from './step.ts';

/** Money sent to somebody who is gone: the only step that cannot wait for proof. */
export function dangerSteps({ standing, snapshot, deadlines }: Outlook): Step[] {
  if (!standing.fraudSigns || standing.latest('police')) return [];
  const call: Step = {
    urgency: URGENCY.danger,
    due: snapshot.today,
    rule: 'POL-13',
    action: '马上打 110 或 96110，说明刚转出的金额、时间和收款账户，请求紧急止付',
    why: '钱刚转出、对方失联，越早越可能拦住；金额大小都可以打',
  };
  const written = unsentLetter(snapshot, 'police');
  const report: Step = {
    urgency: URGENCY.danger,
    due: dueOf(deadlines, 'POL-05'),
    rule: 'POL-10',
    door: 'police',
    action:
      written === undefined
        ? '写报案材料：kameng letter --to police，带身份证、付款手机和证据去所在地派出所'
        : `带第 ${written} 号报案材料去所在地派出所，要受案回执，再记下来：kameng followup --letter ${written} --filed 日期`,
    why: '有失联、假身份或多人受骗的事实；你所在地的公安机关就有管辖权',
  };
  return standing.fresh ? [call, report] : [report];
}

/** What the route cannot do without. */
const DECIDES: readonly FactKey[] = ['site', 'seller', 'purpose', 'goodsLawful', 'ownMistake'];

/** Is a right over, or about to be, by the day that is known? */
const runsOut = holdsWhen({ any: ['rescissionEndsSoon', 'rescissionOver', 'tooLateForOffice', 'tooLateForCourt'] });

/** What cannot be right, what is not known, what is not shown. */
export function proofSteps({ snapshot, coverage, deadlines, situation, standing }: Outlook): Step[] {
  const steps: Step[] = [];
  const gate = firstGate(situation);
  if (gate) {
    steps.push({
      urgency: URGENCY.decide,
      due: null,
      rule: gate.rule,
      action: `先答一个问题：${gate.question}kameng route`,
      why: gate.why,
    });
  }
  // Counted from the payment a right may seem to be over that is not.
  if (snapshot.facts.failedAt === undefined && situation.paidAt !== undefined && runsOut(standing)) {
    steps.push({
      urgency: URGENCY.decide,
      due: null,
      rule: 'SUB-10',
      action: '写明哪一天发现问题：kameng facts failedAt=日期',
      why: '期限从发现问题那天起算，不知道哪天的只能按付款日算，可能算早了',
    });
  }
  if (!snapshot.dispute) {
    const guessed = snapshot.facts.dispute?.candidates?.[0]?.value as Dispute | undefined;
    steps.push({
      urgency: URGENCY.decide,
      due: null,
      action: guessed
        ? `说明是哪一种问题，像是${DISPUTES[guessed].label}：kameng facts dispute=${guessed}`
        : '说明是哪一种问题：kameng facts dispute=类型',
      why: '要什么证据、走哪条路，都看纠纷类型',
    });
  }
  const conflicts = (Object.keys(snapshot.facts) as FactKey[]).filter(
    // The kind of trouble was asked for above.
    (key) => snapshot.facts[key]?.status === 'conflict' && (key !== 'dispute' || snapshot.dispute !== undefined),
  );
  for (const key of conflicts.slice(0, 3)) {
    const fact = snapshot.facts[key]!;
    const asked = standingOf(fact) === 'asked';
    const places = (fact.candidates?.length ?? 0) > 1 ? '有几处' : '只有一处';
    steps.push({
      urgency: URGENCY.decide,
      due: null,
      rule: 'REG-11',
      action: settling(key, fact),
      why: asked
        ? `${places}像是${FACTS[key].label}，那里没有写明，确认后才写进文书`
        : `几份证据里的${FACTS[key].label}对不上，写进文书前要定下来`,
    });
  }
  const window = dueOf(deadlines, 'PDEF-01');
  for (const gap of coverage.gaps) {
    steps.push({
      urgency: URGENCY.prove,
      due: window,
      action: `${gap.how}；收进来：kameng add 文件`,
      why: gap.message,
      ...(gap.rule === undefined ? {} : { rule: gap.rule }),
    });
  }
  const asked = gateQuestions(situation).filter(({ key }) => DECIDES.includes(key) && key !== gate?.key);
  if (asked.length > 0) {
    steps.push({
      urgency: URGENCY.prove,
      due: null,
      rule: asked[0]!.rule,
      action: `回答几个问题：kameng route（${asked.map(({ key }) => FACTS[key].label).join('、')}）`,
      why: asked[0]!.why,
    });
  }
  return steps;
}

/** What the police said by word of mouth, or not at all, is asked for in writing; with the writing the prosecutor can be. */
function policeSteps(snapshot: Outlook['snapshot'], standing: Outlook['standing']): Step[] {
  const shut = standing.refused('police') || standing.ended('police');
  const step = (paper: 'police_writing' | 'supervision', rule: string, write: string, why: string): Step => {
    const written = unsentLetter(snapshot, paper);
    const action = written === undefined ? `${write}：kameng letter --to ${paper}` : handItIn(paper, written, 'police');
    return { urgency: URGENCY.follow, door: 'police', due: null, rule, action, why };
  };
  if (standing.policeSilent || (shut && !standing.inWriting('police'))) {
    if (standing.step('police_writing')) return [];
    return shut
      ? [step('police_writing', 'POL-15', '把书面的答复要来', '复议和申请监督都从书面通知起算')]
      : [step('police_writing', 'POL-16', '请公安机关书面答复', '报案后过了这些天还没有告知结果')];
  }
  if (!shut || standing.step('supervision')) return [];
  return [
    step('supervision', 'POL-08', '也可以请检察院监督', '认为应当立案而不立案的，检察院可以要求公安机关说明理由'),
  ];
}

/** The second complaint, or what it lacks: proof is taken in, a fact is told. */
function againStep(snapshot: CaseSnapshot, refusal: Contact): Step {
  const { argument, wanted, untold, rules } = answerToRefusal(refusal.reading.ground, snapshot);
  const step = (action: string, why: string, urgency: number = URGENCY.follow): Step => ({
    urgency,
    due: null,
    ...(rules[0] === undefined ? {} : { rule: rules[0] }),
    action,
    why,
  });
  if (!resubmissionAddsNothing(snapshot, refusal))
    return {
      ...step('针对拒绝的理由再提一次：kameng letter --to resubmit', `上次之后有新的材料。${argument}`),
      door: refusal.channel,
    };
  const why = `被拒的理由可以这样答：${argument}`;
  // Who gave no reason is asked for one, and may never give it: the next door does not wait for that.
  const reason = refusal.reading.ground === undefined ? URGENCY.wait : URGENCY.follow;
  if (wanted.length > 0) return step(`先补：${wanted.join('、')}；收进来：kameng add 文件`, why, reason);
  if (untold[0] !== undefined)
    return step(`再提一次前先写明${FACTS[untold[0]].label}：kameng facts ${untold[0]}=…`, why);
  // That there is nothing to do at this door is no thing to do.
  return step('现在重交只会得到同样的答复：找到新的证据再交，或者改走下一条路：kameng route', why, URGENCY.wait);
}

/** The last word at some door was no, or nothing at all. */
export function answerSteps({ snapshot, standing, deadlines }: Outlook): Step[] {
  const steps: Step[] = [];
  const refusal = standingRefusal(snapshot);
  if (refusal && standing.contradicted(refusal.channel)) {
    steps.push({
      urgency: URGENCY.follow,
      due: dueOf(deadlines, 'REG-20'),
      rule: 'REG-20',
      action: `拒绝的理由和案卷里的记录对不上：要求${CHANNELS[refusal.channel].label}书面写明依据，再提一次`,
      why: '对不予受理不服的，可以在期限内申请行政复议；能不能复议各地看法不一',
    });
  }
  steps.push(...policeSteps(snapshot, standing));
  if (refusal) steps.push(againStep(snapshot, refusal));
  const last = lastContact(snapshot);
  if (last && last.result === 'vague') {
    steps.push({
      urgency: URGENCY.follow,
      due: snapshot.today,
      rule: 'PDEF-04',
      action: `追问三件事：哪天前答复、谁负责、怎么查进度；对方的回答记下来：kameng followup --channel ${last.channel} --said "原话"`,
      why: '答复含糊，没有期限也没有人负责',
    });
  }
  return steps;
}
