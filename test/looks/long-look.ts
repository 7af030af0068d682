import type { Draw } from './draw.ts';
import { pad } from './forms.ts';
import { esc } from './layout-parts.ts';
import { bubble, type Look } from './pieces.ts';
import type { Words } from './words.ts';

/** A look stitched from three to six screens: what stands around it is of no use, and not to be taken for something. */
export function lengthened(look: Look, words: Words, draw: Draw): Look {
  if (look.kind === 'chat') return { ...look, html: look.html + talk(words, draw, draw.int(24, 60)) };
  if (look.kind !== 'order') return look;
  return { ...look, html: look.html + rules(words, draw) + recommended(words, draw, draw.int(8, 16)) };
}

function talk(words: Words, draw: Draw, count: number): string {
  const said = [...words.greetings, ...words.answers];
  return Array.from({ length: count }, (_, i) => {
    const time = i % 9 === 8 ? `<div style="text-align:center;font-size:22px;color:#999">${clock(draw)}</div>` : '';
    return time + bubble(draw.chance(0.5) ? 'buyer' : 'other', draw.pick(said), 28);
  }).join('');
}

const clock = (draw: Draw): string => `${pad(draw.int(7, 23))}:${pad(draw.int(0, 59))}`;

function rules(words: Words, draw: Draw): string {
  const lines = draw.some(words.banners, 4).map((line, i) => `<div>${i + 1}、${esc(line)}</div>`);
  return `<div style="margin:30px;font-size:24px;color:#666;line-height:1.8"><div>购买须知</div>${lines.join('')}</div>`;
}

function recommended(words: Words, draw: Draw, count: number): string {
  const cards = Array.from(
    { length: count },
    () =>
      `<div style="width:46%;margin:10px 2%"><div style="height:300px;background:#e6e6e6"></div><div style="font-size:24px">${esc(draw.pick(words.products))}</div><div style="font-size:26px;color:#e40">¥${draw.int(3, 180)}.${pad(draw.int(0, 99))} <span style="font-size:20px;color:#999">${draw.int(2, 900)}人付款</span></div></div>`,
  );
  return `<div style="text-align:center;font-size:28px;margin:40px 0">${draw.pick(['猜你喜欢', '为你推荐', '店铺热卖'])}</div><div style="display:flex;flex-wrap:wrap">${cards.join('')}</div>`;
}
