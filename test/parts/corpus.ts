import { foldOf } from '../looks/compose.ts';
import { neverLearnt, toLearnFrom } from '../looks/sets.ts';
import { TRAIN } from '../looks/train.ts';
import type { Layout, Words } from '../looks/words.ts';
import { learntTables } from './tables.ts';
import { ENGLISH_LABELS } from './wide-words.ts';

const tables = learntTables();

const wordsIn = (of: unknown): string[] =>
  typeof of === 'string' ? [of] : Object.values(of as Record<string, unknown>).flatMap(wordsIn);
/** All words that are measured with: none of them may be learnt. */
const kept = new Set(
  neverLearnt().flatMap((set) => wordsIn({ ...set, layouts: [] }).map((word) => word.replace(/\s/g, ''))),
);
export const free = (words: readonly string[]): string[] => words.filter((word) => !kept.has(word.replace(/\s/g, '')));
export type LabelKey = keyof Words['labels'];
export const KEYS = Object.keys(TRAIN.labels) as LabelKey[];

const known = (means: string): string[] => (tables.labels[means] ?? []).filter((word) => !kept.has(word));
export const labels = Object.fromEntries(
  KEYS.map((key) => [
    key,
    [
      ...new Set([
        ...toLearnFrom().flatMap((set) => free(set.labels[key])),
        ...free(ENGLISH_LABELS[key]),
        ...known(key),
      ]),
    ],
  ]),
) as Record<LabelKey, string[]>;
export const nones = known('none').filter((word) => !TRAIN.labels.oldPrice.includes(word));

/** Which words and layouts a screen is drawn with: all, those to learn with, or those held out. */
export type Side = 'all' | 'learn' | 'held';
const HELD_SHARE = 0.25;
const isHeld = foldOf(HELD_SHARE, 3);
export const mayBeDrawn = (word: string, side: Side): boolean =>
  !kept.has(word) && (side === 'all' || isHeld(word) === (side === 'held'));
const HELD_LISTED = new Set<Layout>([
  'twoInLine',
  'boxed',
  'copied',
  'striped',
  'receipt',
  'semicolons',
  'twoHeads',
  'pill',
  'badges',
  'stepped',
  'bilingual',
  'inCards',
  'adminBands',
  'namedBehind',
]);
const LISTED = [
  ...toLearnFrom().flatMap(({ layouts }) => layouts),
  ...(['quoted', 'narrow', 'equals', 'indented', 'valueFirst', 'twoInLine', 'boxed', 'copied'] as const),
  ...(['striped', 'receipt'] as const),
];
/** Layouts of their own for those that learn and for those that are held out; none of them is measured with. */
const LAYOUTS: Record<'learn' | 'held', readonly Layout[]> = {
  learn: LISTED.filter((one) => !HELD_LISTED.has(one)),
  held: LISTED.filter((one) => HELD_LISTED.has(one)),
};
/** The layouts of a side. */
export const learningLayouts = (side: Side): readonly Layout[] =>
  side === 'all' ? [...LAYOUTS.learn, ...LAYOUTS.held] : LAYOUTS[side];

/** The wider sets, without what happens to be measured with. */
export const WIDER = toLearnFrom()
  .filter((set) => set !== TRAIN)
  .map(onlyFree);
function onlyFree<T>(of: T): T {
  if (Array.isArray(of)) return of.filter((one) => typeof one !== 'string' || !kept.has(one.replace(/\s/g, ''))) as T;
  return Object.fromEntries(
    Object.entries(of as Record<string, unknown>).map(([key, one]) => [key, onlyFree(one)]),
  ) as T;
}

export const LETTERS = [
  ...new Set([...TRAIN.shops.first, ...TRAIN.products, ...TRAIN.banners, ...nones, ...TRAIN.answers].join('')),
]
  .filter((one) => /[\u3400-\u9fff]/.test(one))
  .join('')
  .concat(
    '山水风云月星海天林花草木金石火明日春夏秋冬红白青紫龙虎鹤鹿鱼鸟东南北中大小老新快乐福喜宝玉兰竹梅菊松溪川江湖岛岸桥楼阁轩斋坊记家人子心梦想飞跃速达通汇聚联合创优品尚佳美好易便捷安全诚信',
  );

/** Platforms that the table of names has, as it writes them. */
export const KNOWN_NAMES = free(tables.platforms);
export const SAID = free(tables.said);
