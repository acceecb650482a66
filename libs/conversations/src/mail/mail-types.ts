/** One mailbox. `address` is a plain addr-spec with the domain in lower case; `name` may be empty. */
export interface MailAddress {
  name: string;
  address: string;
}

export interface MailAttachment {
  /** as sent, cleaned for display; `safeName` makes it fit for a disk or a header */
  name: string;
  /** MIME type the sender claimed, lower case; `sniffType` tells the real one */
  declaredType: string;
  /** Content-ID without angle brackets */
  contentId: string | null;
  /** true when the HTML shows it as a picture */
  inline: boolean;
  bytes: Buffer;
}

/** Auto-Submitted (RFC 3834) by its keyword; `other` is an unknown keyword, which still means a machine. */
export type AutoSubmitted = 'no' | 'auto-replied' | 'auto-generated' | 'auto-notified' | 'other';

/** The machine-readable half of a multipart/report. */
export interface MailReport {
  /** `delivery-status`, `disposition-notification` … lower case */
  type: string;
  /** text of message/delivery-status */
  status: string;
  /** header block of the message the report is about, where it was returned */
  returnedHeaders: string;
}

export type MailWarning =
  | 'charset_guessed'
  | 'characters_replaced'
  | 'date_unreadable'
  | 'from_unreadable'
  | 'message_id_missing'
  | 'message_id_repeated'
  | 'mime_broken'
  | 'files_left_out'
  | 'addresses_left_out'
  | 'text_cut'
  | 'html_cut'
  | 'html_too_deep';

export interface ParsedMail {
  /** with angle brackets, case kept; null when the mail has none */
  messageId: string | null;
  /** first id of In-Reply-To */
  inReplyTo: string | null;
  /** oldest first, without repeats */
  references: string[];
  from: MailAddress | null;
  /** the From line as written, cleaned, for a mail whose sender is no valid address */
  fromText: string;
  replyTo: MailAddress[];
  sender: MailAddress | null;
  /** '' for the empty path `<>`, null when there is no such header */
  returnPath: string | null;
  to: MailAddress[];
  cc: MailAddress[];
  /** Delivered-To, X-Original-To, Envelope-To: where this copy went */
  deliveredTo: string[];
  /** decoded and cleaned; '' when missing */
  subject: string;
  /** what the sender claims; null when missing or unreadable */
  date: Date | null;
  /** the plain text, null when only HTML holds the whole */
  text: string | null;
  /** raw HTML as sent: never to be shown before `sanitiseHtml` */
  html: string | null;
  attachments: MailAttachment[];
  /** the few headers other pieces need, lower-case name to unfolded values */
  headers: Map<string, string[]>;
  autoSubmitted: AutoSubmitted;
  listId: string | null;
  report: MailReport | null;
  /** how many servers have passed it on */
  receivedLines: number;
  /** hex sha256 of who, when, what: equal for the same mail delivered twice */
  contentKey: string;
  warnings: MailWarning[];
}
