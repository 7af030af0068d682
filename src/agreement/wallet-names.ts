import { once } from '../model/once.ts';
import { exhibitsOf, onlyWallets, type Group, type Mentions } from './groups.ts';
import { isCompany } from './payees.ts';
import { namesMeet } from './same-value.ts';

/**
 * Whom only the wallet names, where a shop's page or the talk has a name of its own: the payee, not the shop. A name
 * that both readers find is one; against a company's full name one that only looks like it is enough.
 */
export function isBehindWallet(group: Group, groups: readonly Group[]): boolean {
  return (
    onlyWallets(group) &&
    groups.some(
      (other) =>
        !onlyWallets(other) &&
        !namesMeet(group.value, other.value) &&
        other.members.some(
          (member) =>
            member.agreed || (member.certain && ((member.by !== 'guess' && !member.denied) || isCompany(group.value))),
        ),
    )
  );
}

/** `王小明`, `*明`: as short as people's names, hidden in part or not. */
const shortName = once(() => /^[\p{Script=Han}*＊•]{1,4}$/u);

/** Is it over a door, neither on a licence nor a person's: as good a shop's name as one that a talk alone has? */
export const isOverDoor = (name: string): boolean => !isCompany(name) && !shortName().test(name);

/**
 * A name that no page of the shop has: who took the money, and often not what the shop is called. What is no name of a
 * licence nor of a person is the shop's own, unless another exhibit may have a name as well.
 */
export function isPayeeOnly(group: Group, groups: readonly Group[], mentions: Mentions): boolean {
  const exhibits = exhibitsOf(group.members);
  if (!onlyWallets(group) || mentions('merchant', group.value, exhibits[0]!)) return false;
  if (!isOverDoor(group.value)) return true;
  return groups.some(
    (other) => !namesMeet(group.value, other.value) && exhibitsOf(other.members).some((no) => !exhibits.includes(no)),
  );
}
