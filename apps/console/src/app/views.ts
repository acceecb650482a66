import { CalendarClock, Hourglass, Layers, MessageSquareWarning, PenLine, UserRound, UserRoundX, type LucideIcon } from 'lucide-react';
import type { View } from '../graphql/generated/graphql';
import type { MessageId } from '../i18n/intl';

export interface DeskView { view: View; slug: string; label: MessageId; icon: LucideIcon; chord?: string }

/** The system views in the order of the navigation. The slug is what stands in the address. */
export const views: DeskView[] = [
  { view: 'MY_OPEN', slug: 'my', label: 'view.MY_OPEN', icon: UserRound, chord: 'g q' },
  { view: 'UNASSIGNED', slug: 'unassigned', label: 'view.UNASSIGNED', icon: UserRoundX, chord: 'g u' },
  { view: 'DUE_TODAY', slug: 'due', label: 'view.DUE_TODAY', icon: CalendarClock, chord: 'g d' },
  { view: 'WAITING', slug: 'waiting', label: 'view.WAITING', icon: Hourglass, chord: 'g w' },
  { view: 'COMPLAINTS', slug: 'complaints', label: 'view.COMPLAINTS', icon: MessageSquareWarning },
  { view: 'MY_DRAFTS', slug: 'drafts', label: 'view.MY_DRAFTS', icon: PenLine },
  { view: 'ALL_OPEN', slug: 'all', label: 'view.ALL_OPEN', icon: Layers },
];

/** A bad link shows the first view rather than an error. */
export function viewOf(slug: string | undefined): DeskView {
  return views.find((view) => view.slug === slug) ?? (views[0] as DeskView);
}
