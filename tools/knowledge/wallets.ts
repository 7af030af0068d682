import { walletSchema, type Bill, type Wallet } from '../../src/knowledge/schema/wallets.ts';
import type { KnowledgeFile, KnowledgeSource } from './source.ts';
import type { Subject } from './subject.ts';

type WalletFile = KnowledgeFile<Omit<Wallet, 'id'>>;

/** `knowledge/wallets/<wallet>.yaml`: one wallet, bank or shop: how it is called, whom a letter addresses, its bills. */
export const wallets: Subject = (source) => {
  const files = source.folder('wallets', walletSchema);
  checkChoices(source, files);
  checkBills(source, files);
  const choices = files
    .flatMap(({ name: id, data: { name, choice } }) =>
      choice
        ? [
            {
              place: choice.place,
              way: { id, name, shown: choice.shown ?? name, asked: choice.asked ?? name, service: choice.service },
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.place - b.place);
  return [
    {
      // Apart from the bills, since the screen and the letters need no more.
      name: 'paid-by',
      imports: [],
      exports: [{ name: 'WAYS_OF_PAYING', type: 'const', value: choices.map(({ way }) => way) }],
    },
    {
      name: 'wallets',
      imports: ["import type { Wallet } from '../schema/wallets.ts';"],
      exports: [
        {
          name: 'WALLETS',
          type: 'readonly Wallet[]',
          value: files.map(({ name, data }) => ({ id: name, ...data })),
        },
      ],
    },
  ];
};

/** A payment is one of the choices that have a file. */
function checkChoices(source: KnowledgeSource, files: readonly WalletFile[]): void {
  const choices = files.filter(({ data }) => data.choice).map(({ name }) => name);
  for (const { path, data, lineOf } of files) {
    if (data.paidBy === undefined || data.paidBy === 'by_row' || choices.includes(data.paidBy)) continue;
    source.problems.add(path, lineOf(['paidBy']), `paidBy: ${data.paidBy} is none of ${choices.join(', ')}`);
  }
}

/** A table that two wallets could have written would be called by the name of one of them. */
function checkBills(source: KnowledgeSource, files: readonly WalletFile[]): void {
  const bills = files.flatMap((file) => (file.data.bill ? [{ file, bill: file.data.bill }] : []));
  for (const [i, { file, bill }] of bills.entries()) {
    for (const other of bills.slice(0, i)) {
      if (!sameTable(bill, other.bill)) continue;
      source.problems.add(
        file.path,
        file.lineOf(['bill', 'columns']),
        `a table with these columns would be taken for a bill of ${other.file.name}: name a needed column that only one has`,
      );
    }
  }
}

/** Could one header have all needed columns of both? Only when one's needed names are among all names of the other. */
function sameTable(a: Bill, b: Bill): boolean {
  const within = (one: Bill, other: Bill): boolean => {
    const known = new Set(other.columns.flatMap(({ names }) => names));
    return one.columns.every(({ names, needed }) => !needed || names.some((name) => known.has(name)));
  };
  return within(a, b) || within(b, a);
}
