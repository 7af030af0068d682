/** A message of a bank, and what it says. */
export interface Notice {
  text: string;
  /** What was taken from the account, in 元. */
  amount?: string;
  /** Money that came in, which is no payment. */
  incoming?: string;
  /** Money of another country. */
  foreign?: string;
  /** With the year where the message has it. */
  day?: string;
  /** Whom the message names as paid. */
  payee?: string;
}
