import type { z } from 'zod';
import { PROOF_CATEGORIES } from '../../src/model/evidence.ts';
import { patternProblem } from '../../src/knowledge/schema/common.ts';
import type { DisputeFile, Suggestion } from '../../src/knowledge/schema/dispute.ts';
import type { ProofItem, sharedCaptureSchema, sharedProofSchema } from '../../src/knowledge/schema/proof.ts';
import type { KnowledgeFile, KnowledgeSource } from './source.ts';
import type { BuiltModule } from './subject.ts';

export type Dispute = KnowledgeFile<DisputeFile>;
export interface SharedProof {
  proof: KnowledgeFile<z.infer<typeof sharedProofSchema>>;
  capture: KnowledgeFile<z.infer<typeof sharedCaptureSchema>>;
}

/** Every item of a list of names and items, with its place; a name that is none is noted. */
function resolve<T>(
  source: KnowledgeSource,
  { path, lineOf }: KnowledgeFile<unknown>,
  key: string,
  entries: readonly (string | T)[],
  shared: Record<string, T>,
): { item: T; place: readonly PropertyKey[] }[] {
  return entries.flatMap((entry, i) => {
    const place = [key, i];
    const item = typeof entry === 'string' ? shared[entry] : entry;
    if (item === undefined)
      source.problems.add(path, lineOf(place), `${key}: there is no shared item ${String(entry)}`);
    return item === undefined ? [] : [{ item, place }];
  });
}

function checkItems(
  source: KnowledgeSource,
  file: KnowledgeFile<unknown>,
  items: readonly { item: ProofItem; place: readonly PropertyKey[] }[],
  words: Record<string, string>,
): void {
  const codes = items.map(({ item }) => item.code);
  for (const [i, { item, place }] of items.entries()) {
    const note = (message: string): void => source.problems.add(file.path, file.lineOf(place), message);
    if (codes.indexOf(item.code) !== i) note(`${item.code} stands twice`);
    if (item.after !== undefined && !codes.includes(item.after))
      note(`${item.code} comes after ${item.after}, which is not asked`);
    for (const { saysOf } of item.shownBy) {
      if (saysOf !== undefined && words[saysOf] === undefined) note(`there are no shared words ${saysOf}`);
    }
  }
  for (const category of PROOF_CATEGORIES) {
    if (!items.some(({ item }) => item.category === category && item.need === 'required'))
      source.problems.add(file.path, file.lineOf(['proof']), `proof: nothing is required for ${category}`);
  }
}

function checkAlways(
  source: KnowledgeSource,
  file: Dispute,
  key: 'proof' | 'capture',
  always: readonly string[],
): void {
  for (const name of always) {
    if (!file.data[key].includes(name))
      source.problems.add(
        file.path,
        file.lineOf([key]),
        `${key}: ${name} is asked whatever the dispute, and is left out`,
      );
  }
}

/** The patterns of one file with the classes put in; what does not compile is noted. */
function suggestionsOf(source: KnowledgeSource, { path, name, data, lineOf }: Dispute): Suggestion[] {
  const { classes, by } = data.suggested;
  return by.map(({ weight, anyCase, any }, i) => {
    const flags = anyCase ? 'i' : '';
    const rows = any.map((row, at) => {
      const note = (message: string): void =>
        source.problems.add(path, lineOf(['suggested', 'by', i, 'any', at]), message);
      const whole = row.replace(/\{([A-Z_]+)\}/g, (_, slot: string) => {
        if (!classes[slot]) note(`there is no class {${slot}}`);
        return `(?:${(classes[slot] ?? []).join('|')})`;
      });
      const problem = patternProblem(whole, flags);
      if (problem !== undefined) note(problem);
      return whole;
    });
    return { dispute: name, weight, words: rows.join('|'), flags };
  });
}

function checkRanks(source: KnowledgeSource, files: readonly Dispute[]): void {
  for (const file of files) {
    const { rank } = file.data.suggested;
    const other = files.find((one) => one.name < file.name && one.data.suggested.rank === rank);
    if (other)
      source.problems.add(file.path, file.lineOf(['suggested', 'rank']), `rank ${rank} is taken by ${other.name}`);
  }
}

/** What proves and what suggests each type, checked, as modules. */
export function disputeModules(
  source: KnowledgeSource,
  files: readonly Dispute[],
  { proof, capture }: SharedProof,
  failure: readonly string[],
): BuiltModule[] {
  const { words, items } = proof.data;
  for (const file of files) {
    checkItems(source, file, resolve(source, file, 'proof', file.data.proof, items), words);
    resolve(source, file, 'capture', file.data.capture, capture.data.rows);
    checkAlways(source, file, 'proof', proof.data.always);
    checkAlways(source, file, 'capture', capture.data.always);
  }
  checkItems(source, proof, resolve(source, proof, 'untyped', proof.data.untyped, items), words);
  resolve(source, capture, 'untyped', capture.data.untyped, capture.data.rows);
  checkRanks(source, files);
  const by = <T>(pick: (data: DisputeFile) => T) =>
    Object.fromEntries(files.map(({ name, data }) => [name, pick(data)]));
  const ranked = files.toSorted((a, b) => a.data.suggested.rank - b.data.suggested.rank);
  const dispute = "import type { Dispute } from '../../model/dispute.ts';";
  return [
    {
      name: 'disputes',
      imports: [dispute, "import type { DisputeTold, DisputeTraits } from '../schema/dispute.ts';"],
      exports: [
        {
          name: 'DISPUTE_TRAITS',
          type: 'Record<Dispute, DisputeTraits>',
          value: by(
            ({
              order: _o,
              label: _l,
              asks: _a,
              told: _t,
              laws: _w,
              proof: _p,
              capture: _c,
              suggested: _s,
              ...traits
            }) => traits,
          ),
        },
        { name: 'DISPUTE_TOLD', type: 'Record<Dispute, DisputeTold>', value: by(({ told }) => told) },
      ],
    },
    {
      name: 'proof',
      imports: [dispute, "import type { CaptureRow, ProofItem } from '../schema/proof.ts';"],
      exports: [
        { name: 'PROOF_WORDS', type: 'Record<string, string>', value: words },
        { name: 'SHARED_PROOF', type: 'Record<string, ProofItem>', value: items },
        { name: 'PROOF_OF', type: 'Record<Dispute, readonly (string | ProofItem)[]>', value: by((data) => data.proof) },
        { name: 'UNTYPED_PROOF', type: 'readonly string[]', value: proof.data.untyped },
        { name: 'SHARED_CAPTURE', type: 'Record<string, CaptureRow>', value: capture.data.rows },
        {
          name: 'CAPTURE_OF',
          type: 'Record<Dispute, readonly (string | CaptureRow)[]>',
          value: by((data) => data.capture),
        },
        { name: 'UNTYPED_CAPTURE', type: 'readonly string[]', value: capture.data.untyped },
      ],
    },
    {
      name: 'suggestions',
      imports: [dispute, "import type { Suggestion } from '../schema/dispute.ts';"],
      exports: [
        {
          name: 'SUGGESTIONS',
          type: 'readonly Suggestion<Dispute>[]',
          value: ranked.flatMap((file) => suggestionsOf(source, file)),
        },
        { name: 'FAILURE_PATTERN', type: 'string', value: failure.join('|') },
      ],
    },
  ];
}
