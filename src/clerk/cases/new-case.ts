import { caseInfo, renameCase } from '../../casefile/case-info.ts';
import { currentFacts } from '../../casefile/facts.ts';
import { DISPUTES, type Dispute } from '../../model/dispute.ts';
import { standingValue, type FactKey, type Facts } from '../../model/facts.ts';
import { chinaDay, type Moment } from '../../model/moment.ts';
import { safeFileName } from '../../model/text.ts';
import { placeNewCase } from './home.ts';
import type { World } from '../files/home-folder.ts';
import { createCase, type OpenCase } from './open-case.ts';
import { linkVet, type Vet } from './vets.ts';

/** What is known of a case before there is a file for it. */
export interface NewCase {
  facts: ReadonlyMap<FactKey, string>;
  /** A title that the user chose. */
  title?: string | undefined;
  /** The one file or folder that the evidence comes from. */
  from?: string | undefined;
  /** The file or name of `--case`. */
  named?: string | undefined;
}

/** Creates an empty case, named after its title, its evidence, or its seller and trouble. @throws KamengError of placeNewCase, createCase */
export function openNewCase(world: World, now: () => Moment, wanted: NewCase): OpenCase {
  const { facts, title, from } = wanted;
  const dispute = facts.get('dispute') as Dispute | undefined;
  const seller = facts.get('merchant') ?? facts.get('platform');
  const name = title ?? from ?? [seller, dispute && DISPUTES[dispute].label].filter(Boolean).join('-');
  const suggestion = safeFileName([chinaDay(now()), name].filter(Boolean).join('-'));
  return createCase(world, placeNewCase(world, wanted.named, suggestion), title ?? (name || suggestion), now);
}

/**
 * Gives a new case what follows from its facts: the check before buying that was kept, and its title.
 * @param title one that the user chose stays
 * @returns the check that was taken in, when there was one
 */
export function completeNewCase(world: World, file: OpenCase, title: string | undefined): Vet | undefined {
  const vet = linkVet(world, file);
  nameNewCase(file, title);
  return vet;
}

/** Names a new case by what is known of it, unless the user has. */
export function nameNewCase(file: OpenCase, title: string | undefined): void {
  const known = title ?? titleOf(currentFacts(file));
  if (known !== undefined && known !== caseInfo(file).title) renameCase(file, known);
}

/** A title from what is known: seller, product, trouble; undefined while nothing is. */
function titleOf(facts: Facts): string | undefined {
  const dispute = standingValue(facts, 'dispute') as Dispute | undefined;
  const parts = [
    standingValue(facts, 'merchant') ?? standingValue(facts, 'platform'),
    standingValue(facts, 'product'),
    dispute && DISPUTES[dispute].label,
  ];
  const title = parts.filter(Boolean).join(' · ');
  return title === '' ? undefined : title.slice(0, 100);
}
