import { LINT_EXCUSES } from '../../knowledge/built/lint.ts';
import type { Excuse, Look } from '../../knowledge/schema/lint.ts';
import { asksBeyondClaim } from './amounts.ts';
import type { Hit, LintText } from './lint-text.ts';
import { patternOf } from './patterns.ts';
import { type Stretch, thoughtAt } from './sentences.ts';

const EXCUSES: ReadonlyMap<string, Excuse> = new Map(LINT_EXCUSES.map((excuse) => [excuse.id, excuse]));

/** How far before a hit an excuse looks unless it says so, and how far behind. */
const BEFORE = 24;
const AFTER = 12;

/** An excuse by its id. @throws Error where there is none; `build:knowledge` sees to it that the rules name no such */
export function excuseOf(id: string): Excuse {
  const excuse = EXCUSES.get(id);
  if (excuse === undefined) throw new Error(`knowledge/words/lint/excuses.yaml has no ${id}`);
  return excuse;
}

/** The first of these excuses that lets a hit pass. */
export function excusedBy(hit: Hit, excuses: readonly string[], text: LintText): string | undefined {
  if (excuses.length === 0) return undefined;
  // Most excuses of a rule look through the same window.
  const views = new Map<string, string>();
  const isSeen = (look: Look): boolean => {
    const key = `${look.window}${look.reach ?? BEFORE}`;
    let view = views.get(key);
    if (view === undefined) views.set(key, (view = viewed(look, hit, text)));
    return patternOf(look.find).test(view);
  };
  return excuses.find((id) => holds(excuseOf(id), hit, text, isSeen));
}

function holds(excuse: Excuse, hit: Hit, text: LintText, isSeen: (look: Look) => boolean): boolean {
  const { audience } = text.options;
  if (excuse.audience && (audience === undefined || !excuse.audience.includes(audience))) return false;
  if (!isSeen(excuse)) return false;
  if (excuse.unlessBeyondClaim && asksBeyondClaim(thoughtOf(hit, text), text.options.claimFen)) return false;
  return !excuse.unless?.some(isSeen);
}

/** What an excuse sees through its window; where the hit has its place, it stands between ⟨ and ⟩. */
function viewed({ window, reach = BEFORE }: Look, hit: Hit, text: LintText): string {
  // Private data stand in the text as it is, whosever words they are.
  const words = hit.whole ? text.folded.text : text.own;
  const at = hit.at ?? hit;
  const said = words.slice(at.start, at.end);
  if (window === 'hit') return said;
  if (window === 'thought') return thoughtOf(hit, text);
  if (window === 'then') return sliceOf(words, hit.act);
  if (window === 'between') return hit.act ? words.slice(at.end - 1, hit.act.start) : '';
  if (window === 'around') return words.slice(Math.max(0, at.start - reach), at.end + reach);
  const near = words.slice(Math.max(0, at.start - reach), at.start);
  if (window === 'upto-near') return near + said;
  const before = near.slice(near.search(BEGINNINGS[window]));
  if (window === 'upto') return before + said;
  return `${before}⟨${said}⟩${words.slice(at.end, at.end + AFTER)}`;
}

const CLAUSE = /[^,。!?;:\n]*$/;
const BEGINNINGS = { clause: CLAUSE, upto: CLAUSE, sentence: /[^。!?;\n]*$/, near: /^/ };

function sliceOf(words: string, place: Stretch | undefined): string {
  return place ? words.slice(place.start, place.end) : '';
}

function thoughtOf(hit: Hit, { own, thoughts }: LintText): string {
  const thought = thoughtAt(thoughts, (hit.at ?? hit).start);
  return own.slice(thought.from, thought.end);
}
