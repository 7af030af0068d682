import { lawDaysOf } from '../../law/route/law-days.ts';
import { statuteTitle } from '../../law/rules/statutes.ts';
import type { Day } from '../../model/moment.ts';
import type { Origin } from '../../model/origin.ts';
import type { Values } from '../values/values.ts';
import { citeGround, type CitedLaw, type GroundKey } from './law.ts';

/** A law as a document cites it: every part marked, to be put into sentences. */
export interface Cited extends CitedLaw {
  /** `《中华人民共和国电子商务法》`, once for all its places. */
  title: string;
}

type Part = Extract<Origin, { from: 'rule' }>['part'];

function originOf(key: GroundKey, rule: string, part: Part, onDay: Day): Origin {
  return { from: 'rule', rule, ground: key, part, onDay };
}

/** Cites a ground on the day of writing; undefined when its rule is not in force then, or is none for this relation. */
export function citeOn(values: Values, key: GroundKey): Cited | undefined {
  const onDay = values.snapshot.today;
  const law = citeGround(key, lawDaysOf(values.snapshot));
  if (!law || law.pleas?.some((plea) => !values.basis.pleads.includes(plea))) return undefined;
  const mark = (text: string, part: Part): string => values.mark(text, originOf(key, law.rule, part, onDay));
  const title = mark(statuteTitle(law.statute), 'title');
  const place = mark(law.place, 'place');
  return {
    ...law,
    title,
    place,
    article: `${title}${place}`,
    says: mark(law.says, 'says'),
  };
}

/** A few words of what a ground says, such as `七日`, in a sentence that is not the law's. */
export function sayWord(values: Values, key: GroundKey, words: string): string {
  const onDay = values.snapshot.today;
  const law = citeGround(key, lawDaysOf(values.snapshot));
  return law ? values.mark(words, originOf(key, law.rule, 'word', onDay)) : words;
}

/** `依据《…》第五十九条，…；第六十二条，…。`: one sentence a statute, so that its title stands once. */
export function sayLaws(laws: readonly Cited[]): string[] {
  const statutes = [...new Set(laws.map((law) => law.statute))];
  return statutes.map((statute) => {
    const own = laws.filter((law) => law.statute === statute);
    return `依据${own[0]!.title}${own.map((law) => `${law.place}，${law.says}`).join('；')}。`;
  });
}
