/** Why somebody is told. Keys are what the API says, values what is stored. */
export const NoticeCause = {
  ASSIGNED: 'assigned', MENTIONED: 'mentioned', CUSTOMER_REPLIED: 'customer_replied',
  DEADLINE_WARN: 'deadline_warn', DEADLINE_LATE: 'deadline_late', DEADLINE_ESCALATED: 'deadline_escalated', DIGEST: 'digest',
} as const;
export type NoticeCause = (typeof NoticeCause)[keyof typeof NoticeCause];
export const CAUSES = Object.values(NoticeCause);

export const NoticeChannel = { IN_APP: 'in_app', MAIL: 'mail', PUSH: 'push' } as const;
export type NoticeChannel = (typeof NoticeChannel)[keyof typeof NoticeChannel];
export const CHANNELS = Object.values(NoticeChannel);
/** Those that leave the house and are kept as deliveries. */
export type OutwardChannel = Exclude<NoticeChannel, 'in_app'>;

export const isAboutDeadline = (cause: NoticeCause): boolean => cause.startsWith('deadline_') || cause === 'digest';
