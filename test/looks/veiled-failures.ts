/** Pages, dialogs and sheets of the set `veiled` that say no. */
export const VEILED_FAILURES = [
  'androidDialog',
  'iosAlert',
  'resultPage',
  'gamePopup',
  'redUnderCode',
  'noticeAndRules',
  'webError',
  'emptyPage',
] as const;
export type VeiledFailure = (typeof VEILED_FAILURES)[number];

export const isVeiledFailure = (form: string): form is VeiledFailure =>
  (VEILED_FAILURES as readonly string[]).includes(form);

interface Said {
  /** HTML of what failed, of the words above and on the button. */
  failure: string;
  title: string;
  button: string;
}

const dimmed = (inner: string): string =>
  `<div style="background:#00000055;padding:200px 0 260px;margin-top:20px">${inner}</div>`;

/** A page that says that something did not work. */
export function veiledFailureIn(form: VeiledFailure, { failure, title, button }: Said, size: number): string {
  switch (form) {
    case 'androidDialog':
      return dimmed(
        `<div style="margin:0 80px;background:#fff;border-radius:8px;padding:36px 40px 24px"><div style="font-size:${size + 4}px;font-weight:bold">${title}</div><div style="font-size:${size}px;color:#555;margin:24px 0 36px">${failure}</div><div style="text-align:right;font-size:${size - 1}px;color:#0a8f7a"><span style="margin-right:60px">取消</span><span>${button}</span></div></div>`,
      );
    case 'iosAlert':
      return dimmed(
        `<div style="margin:0 100px;background:#f8f8f8;border-radius:26px;text-align:center"><div style="font-size:${size + 2}px;font-weight:600;padding:34px 30px 8px">${title}</div><div style="font-size:${size - 3}px;padding:0 34px 30px">${failure}</div><div style="border-top:1px solid #ccc;padding:20px;font-size:${size + 2}px;color:#007aff">${button}</div></div>`,
      );
    case 'resultPage':
      return `<div style="margin:110px auto 30px;width:130px;height:130px;border-radius:50%;border:8px solid #e64340"></div><div style="text-align:center;font-size:${size + 10}px">${title}</div><div style="text-align:center;font-size:${size - 2}px;color:#888;margin:22px 60px 120px">${failure}</div><div style="margin:0 auto;width:300px;text-align:center;border:1px solid #ccc;border-radius:10px;padding:16px;font-size:${size}px">${button}</div>`;
    case 'gamePopup':
      return `<div style="background:#1c2333;padding:150px 40px 200px"><div style="border:4px solid #b08d57;background:#2c3550;color:#f1e4c3"><div style="text-align:center;padding:16px;background:#3b4568;font-size:${size + 2}px">${title}</div><div style="text-align:center;padding:60px 40px;font-size:${size}px">${failure}</div><div style="margin:0 auto 30px;width:220px;text-align:center;background:#c89b3c;color:#222;padding:12px;font-size:${size}px">${button}</div></div></div>`;
    case 'redUnderCode':
      return `<div style="margin:40px 36px 0;font-size:${size}px">请输入兑换信息</div><div style="margin:18px 36px;border:1px solid #bbb;border-radius:10px;height:84px"></div><div style="margin:0 40px;font-size:${size - 5}px;color:#f33">${failure}</div><div style="margin:40px 36px;background:#3370ff;color:#fff;border-radius:10px;text-align:center;padding:20px;font-size:${size}px">${button}</div>`;
    case 'noticeAndRules':
      return `<div style="margin:24px;background:#fff7e6;border:1px solid #ffd591;border-radius:8px;padding:22px 26px;font-size:${size}px;color:#ad4e00">${failure}</div><div style="margin:40px 30px 12px;font-size:${size - 2}px;font-weight:bold">使用规则</div>${[
        '每个账号每天限操作5次',
        '请区分字母大小写',
        '最终解释权归运营方所有',
      ]
        .map((rule, i) => `<div style="margin:8px 30px;font-size:${size - 6}px;color:#888">${i + 1}. ${rule}</div>`)
        .join('')}`;
    case 'webError':
      return `<div style="margin:80px 40px;border:1px solid #eee;box-shadow:0 2px 12px #0001;padding:50px 40px"><div style="font-size:${size + 6}px;margin-bottom:26px">${title}</div><div style="font-size:${size - 1}px;color:#555">原因：${failure}</div><div style="margin-top:50px;font-size:${size - 4}px;color:#1677ff">${button} &nbsp; 返回上一页</div></div>`;
    case 'emptyPage':
      return `<div style="margin:240px auto 40px;width:220px;height:160px;background:#eee;border-radius:20px"></div><div style="text-align:center;font-size:${size - 2}px;color:#999;margin:0 70px">${failure}</div>`;
  }
}
