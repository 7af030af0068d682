import { keepMe, ME_KEYS, readMe, type Me, type MeKey } from '../../../clerk/cases/me.ts';
import { usageError } from '../../../model/errors.ts';
import { factSpec, maskValue } from '../../../model/facts.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { surePhone } from '../../understand.ts';
import { columns } from '../../views/wrap.ts';
import type { MeArgs } from './options.ts';

/** What each is called here, where nobody but the buyer is meant. */
const CALLED: Record<MeKey, readonly string[]> = {
  buyerName: ['姓名', 'name'],
  buyerPhone: ['电话', '手机', '手机号', 'phone'],
  buyerAddress: ['地址', 'address'],
  buyerIdNo: ['证件号码', '身份证', '身份证号', 'idNo', 'id'],
};

export async function run(context: Context, [words]: MeArgs): Promise<void> {
  const changes = new Map<MeKey, string>();
  for (const [key, value] of words.map(parse)) changes.set(key, await surePhone(context, key, value));
  const asked = words.length === 0 && context.interactive ? await ask(context) : changes;
  const me = asked.size > 0 ? keepMe(context.world, asked) : readMe(context.world);
  if (context.options.json) context.io.json({ me });
  else show(context, me);
}

function parse(word: string): [MeKey, string] {
  const [, name = '', value = ''] = /^([^=＝]*)[=＝](.*)$/s.exec(word) ?? [];
  const key = ME_KEYS.find((id) =>
    [id, factSpec(id).label, ...CALLED[id]].some((one) => one.toLowerCase() === name.trim().toLowerCase()),
  );
  if (key === undefined)
    throw usageError(
      'ME_KEY',
      `要写成 姓名=… 这样：${word}`,
      `可以填：${ME_KEYS.map((id) => CALLED[id][0]).join('、')}`,
    );
  return [key, value.trim()];
}

async function ask(context: Context): Promise<Map<MeKey, string>> {
  const prompter = await context.prompter();
  const me = readMe(context.world);
  const changes = new Map<MeKey, string>();
  context.io.say('只存在这台电脑上，只有你能读；哪份文书要用，才抄进那个案卷。');
  for (const key of ME_KEYS) {
    const before = me[key];
    const message = `${CALLED[key][0]}${before === undefined ? '（不填就直接回车）' : ''}`;
    const typed = (await prompter.input({ message, ...(before === undefined ? {} : { default: before }) })).trim();
    if (typed === '' || typed === before) continue;
    const sure = (await surePhone(context, key, typed, `${CALLED[key][0]}（不改就直接回车）`)).trim();
    if (sure !== '') changes.set(key, sure);
  }
  return changes;
}

function show({ io }: Context, me: Me): void {
  const kept = ME_KEYS.filter((key) => me[key] !== undefined);
  if (kept.length === 0) io.say('还没有填。kameng me 姓名=… 电话=… 地址=… 证件号码=…');
  // The number of an identity card is not for a screen that others may see.
  const shown = (key: MeKey): string => (key === 'buyerIdNo' ? maskValue(me[key]!) : me[key]!);
  for (const line of columns(
    kept.map((key) => [CALLED[key][0]!, printable(shown(key))]),
    io.width.stdout,
  ))
    io.data(line);
}
