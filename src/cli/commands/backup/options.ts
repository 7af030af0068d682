import { declare, type Options } from '../../command.ts';
import { path } from '../../options.ts';

export const BACKUP = declare(
  'backup',
  '把案卷原样复制一份，名字带日期；旧的备份不会删',
  {
    out: path('--out <dir>', '放到哪个文件夹，最好是另一个磁盘（默认在案卷文件夹的 backups 里）'),
  },
  ['kameng backup', 'kameng backup --out U盘文件夹'],
);

export type BackupOptions = Options<typeof BACKUP>;
