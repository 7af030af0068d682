import type { ApartTop } from './apart-names.ts';
import { between, chevron, type Page } from './apart-page.ts';

const dots = '<span style="letter-spacing:4px">···</span>';
const capsule = `<span style="display:inline-block;border:1px solid #ddd;border-radius:32px;padding:6px 20px;font-size:20px">${dots}&nbsp;&nbsp;◎</span>`;

/** What stands above all else. @param title HTML */
export function apartTop(page: Page, top: ApartTop, title: string): string {
  const { size } = page;
  switch (top) {
    case 'plainBack':
      return between(
        `${chevron()}<span style="margin-left:26px">${title}</span>`,
        dots,
        `padding:22px 30px;font-size:${size + 4}px`,
      );
    case 'capsuleLeft':
      return between(
        `${chevron()}<span style="margin-left:20px">${title}</span>`,
        capsule,
        `padding:16px 20px 16px 30px;font-size:${size + 2}px`,
      );
    case 'searchBar':
      return (
        between(
          chevron(),
          `<span style="display:inline-block;width:520px;background:#f2f2f2;border-radius:30px;padding:10px 24px;font-size:${size - 4}px;color:#aaa">搜索我的订单</span>`,
          'padding:14px 30px',
        ) + `<div style="padding:16px 30px;font-size:${size + 2}px;font-weight:bold">${title}</div>`
      );
    case 'closeAndTitle':
      return `<div style="position:relative;text-align:center;padding:20px 120px;font-size:${size + 2}px"><span style="position:absolute;left:30px;font-size:${size + 6}px;top:16px">×</span>${title}<span style="position:absolute;right:30px;top:20px">${dots}</span></div>`;
    case 'pageTabs':
      return `<div style="background:#dfe3e8;padding:8px 10px 0;font-size:${size - 8}px"><span style="display:inline-block;background:#fff;border-radius:12px 12px 0 0;padding:10px 40px 10px 22px">${title}</span></div><div style="background:#fff;padding:10px 20px;border-bottom:1px solid #ddd"><div style="background:#f1f3f4;border-radius:24px;height:36px"></div></div>`;
    case 'colourHead':
      return `<div style="background:linear-gradient(90deg,#5b6cff,#a463f2);color:#fff;text-align:center;padding:26px 30px;font-size:${size + 4}px">${title}</div>`;
    case 'bare':
      return `<div style="padding:26px 30px 8px;font-size:${size + 12}px;font-weight:bold">${title}</div>`;
  }
}
