import { arrangementSchema, calendarSchema } from '../../src/knowledge/schema/calendar.ts';
import { join } from 'node:path';
import type { Subject } from './subject.ts';

/** `knowledge/calendar/<year>.yaml`: one year's working days; `holidays.yaml`: days known without a year's arrangement. */
export const calendar: Subject = (source) => {
  const extra = join(source.root, 'calendar', 'holidays.yaml');
  const years = source
    .list('calendar', '.yaml')
    .filter((path) => path !== extra)
    .flatMap((path) => source.yaml(path, arrangementSchema) ?? []);
  for (const { path, name, data, lineOf } of years) {
    if (String(data.year) !== name)
      source.problems.add(path, lineOf(['year']), `the file of ${data.year} is called ${data.year}.yaml`);
  }
  const known = source.yaml(extra, calendarSchema);
  return [
    {
      name: 'calendar',
      imports: ["import type { Arrangement } from '../schema/calendar.ts';"],
      exports: [
        { name: 'ARRANGEMENTS', type: 'readonly Arrangement[]', value: years.map((year) => year.data) },
        { name: 'KNOWN_HOLIDAYS', type: 'readonly string[]', value: known?.data.knownHolidays ?? [] },
      ],
    },
  ];
};
