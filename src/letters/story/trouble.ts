import { DISPUTE_TOLD } from '../../knowledge/built/disputes.ts';
import { countedExhibits } from '../../model/snapshot.ts';
import { unstopped } from '../values/marks.ts';
import { matterOf } from '../values/matter.ts';
import { proofMark, sourcesOf, type Values } from '../values/values.ts';
import type { StoryEvent } from './event.ts';
import { isAddressed } from './purchase.ts';

const NOUNS: Record<string, string> = { code: '卡密', membership: '会员', account: '账号' };

/** `卡密`, `会员`, `账号`: how the letter calls what was bought; else `商品`. */
export function nounOf(values: Values): string {
  // An account that was shut may have been a membership or come of a code; a code that does not work was a code.
  const goods = values.raw('goods') ?? (matterOf(values).goods === 'code' ? 'code' : '');
  return NOUNS[goods] ?? '商品';
}

const sellerOf = (values: Values): string => (isAddressed(values) ? values.voice.merchant : '卖家');
const fill = (pattern: string, slots: Record<string, string>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '');

/** What went wrong with it; undefined when only its standing today is known. */
export function tellTrouble(values: Values): StoryEvent | undefined {
  if (!values.dispute) return undefined;
  const trouble = DISPUTE_TOLD[values.dispute];
  const failure = values.show('failure');
  const defects = countedExhibits(values.snapshot).filter((exhibit) => exhibit.category === 'defect');
  const quoted = failure !== undefined && proofMark(values, sourcesOf(values, 'failure')) !== '';
  const own = values.basis.told;
  // Of a child's payment nothing need be wrong with what was bought: that the money is asked back is said above.
  if (values.basis.represents === 'guardian' && failure === undefined && matterOf(values).delivery === 'beside')
    return undefined;
  const pattern = own ?? (failure === undefined ? trouble.bare : quoted ? trouble.shown : trouble.said);
  if (pattern === '') return undefined;
  // Words are quoted from where they were read; a film nobody has read stands beside them for what it is.
  const read = sourcesOf(values, 'failure');
  const films =
    quoted && own === undefined
      ? defects
          .filter((exhibit) => exhibit.kind === 'recording' && !read.includes(exhibit.no))
          .map((exhibit) => exhibit.no)
      : [];
  // Words that the buyer typed stand in no exhibit: what shows the trouble is named for itself.
  const typed =
    failure !== undefined && !quoted && own === undefined
      ? proofMark(
          values,
          defects.map((exhibit) => exhibit.no),
        )
      : '';
  const filmed =
    films.length > 0 ? `另有录屏${proofMark(values, films)}。` : typed ? `有关情况的材料见${typed.slice(1, -1)}。` : '';
  return {
    at: values.raw('failedAt'),
    when: values.show('failedAt') ?? '',
    what: (proof) =>
      fill(pattern, {
        self: values.voice.buyer ?? values.voice.self,
        seller: sellerOf(values),
        failure: unstopped(failure ?? ''),
        proof,
        noun: nounOf(values),
      }) + filmed,
    exhibits: failure === undefined || own !== undefined ? defects.map((exhibit) => exhibit.no) : read,
  };
}

/** What the claim rests on: `卡密不符合约定、无法正常使用`. */
export function reasonOf(values: Values): string {
  return values.dispute ? fill(DISPUTE_TOLD[values.dispute].reason, { noun: nounOf(values) }) : '商品不符合约定';
}

/** How things stand on the day of writing. */
export function tellStanding(values: Values): string {
  if (!values.dispute || values.basis.told !== undefined) return '';
  if (values.basis.represents === 'guardian' && matterOf(values).delivery === 'beside') return '';
  return fill(DISPUTE_TOLD[values.dispute].still, {
    self: values.voice.buyer ?? values.voice.self,
    seller: sellerOf(values),
    today: values.today(),
  });
}
