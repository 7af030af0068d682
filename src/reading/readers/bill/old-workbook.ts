import { failedReading, type Reader } from '../../reader.ts';

/** Office files from before 2007: no reader of them is kept, and the way on is short. */
export const readOldOffice: Reader = async (_source, context) =>
  failedReading('bill', '2', context.mediaType, {
    code: 'OLD_OFFICE_FILE',
    severity: 'error',
    message:
      '这是旧式 Office 文件（.xls 或 .doc），读不了。请用 Excel 或 WPS 打开后另存为 .xlsx 或 .csv，再添加一次；' +
      '原文件已完整保存',
  });
