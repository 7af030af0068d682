import type { LocalAddress } from '../../../clerk/intake/receive.ts';
import { KamengError, usageError } from '../../../model/errors.ts';
import type { Choice } from '../../prompter.ts';

/**
 * The one address to listen on.
 * @param wanted as typed; it has to be one of this computer's
 * @param ask asks a person which one; absent where nobody can be asked, and the likeliest is taken
 * @throws KamengError RECEIVE_NO_NETWORK, RECEIVE_ADDRESS
 */
export async function chooseAddress(
  addresses: readonly LocalAddress[],
  wanted: string | undefined,
  ask?: (choices: Choice<string>[]) => Promise<string>,
): Promise<string> {
  const [likeliest, ...others] = addresses;
  if (likeliest === undefined) {
    throw new KamengError('RECEIVE_NO_NETWORK', '这台电脑现在没有连在家用或办公的局域网里，手机找不到它', {
      hints: [
        '连上和手机同一个无线网后再运行；或者打开手机的个人热点，让电脑连上去',
        '不用网络也行：用数据线把照片拷到电脑，再运行 kameng add 文件夹',
      ],
    });
  }
  const list = addresses.map(({ address, name }) => `${address}（${name}）`).join('、');
  if (wanted !== undefined) {
    if (addresses.some(({ address }) => address === wanted)) return wanted;
    throw usageError('RECEIVE_ADDRESS', `${wanted} 不是这台电脑的局域网地址`, `可选：${list}`);
  }
  if (others.length === 0 || !ask) return likeliest.address;
  return ask(addresses.map(({ address, name }) => ({ value: address, name: `${address}  ${name}` })));
}
