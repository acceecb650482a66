/** Who mails about a ticket come from, and where answers to them go. */
export interface CaseSender {
  readonly name: string;
  readonly address: string;
  /** Answers to it are threaded to the ticket. */
  readonly replyTo: string;
}

/** Port: the address a ticket is answered from. Mailboxes belong to a library above this one; without it there is none. */
export abstract class CaseMail {
  /** Null when the desk has no mailbox. @param language `fi`, `sv` or `en` */
  abstract senderOf(ticketId: string, teamId: string, language: string): Promise<CaseSender | null>;
}
