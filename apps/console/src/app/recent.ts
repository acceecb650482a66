export interface Recent { number: number; subject: string | null }

/** Tickets opened since the page was loaded, newest first; in memory only. */
let list: Recent[] = [];

export function remember(ticket: Recent): void {
  list = [ticket, ...list.filter((each) => each.number !== ticket.number)].slice(0, 8);
}

export function recentTickets(): Recent[] {
  return list;
}
