import type { Contact } from '../model/contact.ts';
import { chinaDay } from '../model/moment.ts';
import type { Origin, Stretch } from '../model/origin.ts';
import type { CaseSnapshot } from '../model/snapshot.ts';
import type { Misplaced } from './misplaced.ts';
import { readTokens } from './tokens.ts';

/**
 * Words that tell something as done: sent, notified, delivered, refused, left unanswered. A sentence with them needs an
 * entry of the log, or words of the other side in an exhibit, that bears it out. A letter that was written does not.
 */
const ACTS = new RegExp(
  [
    '(?:已|曾)经?(?:以[^，。；\\n]{1,8}方式)?(?:书面)?',
    '(?:通知|告知|要求|请求|投诉|寄送|寄出|发出|送达|催告|报案)',
    '|书面(?:通知|请求|要求)(?=其|被告|贵方|贵平台|对方|平台|商家|解除)',
    '|(?:寄送|寄出|发出|送达)(?=了|《)|签收',
    '|未获(?:提供|答复|反馈|回复|进一步)|拒绝(?:提供|答复|受理)',
  ].join(''),
  'g',
);

/** What the other side said or did, where a reader can look it up. */
function bearsOut(origin: Origin): boolean {
  if (origin.from === 'fact') return origin.key === 'refusal' || origin.key === 'promise';
  return (
    origin.from === 'contact' || (origin.from === 'exhibit' && (origin.part === 'message' || origin.part === 'talk'))
  );
}

/** Quoted words of the case and of the law are no telling of the writer. */
const quoted = ({ from }: Origin): boolean => from !== 'drafter' && from !== 'template' && from !== 'person';

/** Finds what is told as done and stands in no entry of the log. */
export function checkActs(text: string, spans: readonly Stretch[], snapshot: CaseSnapshot): Misplaced[] {
  const logged = daysOf(snapshot.contacts);
  return [...text.matchAll(ACTS)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    if (spans.some((span) => span.start <= start && end <= span.end && quoted(span.origin))) return [];
    const from = Math.max(...['。', '；', '\n'].map((stop) => text.lastIndexOf(stop, start - 1) + 1));
    const stops = ['。', '；', '\n'].map((stop) => text.indexOf(stop, end)).filter((at) => at >= 0);
    const to = stops.length > 0 ? Math.min(...stops) : text.length;
    const told = spans.some((span) => span.start < to && span.end > from && bearsOut(span.origin));
    // A person may tell in his own words what the log has on a day that he names.
    const own = spans.some((span) => span.start < end && span.end > start && span.origin.from === 'person');
    const named =
      own && readTokens(text.slice(from, to)).some((token) => token.kind === 'date' && logged.has(token.value));
    return told || named ? [] : [{ start, end, why: WHY, suggestion: '' }];
  });
}

/** The days on which the log has anything. */
function daysOf(contacts: readonly Contact[]): Set<string> {
  return new Set(
    contacts.flatMap(({ at, filedOn, receivedOn, acceptedOn, sentOn, arrivedOn }) =>
      [chinaDay(at), filedOn, receivedOn, acceptedOn, sentOn, arrivedOn].filter((day) => day !== undefined),
    ),
  );
}

const WHY = '联系记录里没有这件事；做过的先用 kameng followup 记下来，没做过的不要写';
