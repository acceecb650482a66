import { match } from './match';

type Answer = { __typename: 'Ticket'; number: number } | { __typename: 'TicketNotFound'; code: string };

describe('match', () => {
  it('calls the arm of the member and gives it that member', () => {
    const answer = { __typename: 'Ticket', number: 10482 } as Answer;
    expect(match(answer, { Ticket: (ticket) => ticket.number, TicketNotFound: () => 0 })).toBe(10482);
  });

  it('says which member is unknown when the server is newer than the console', () => {
    const answer = { __typename: 'TicketLocked' } as unknown as Answer;
    expect(() => match(answer, { Ticket: () => 1, TicketNotFound: () => 0 })).toThrow(/TicketLocked/);
  });
});
