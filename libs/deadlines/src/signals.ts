import type { PolicyAttributes } from './policy';

/** What clocks need to know of their subject. Words as they are stored; `status` as it was before what is being told. */
export interface SubjectFacts extends PolicyAttributes {
  readonly status: string;
  readonly teamId: string;
  readonly assigneeId: string | null;
  /** When the customer turned to us; clocks that begin with the matter begin here. */
  readonly receivedAt: Date;
  /** Whether a person's answer stood before what is being told. */
  readonly hasHumanReply: boolean;
}

export interface Subject {
  readonly id: string;
  readonly kind: 'ticket';
}

/** Who ended a matter, since each ends an open reply clock under another name. */
export type EndedBy = 'agent' | 'system' | 'customer';

/**
 * What happened to a subject, for its clocks. `at` is when it happened, which may lie in the past. `entryId` is the timeline entry that
 * told it (of an acknowledgement: the outbound message), by which it can be taken back.
 */
export type Signal =
  /** The matter began. `byAgent`: we turned to the customer first, so nobody waits for a first reply. */
  | { readonly type: 'opened'; readonly at: Date; readonly contactEntryId: string | null; readonly byAgent: boolean }
  /** The customer said something, in person. */
  | { readonly type: 'contact'; readonly at: Date; readonly entryId: string | null }
  /** A person of ours answered, publicly; also a connected call to the customer. */
  | { readonly type: 'reply'; readonly at: Date; readonly entryId: string; readonly call?: boolean }
  /** The customer was told that it has arrived. */
  | { readonly type: 'ack'; readonly at: Date; readonly entryId: string | null; readonly automatic: boolean }
  /** A reply or acknowledgement was taken back, failed or bounced: it never counted. */
  | { readonly type: 'void'; readonly at: Date; readonly entryId: string }
  | { readonly type: 'status'; readonly at: Date; readonly from: string; readonly to: string; readonly by: EndedBy }
  /** A field that policies may ask for has changed. */
  | { readonly type: 'attributes'; readonly at: Date; readonly before: PolicyAttributes; readonly after: PolicyAttributes }
  /** The customer called and was answered: met in contact. `at` is when it rang. */
  | { readonly type: 'in_contact'; readonly at: Date; readonly answeredAt: Date; readonly entryId: string | null }
  /** A colleague sets a due time by hand. */
  | { readonly type: 'fix'; readonly at: Date; readonly deadlineId: string; readonly dueAt: Date; readonly reason: string }
  /** A colleague says that no reply is needed. */
  | { readonly type: 'waive'; readonly at: Date; readonly reason: string }
  /** Something was promised for a time; null: by the policy's own target. */
  | { readonly type: 'promised'; readonly at: Date; readonly metric: 'callback' | 'remedy'; readonly dueAt: Date | null; readonly entryId: string | null }
  /** Attempts to keep a promise were given up. */
  | { readonly type: 'given_up'; readonly at: Date; readonly metric: 'callback' | 'remedy'; readonly reason: string }
  | { readonly type: 'done'; readonly at: Date; readonly metric: 'decision' | 'remedy' | 'callback' | 'statutory'; readonly entryId: string | null }
  /** A clock of the law stands for one of the reasons the law knows. */
  | { readonly type: 'suspend'; readonly at: Date; readonly metric: 'decision' | 'statutory'; readonly reason: string }
  | { readonly type: 'unsuspend'; readonly at: Date; readonly metric: 'decision' | 'statutory'; readonly reason?: string };
