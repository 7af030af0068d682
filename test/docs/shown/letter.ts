import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onStage } from './play.ts';

/** The complaint of the example dossier as PDF, and the hash of its words. */
export function letterOfExample(): Promise<{ pdf: Uint8Array; print: string }> {
  return onStage((stage) => {
    stage.run('kameng new 截图 -y --demand 退款 --case ./季卡.kameng', '2026-11-25');
    stage.run('kameng facts buyerName=林晓雨', '2026-11-25');
    stage.run('kameng letter --to platform -y --format txt,pdf --out 文书', '2026-11-25');
    const file = (ending: string): Uint8Array => {
      const name = readdirSync(join(stage.folder, '文书')).find((one) => one.endsWith(ending))!;
      return readFileSync(join(stage.folder, '文书', name));
    };
    return { pdf: file('.pdf'), print: createHash('sha256').update(file('.txt')).digest('hex').slice(0, 32) };
  });
}
