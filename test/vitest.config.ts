import { defineConfig } from 'vitest/config';

/** Where the machine's clock may hang: a zone with summer time, one of half hours, one in which a day never was. */
const ZONES = ['America/New_York', 'Asia/Kolkata', 'Pacific/Apia'];
/** The tests of whatever reckons with days. */
const OF_DAYS = [
  'model/{moment,facts,zone}.test.ts',
  'calendar/**/*.test.ts',
  'law/deadlines*.test.ts',
  'papers/ics.test.ts',
];

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'all',
          dir: import.meta.dirname,
          include: ['**/*.test.ts'],
          exclude: ['journeys/**', 'long/**', 'shared/**', 'browser/**', 'pictures/**', 'model/zone.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      ...ZONES.map((zone) => ({
        test: { name: zone, dir: import.meta.dirname, include: OF_DAYS, env: { TZ: zone }, testTimeout: 60_000 },
      })),
    ],
  },
});
