/** The English names of the months by their first letters, January first. */
export const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 11 for `Nov`, `november`, `NOV.`; 0 where it is no month. */
export const monthOf = (name: string): number => ENGLISH_MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
