import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile } from '../../casefile/case-file.ts';
import { caseInfo, recordVet } from '../../casefile/case-info.ts';
import { storeBytes } from '../../casefile/contents.ts';
import { addExhibit, withdrawExhibit } from '../../casefile/exhibits.ts';
import { currentFacts } from '../../casefile/facts.ts';
import { showMoment, type Moment } from '../../model/moment.ts';
import { safeFileName } from '../../model/text.ts';
import { vetVerdict, type VetAnswers, type VetOutcome } from '../../law/vetting/vetting.ts';
import { VET_ITEMS, type VetItem } from '../../law/vetting/vetting-items.ts';
import { makeFolder } from '../files/folder.ts';
import { explainWrite, writeNew } from '../files/write.ts';
import { homeFolder, type World } from '../files/home-folder.ts';

export type { VetAnswer, VetAnswers } from '../../law/vetting/vetting.ts';
export type { VetItem } from '../../law/vetting/vetting-items.ts';

/** What to check before buying, in the order in which a careful buyer asks. */
export function vetItems(): readonly VetItem[] {
  return VET_ITEMS;
}

/** A platform checked before buying, kept in the home folder for the next time. */
export interface Vet {
  id: string;
  platform: string;
  at: Moment;
  answers: VetAnswers;
  outcome: VetOutcome;
}

const folderOf = (world: World): string => join(homeFolder(world), 'vets');

/** All that were kept, newest first; one that cannot be read is left out. */
export function listVets(world: World): Vet[] {
  let names: string[];
  try {
    names = readdirSync(folderOf(world)).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
  return names
    .flatMap((name) => {
      try {
        const vet = JSON.parse(readFileSync(join(folderOf(world), name), 'utf8')) as Vet;
        return typeof vet.platform === 'string' && typeof vet.at === 'string' && vet.outcome ? [vet] : [];
      } catch {
        return [];
      }
    })
    .toSorted((a, b) => b.at.localeCompare(a.at));
}

/** Judges the answers and keeps them. @throws KamengError of vetVerdict, OUT_NOT_WRITABLE */
export function keepVet(world: World, platform: string, answers: VetAnswers, at: Moment): Vet {
  const vet: Vet = { id: randomUUID(), platform, at, answers, outcome: vetVerdict(answers) };
  const path = join(folderOf(world), safeFileName(`${at.slice(0, 10)}-${platform}-${vet.id.slice(0, 8)}.json`));
  try {
    makeFolder(folderOf(world));
  } catch (error) {
    throw explainWrite(error as NodeJS.ErrnoException, path);
  }
  writeNew(path, `${JSON.stringify(vet, null, 2)}\n`);
  return vet;
}

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFKC').replace(/\s/g, '').toLowerCase() === b.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * When this case's platform was checked before the purchase, what was found goes
 * into the case as an exhibit: the case never points outside of itself.
 * @returns the check that was linked, or undefined
 */
export function linkVet(world: World, file: CaseFile): Vet | undefined {
  const platform = currentFacts(file).platform?.value;
  if (!platform || caseInfo(file).vetId) return undefined;
  const vet = listVets(world).find((one) => sameName(one.platform, platform));
  if (!vet) return undefined;
  file.write(() => {
    const content = storeBytes(file, Buffer.from(vetText(vet), 'utf8'));
    const no = addExhibit(file, {
      contentId: content.id,
      file: safeFileName(`购买前核查-${vet.platform}.txt`),
      mediaType: 'text/plain',
      category: 'other',
      kind: 'other',
      labelledBy: 'user',
      confidence: 1,
      note: `${showMoment(vet.at)} 的核查`,
    });
    // Notes of the buyer's own: kept with the case, and no proof of anything.
    withdrawExhibit(file, no, '购买前的核查笔记，留存备查，不作为证据提交');
    recordVet(file, vet.id);
  });
  return vet;
}

export const VERDICTS = { go: '可以买', caution: '要小心', stop: '不要买' } as const;

function vetText(vet: Vet): string {
  const lines = VET_ITEMS.map(
    (item) => `${item.question} ${{ yes: '是', no: '否', unknown: '没查' }[vet.answers[item.id] ?? 'unknown']}`,
  );
  return [
    `购买前核查：${vet.platform}`,
    `时间：${showMoment(vet.at)}`,
    `结论：${VERDICTS[vet.outcome.verdict]}`,
    ...lines,
    '',
  ].join('\n');
}
