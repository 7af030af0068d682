import { FACT_GROUPS } from '../../model/fact-groups.ts';
import { factSpec, standingOf, type FactSource } from '../../model/facts.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import type { ReportInput } from '../../papers/report/input.ts';
import type { Reader } from './reader.ts';

const STATUS_WORDS = { read: '读到', given: '本人填写', confirmed: '本人确认', conflict: '说法不一' } as const;

/** The facts of a case in groups, each value as this reader may see it. */
export function factGroups({ facts }: CaseSnapshot, reader: Reader): ReportInput['groups'] {
  return FACT_GROUPS.flatMap(({ title, toOthers = title, keys }) => {
    const rows = keys.flatMap((key) => {
      const fact = facts[key];
      if (!fact) return [];
      const conflict = fact.status === 'conflict';
      const candidates = conflict ? (fact.candidates ?? []) : [fact];
      const sides = candidates.map(({ value, sources }) =>
        conflict ? `${reader.value(key, value)}（${sideWords(sources)}）` : reader.value(key, value),
      );
      return [
        {
          label: factSpec(key).label,
          value: `${standingOf(fact) === 'asked' ? '没有确认，像是 ' : ''}${sides.join(' / ')}`,
          status: STATUS_WORDS[fact.status],
          exhibits: exhibitsOf(candidates.flatMap(({ sources }) => sources)),
          ...(conflict ? { conflict } : {}),
        },
      ];
    });
    return rows.length > 0 ? [{ title: toOthers, facts: rows }] : [];
  });
}

const exhibitsOf = (sources: readonly FactSource[]): number[] => [...new Set(sources.map(({ exhibit }) => exhibit))];

const sideWords = (sources: readonly FactSource[]): string =>
  sources.length === 0 ? STATUS_WORDS.given : `证据 ${exhibitsOf(sources).join('、')}`;
