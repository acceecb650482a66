import { SUBJECT_WORDS } from '@kaiku/deadlines';
import { LOCALES } from '@kaiku/kernel';
import { TicketChannel, TicketKind, TicketPriority } from './ticket.words';

test('policies ask for the words that tickets have', () => {
  const words = { kinds: Object.values(TicketKind), channels: Object.values(TicketChannel), priorities: Object.values(TicketPriority), languages: LOCALES };
  for (const [name, own] of Object.entries(words)) expect([...SUBJECT_WORDS[name as keyof typeof SUBJECT_WORDS]].sort()).toEqual([...own].sort());
});
