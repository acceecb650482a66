import { decideAcknowledgement, decideThreading, type Candidate } from './threading.rules';

const candidate = (over: Partial<Candidate>): Candidate => ({ ticketId: 't1', by: 'signed_id', senderTakesPart: true, senderIsStaff: false, ...over });

describe('decideThreading', () => {
  test.each<[string, Candidate[], ReturnType<typeof decideThreading>]>([
    ['nothing points anywhere: a new ticket', [], { into: null, possiblyBelongsTo: null, suspicion: null }],
    ['a participant with our signed id joins', [candidate({})], { into: 't1', possiblyBelongsTo: null, suspicion: null }],
    ['SEC-S50 b a stranger with a right id gets their own ticket', [candidate({ senderTakesPart: false })], { into: null, possiblyBelongsTo: 't1', suspicion: 'stranger_in_thread' }],
    ['SEC-S50 a a number in the subject is a hint, even from a participant', [candidate({ by: 'subject_number' })], { into: null, possiblyBelongsTo: 't1', suspicion: null }],
    ['SEC-S50 d staff cannot answer by mail, token or not', [candidate({ by: 'reply_token', senderIsStaff: true })], { into: null, possiblyBelongsTo: 't1', suspicion: 'spoofed_agent' }],
    ['the strongest pointer wins', [candidate({ ticketId: 'old', by: 'known_id' }), candidate({ ticketId: 'token', by: 'reply_token' })], { into: 'token', possiblyBelongsTo: null, suspicion: null }],
    ['a weaker pointer where the sender takes part beats a stronger one where not', [candidate({ ticketId: 'x', by: 'reply_token', senderTakesPart: false }), candidate({ ticketId: 'mine', by: 'known_id' })], { into: 'mine', possiblyBelongsTo: null, suspicion: null }],
  ])('%s', (_name, candidates, expected) => expect(decideThreading(candidates)).toEqual(expected));
});

describe('decideAcknowledgement', () => {
  const facts = { human: true, newTicket: true, hasAddress: true, known: true, sentToday: 0, ageHours: 0 };
  const limits = { knownPerDay: 3, unknownPerDay: 1 };
  test.each<[string, Partial<typeof facts>, boolean]>([
    ['a person with a new matter', {}, true],
    ['SEC-S55 never a machine', { human: false }, false],
    ['never a message on a ticket that had one', { newTicket: false }, false],
    ['three a day for a known address', { sentToday: 3 }, false],
    ['one a day for an unknown address', { known: false, sentToday: 1 }, false],
    ['F27 not for mail that waited over a day', { ageHours: 25 }, false],
  ])('%s', (_name, over, expected) => expect(decideAcknowledgement({ ...facts, ...over }, limits)).toBe(expected));
});
