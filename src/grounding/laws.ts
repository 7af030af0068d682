import { groundsOn } from '../law/rules/grounds.ts';
import { isStatable, rulesOn } from '../law/rules/index.ts';
import type { LawDays } from '../law/rules/numbers.ts';
import { STATUTES, statuteTitle, type StatuteKey } from '../law/rules/statutes.ts';
import type { Misplaced } from './misplaced.ts';
import type { Day } from '../model/moment.ts';

const CITED =
  /《((?:[^《》]|〈[^〈〉]*〉)+)》|第[一二三四五六七八九十百零〇两\d]+条(?:第[一二三四五六七八九十百零\d]+款)?(?:第[一二三四五六七八九十百零\d]+项(?:、第[一二三四五六七八九十百零\d]+项)*)?/g;

function statuteOf(title: string): StatuteKey | undefined {
  const bare = title.replace(/^中华人民共和国/, '');
  return (Object.keys(STATUTES) as StatuteKey[]).find((key) => {
    const { name, short } = STATUTES[key];
    return name === title || short === title || name.replace(/^中华人民共和国/, '') === bare;
  });
}

/** How the title of a law ends; what may follow is the state of its text: （2024修正）. */
const LAW_TITLE = /(?:法典?|条例|规定|办法|解释|规则|决定|细则)(?:[（(〔[][^）)〕\]]*[）)〕\]])?$/;
/** Words that end like a law and are none: 书法, 孙子兵法, 游戏规则. */
const NO_LAW = new RegExp(
  '(?:[魔方书剑枪刀语手句写看想说做打玩佛戏心功拳唱笔画吃文]法|(?<!民)兵法|(?<![信征])用法|(?<![预决])算法|(?<!医)疗法|(?<!科)技法|' +
    '(?:解决|处理|操作|使用|最好的?|好)办法|(?:游戏|比赛|玩法|隐藏|潜|丛林|生存)规则|(?:终极|最终|艰难的?)决定)$',
);

/** Is what stands in 《》 meant as a law? Games and books are called all sorts of things; an article behind it decides. */
function isCalledLaw(title: string, following: string): boolean {
  if (title.startsWith('中华人民共和国')) return true;
  return LAW_TITLE.test(title) && (!NO_LAW.test(title) || following.startsWith('第'));
}

/** Places of a statute that a rule stated as law cites on a day. */
function placesOf(statute: StatuteKey, onDay: Day): string[] {
  return rulesOn(onDay)
    .filter(isStatable)
    .flatMap((rule) => rule.cites.filter(([key]) => key === statute).map(([, place]) => place));
}

/** How alike two texts are, by the share of pairs of characters: 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
  const left = new Set(pairs(a));
  const right = pairs(b);
  return right.length === 0 ? 0 : right.filter((pair) => left.has(pair)).length / right.length;
}

function sameWords(text: string, at: number, says: string): boolean {
  return text.startsWith(says, at) || text.startsWith(`，${says}`, at) || text.startsWith(`（${says}`, at);
}

/**
 * Compares what a text cites with the rulebook: the statute is known there, has
 * this place in a rule stated as law, and where the words of the place follow,
 * they are the right ones.
 * @param days whose law the text states
 */
export function checkLaws(text: string, days: LawDays): Misplaced[] {
  const grounds = groundsOn(days);
  const found: Misplaced[] = [];
  let statute: StatuteKey | undefined;
  let titleAt = -1;
  for (const match of text.matchAll(CITED)) {
    const [whole, title] = match;
    const end = match.index + whole.length;
    if (title !== undefined) {
      statute = statuteOf(title);
      titleAt = match.index;
      if (statute === undefined && isCalledLaw(title, text.slice(end, end + 2))) {
        const near = (Object.keys(STATUTES) as StatuteKey[])
          .map((key) => statuteTitle(key))
          .find((name) => likeness(name, whole) > 0.7);
        found.push({ start: match.index, end, why: '规则库里没有这部法律', suggestion: near ?? '' });
      }
      continue;
    }
    // An article without a statute in the same sentence is a clause of a contract or agreement.
    if (titleAt < 0 || /[。\n]/.test(text.slice(titleAt, match.index))) {
      statute = undefined;
      titleAt = -1;
      continue;
    }
    if (statute === undefined) continue;
    const places = placesOf(statute, days.today);
    const known = places.some((place) => place.startsWith(whole));
    const own = grounds.filter((ground) => ground.statute === statute && ground.article === whole);
    const following = text.slice(end, end + 120);
    const other = grounds.find((ground) => sameWords(text, end, ground.says));
    if (!known) {
      const right = other && other.statute === statute ? other.article : '';
      found.push({ start: match.index, end, why: '规则库里没有这一条', suggestion: right });
    } else if (other && !own.some((ground) => ground.says === other.says)) {
      found.push({ start: match.index, end, why: '后面写的不是这一条的内容', suggestion: other.article });
    } else if (!other && own.length > 0) {
      const nearest = own.find((ground) => likeness(following.slice(0, ground.says.length + 2), ground.says) > 0.6);
      if (nearest)
        found.push({
          start: end,
          end: Math.min(text.length, end + 1 + nearest.says.length),
          why: '和规则库里这一条的表述不一样',
          suggestion: nearest.says,
        });
    }
  }
  return found;
}
