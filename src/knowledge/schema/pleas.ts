/** What a document may plead; what stands in no list of a relation is never pleaded in it. */
export const PLEAS = [
  'breach',
  'performance',
  'rescission',
  'damages',
  'return',
  'sale_law',
  'punitive',
  'consumer_law',
  'ecommerce_law',
  'platform_assists',
  'platform_liability',
  'platform_as_seller',
  'rescission_against_platform',
] as const;
export type Plea = (typeof PLEAS)[number];
