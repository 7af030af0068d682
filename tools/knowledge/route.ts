import { join } from 'node:path';
import { CHANNEL_TRAIT_KEYS, type ChannelFile, type ChannelRowFile } from '../../src/knowledge/schema/channel.ts';
import {
  basisSchema,
  doorsSchema,
  gatesSchema,
  liabilitySchema,
  warningsSchema,
} from '../../src/knowledge/schema/route.ts';
import type { Condition } from '../../src/knowledge/schema/condition.ts';
import type { KnownLaw } from './known-law.ts';
import type { KnowledgeFile, KnowledgeSource } from './source.ts';
import type { BuiltModule } from './subject.ts';

/** The channels with their rows, and `knowledge/route/`: what all doors share. */
export function routeModules(
  source: KnowledgeSource,
  channels: readonly KnowledgeFile<ChannelFile>[],
  law: KnownLaw,
): BuiltModule[] {
  const file = (name: string): string => join(source.root, 'route', name);
  const doors = source.yaml(file('doors.yaml'), doorsSchema);
  const warnings = source.yaml(file('warnings.yaml'), warningsSchema);
  const liability = source.yaml(file('liability.yaml'), liabilitySchema);
  const gates = source.yaml(file('gates.yaml'), gatesSchema);
  const basis = source.yaml(file('basis.yaml'), basisSchema);
  const needs = doors?.data.needs ?? {};
  for (const { path, lineOf, data } of channels) {
    for (const [i, { rule, only }] of data.clocks.entries()) {
      const clocks = law.rules.get(rule)?.clocks ?? new Set();
      // What a platform promises of itself brings its own number, see `src/law/deadlines/run.ts`.
      const wrong =
        clocks.size === 0 && !rule.startsWith('PDEF-') ? 'clock' : only?.find((clock) => !clocks.has(clock));
      if (wrong !== undefined) source.problems.add(path, lineOf(['clocks', i]), `clocks: rule ${rule} has no ${wrong}`);
    }
    for (const [i, row] of data.rows.entries()) {
      const wrong = row.needs?.find((need) => !(need in needs));
      if (wrong !== undefined) source.problems.add(path, lineOf(['rows', i, 'needs']), `there is no need ${wrong}`);
    }
  }
  if (doors) {
    for (const [i, row] of doors.data.relation.entries()) {
      const wrong = row.needs?.find((need) => !(need in needs));
      if (wrong !== undefined)
        source.problems.add(doors.path, doors.lineOf(['relation', i, 'needs']), `there is no need ${wrong}`);
    }
  }
  for (const [i, { cites }] of (basis?.data.relations ?? []).entries()) {
    const wrong = cites.find((ground) => !law.grounds.has(ground));
    if (wrong !== undefined)
      source.problems.add(basis!.path, basis!.lineOf(['relations', i, 'cites']), `there is no ground of law ${wrong}`);
  }
  /** The relation bars nothing that already runs there, and asks for nothing twice. */
  const relationOf = (door: string): ChannelRowFile[] =>
    (doors?.data.relation ?? [])
      .filter((row) => (row.doors as string[]).includes(door))
      .map(({ doors: _doors, when, ...row }) => ({
        ...row,
        when: { all: [when, { not: { open: door } }, { not: { ended: door } }] } as Condition,
      }));
  const rowsOf = ({ rows }: ChannelFile, door: string): ChannelRowFile[] => [
    ...(doors?.data.first ?? []),
    ...relationOf(door),
    ...rows,
  ];
  const by = <T>(pick: (data: ChannelFile, name: string) => T) =>
    Object.fromEntries(channels.map(({ name, data }) => [name, pick(data, name)]));
  const channel = "import type { Channel } from '../../model/dispute.ts';";
  return [
    {
      name: 'channels',
      imports: [channel, "import type { ChannelTraits } from '../schema/channel.ts';"],
      exports: [
        {
          name: 'CHANNEL_TRAITS',
          type: 'Record<Channel, ChannelTraits>',
          value: by((data) => Object.fromEntries(CHANNEL_TRAIT_KEYS.map((key) => [key, data[key]]))),
        },
      ],
    },
    {
      name: 'route',
      imports: [
        channel,
        "import type { ChannelRowFile } from '../schema/channel.ts';",
        "import type { BasisFile, GateFile, LiabilityFile, NeedFile, WarningFile } from '../schema/route.ts';",
      ],
      exports: [
        { name: 'CHANNEL_ROW_FILES', type: 'Record<Channel, readonly ChannelRowFile[]>', value: by(rowsOf) },
        { name: 'NEED_FILES', type: 'Record<string, NeedFile>', value: needs },
        { name: 'WARNING_FILES', type: 'readonly WarningFile[]', value: warnings?.data ?? [] },
        { name: 'LIABILITY_FILES', type: 'readonly LiabilityFile[]', value: liability?.data ?? [] },
        { name: 'BASIS_FILE', type: 'BasisFile', value: basis?.data },
        { name: 'GATE_FILES', type: 'readonly GateFile[]', value: gates?.data ?? [] },
      ],
    },
  ];
}
