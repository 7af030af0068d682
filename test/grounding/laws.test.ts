import { describe, expect, it } from 'vitest';
import { checkLaws } from '../../src/grounding/laws.ts';

const DAYS = { today: '2026-11-25', startedOn: () => undefined };
const taken = (text: string): string[] => checkLaws(text, DAYS).map(({ start, end }) => text.slice(start, end));

describe('what stands in 《》', () => {
  it.each([
    '《魔法门》',
    '《方法论》',
    '《西班牙语语法》',
    '《孙子兵法》',
    '《最强剑法》',
    '《解释者》',
    '《规定动作》',
    '《游戏规则》',
    '《赌徒的法则》',
    '《法师崛起》',
  ])('%s is a game or a book', (title) => {
    expect(taken(`我购买了${title}激活码。`)).toEqual([]);
  });

  it.each([
    '《预算法》',
    '《虚拟商品退款法》',
    '《中华人民共和国魔法》',
    '《电子卡券管理办法（2024修正）》',
    '《孙子兵法》第三条',
  ])('%s is called a law', (title) => {
    expect(taken(`依据${title}，应当退款。`)).toEqual([/《[^》]*》/.exec(title)![0]]);
  });
});
