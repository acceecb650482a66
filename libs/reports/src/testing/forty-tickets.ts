/**
 * Forty tickets with what each of their promises comes to, worked out by hand with a wall calendar: office hours are Monday to Friday
 * 8–17 in Helsinki, closed on Good Friday (3.4.2026) and Easter Monday (6.4.); clocks go forward on 29.3. at 3 (+02 to +03) and back on
 * 25.10. at 4 (+03 to +02). A first reply is promised within 8 working hours, a next one within 4, a complaint's receipt within 2.
 */

/** An instant as `MM-DDTHH:MM+offset` of 2026, the offset being the one on the wall. */
type At = string;
/** `h:mm`; a trailing `+` is whoever still waits. */
type Span = string;

export type Step =
  | 'arrives' | 'arrives, wants no answer' | 'phones and is helped' | 'gets a receipt' | 'is answered' | 'is answered and solved' | 'bounces' | 'writes'
  | 'phones' | 'is phoned' | 'is solved without a word' | 'is solved by a machine' | 'needs no reply' | `is merged into ${string}`;
export type Outcome = 'met' | 'late' | 'open' | 'cancelled' | 'waived' | 'in contact';
export type Promised = readonly [work: Span, calendar: Span, due: At, outcome: Outcome];

export interface Story {
  readonly name: string;
  readonly kind: 'question' | 'complaint' | 'feedback' | 'call';
  readonly team: 'A' | 'B';
  readonly steps: readonly (readonly [At, Step])[];
  readonly first_reply?: Promised;
  readonly next_reply?: Promised;
  readonly acknowledge?: Promised;
}

export const SPRING: readonly Story[] = [
  { name: 'S01', kind: 'question', team: 'A', steps: [['03-27T10:00+02', 'arrives'], ['03-27T11:30+02', 'is answered']], first_reply: ['1:30', '1:30', '03-30T09:00+03', 'met'] },
  { name: 'S02', kind: 'question', team: 'A', steps: [['03-27T16:00+02', 'arrives'], ['03-30T08:30+03', 'is answered']], first_reply: ['1:30', '63:30', '03-30T15:00+03', 'met'] },
  { name: 'S03', kind: 'complaint', team: 'A', steps: [['03-28T12:00+02', 'arrives'], ['03-28T12:05+02', 'gets a receipt'], ['03-30T16:00+03', 'is answered']],
    first_reply: ['8:00', '51:00', '03-30T16:00+03', 'met'], acknowledge: ['0:00', '0:05', '03-30T10:00+03', 'met'] },
  { name: 'S04', kind: 'complaint', team: 'B', steps: [['03-29T02:30+02', 'arrives'], ['03-29T04:02+03', 'gets a receipt'], ['03-30T16:01+03', 'is answered']],
    first_reply: ['8:01', '36:31', '03-30T16:00+03', 'late'], acknowledge: ['0:00', '0:32', '03-30T10:00+03', 'met'] },
  { name: 'S05', kind: 'question', team: 'B', steps: [['03-29T04:30+03', 'arrives'], ['03-30T09:00+03', 'is answered'], ['03-30T11:00+03', 'bounces'], ['03-30T14:00+03', 'is answered']],
    first_reply: ['6:00', '33:30', '03-30T16:00+03', 'met'] },
  { name: 'S06', kind: 'question', team: 'A', steps: [['03-30T01:10+03', 'arrives'], ['03-30T13:10+03', 'is answered']], first_reply: ['5:10', '12:00', '03-30T16:00+03', 'met'] },
  { name: 'S07', kind: 'complaint', team: 'B', steps: [['03-30T09:00+03', 'arrives'], ['03-30T10:00+03', 'is answered'], ['03-31T12:00+03', 'bounces'], ['04-01T09:00+03', 'is answered']],
    first_reply: ['18:00', '48:00', '03-30T17:00+03', 'late'], acknowledge: ['18:00', '48:00', '03-30T11:00+03', 'late'] },
  { name: 'S08', kind: 'question', team: 'A', steps: [['03-31T15:00+03', 'arrives'], ['04-01T10:00+03', 'is solved without a word']], first_reply: ['4:00', '19:00', '04-01T14:00+03', 'cancelled'] },
  { name: 'S09', kind: 'feedback', team: 'A', steps: [['03-31T17:00+03', 'arrives'], ['04-01T08:05+03', 'is answered']], first_reply: ['0:05', '15:05', '04-01T16:00+03', 'met'] },
  { name: 'S10', kind: 'question', team: 'B', steps: [['04-01T12:00+03', 'arrives'], ['04-02T10:00+03', 'is answered']], first_reply: ['7:00', '22:00', '04-02T11:00+03', 'met'] },
  { name: 'S11', kind: 'complaint', team: 'A', steps: [['04-02T16:00+03', 'arrives'], ['04-02T16:30+03', 'gets a receipt'], ['04-07T09:00+03', 'is answered']],
    first_reply: ['2:00', '113:00', '04-07T15:00+03', 'met'], acknowledge: ['0:30', '0:30', '04-07T09:00+03', 'met'] },
  { name: 'S12', kind: 'question', team: 'A', steps: [['04-03T11:00+03', 'arrives'], ['04-07T16:30+03', 'is answered']], first_reply: ['8:30', '101:30', '04-07T16:00+03', 'late'] },
  { name: 'S13', kind: 'complaint', team: 'B', steps: [['04-05T20:00+03', 'arrives'], ['04-05T20:01+03', 'gets a receipt']],
    first_reply: ['31:00+', '112:00+', '04-07T16:00+03', 'open'], acknowledge: ['0:00', '0:01', '04-07T10:00+03', 'met'] },
  { name: 'S14', kind: 'call', team: 'A', steps: [['03-31T10:00+03', 'phones and is helped']], first_reply: ['0:00', '0:00', '04-01T09:00+03', 'in contact'] },
  { name: 'S15', kind: 'question', team: 'A', steps: [['04-01T09:00+03', 'arrives'], ['04-01T10:30+03', 'is phoned']], first_reply: ['1:30', '1:30', '04-01T17:00+03', 'met'] },
  { name: 'S16', kind: 'complaint', team: 'B', steps: [['04-01T13:00+03', 'arrives'], ['04-01T14:00+03', 'phones']],
    first_reply: ['1:00', '1:00', '04-02T12:00+03', 'in contact'], acknowledge: ['1:00', '1:00', '04-01T15:00+03', 'in contact'] },
  { name: 'S17', kind: 'question', team: 'B', steps: [['04-07T09:00+03', 'arrives'], ['04-07T10:00+03', 'is answered and solved'], ['04-08T15:00+03', 'writes'], ['04-09T09:30+03', 'is answered']],
    first_reply: ['1:00', '1:00', '04-07T17:00+03', 'met'], next_reply: ['3:30', '18:30', '04-09T10:00+03', 'met'] },
  { name: 'S18', kind: 'question', team: 'A', steps: [['04-07T12:00+03', 'arrives'], ['04-08T09:00+03', 'is answered'], ['04-08T10:00+03', 'writes'], ['04-08T16:00+03', 'is answered']],
    first_reply: ['6:00', '21:00', '04-08T11:00+03', 'met'], next_reply: ['6:00', '6:00', '04-08T14:00+03', 'late'] },
  { name: 'S19', kind: 'complaint', team: 'A', steps: [['04-09T16:00+03', 'arrives']], first_reply: ['5:00+', '20:00+', '04-10T15:00+03', 'open'], acknowledge: ['5:00+', '20:00+', '04-10T09:00+03', 'open'] },
  { name: 'S20', kind: 'question', team: 'B', steps: [['04-08T11:00+03', 'arrives'], ['04-08T11:05+03', 'is solved by a machine'], ['04-09T14:00+03', 'writes'], ['04-09T14:10+03', 'is answered']],
    first_reply: ['0:05', '0:05', '04-09T10:00+03', 'cancelled'], next_reply: ['0:10', '0:10', '04-10T09:00+03', 'met'] },
];

export const AUTUMN: readonly Story[] = [
  { name: 'A01', kind: 'question', team: 'A', steps: [['10-23T10:00+03', 'arrives'], ['10-23T12:00+03', 'is answered']], first_reply: ['2:00', '2:00', '10-26T09:00+02', 'met'] },
  { name: 'A02', kind: 'question', team: 'A', steps: [['10-23T16:00+03', 'arrives'], ['10-26T08:30+02', 'is answered']], first_reply: ['1:30', '65:30', '10-26T15:00+02', 'met'] },
  { name: 'A03', kind: 'complaint', team: 'A', steps: [['10-24T12:00+03', 'arrives'], ['10-24T12:05+03', 'gets a receipt'], ['10-26T16:00+02', 'is answered']],
    first_reply: ['8:00', '53:00', '10-26T16:00+02', 'met'], acknowledge: ['0:00', '0:05', '10-26T10:00+02', 'met'] },
  { name: 'A04', kind: 'complaint', team: 'B', steps: [['10-25T03:30+03', 'arrives'], ['10-25T03:02+02', 'gets a receipt'], ['10-26T16:01+02', 'is answered']],
    first_reply: ['8:01', '37:31', '10-26T16:00+02', 'late'], acknowledge: ['0:00', '0:32', '10-26T10:00+02', 'met'] },
  { name: 'A05', kind: 'complaint', team: 'B', steps: [['10-25T03:30+02', 'arrives'], ['10-26T12:00+02', 'is answered']], first_reply: ['4:00', '32:30', '10-26T16:00+02', 'met'], acknowledge: ['4:00', '32:30', '10-26T10:00+02', 'late'] },
  { name: 'A06', kind: 'question', team: 'B', steps: [['10-24T23:00+03', 'arrives'], ['10-26T09:00+02', 'is answered'], ['10-26T10:00+02', 'bounces'], ['10-27T08:30+02', 'is answered']],
    first_reply: ['9:30', '58:30', '10-26T16:00+02', 'late'] },
  { name: 'A07', kind: 'question', team: 'A', steps: [['10-26T09:00+02', 'arrives'], ['10-26T10:00+02', 'is answered'], ['10-26T11:00+02', 'bounces']], first_reply: ['39:00+', '99:00+', '10-26T17:00+02', 'open'] },
  { name: 'A08', kind: 'feedback', team: 'A', steps: [['10-26T11:00+02', 'arrives'], ['10-27T12:00+02', 'is solved without a word']], first_reply: ['10:00', '25:00', '10-27T10:00+02', 'cancelled'] },
  { name: 'A09', kind: 'feedback', team: 'B', steps: [['10-26T12:00+02', 'arrives, wants no answer']] },
  { name: 'A10', kind: 'question', team: 'B', steps: [['10-27T08:00+02', 'arrives'], ['10-27T08:20+02', 'is answered']], first_reply: ['0:20', '0:20', '10-27T16:00+02', 'met'] },
  { name: 'A11', kind: 'question', team: 'A', steps: [['10-27T07:00+02', 'arrives'], ['10-27T07:30+02', 'is answered']], first_reply: ['0:00', '0:30', '10-27T16:00+02', 'met'] },
  { name: 'A12', kind: 'call', team: 'A', steps: [['10-27T13:00+02', 'phones and is helped']], first_reply: ['0:00', '0:00', '10-28T12:00+02', 'in contact'] },
  { name: 'A13', kind: 'question', team: 'A', steps: [['10-27T14:00+02', 'arrives'], ['10-27T15:00+02', 'phones']], first_reply: ['1:00', '1:00', '10-28T13:00+02', 'in contact'] },
  { name: 'A14', kind: 'question', team: 'B', steps: [['10-27T16:00+02', 'arrives'], ['10-28T09:00+02', 'is phoned']], first_reply: ['2:00', '17:00', '10-28T15:00+02', 'met'] },
  { name: 'A15', kind: 'complaint', team: 'A', steps: [['10-28T10:00+02', 'arrives'], ['10-28T10:45+02', 'is answered and solved'], ['10-29T16:00+02', 'writes']],
    first_reply: ['0:45', '0:45', '10-29T09:00+02', 'met'], next_reply: ['5:00+', '20:00+', '10-30T11:00+02', 'open'], acknowledge: ['0:45', '0:45', '10-28T12:00+02', 'met'] },
  { name: 'A16', kind: 'complaint', team: 'B', steps: [['10-28T13:00+02', 'arrives'], ['10-28T13:01+02', 'gets a receipt'], ['10-29T13:00+02', 'is answered'], ['10-29T14:00+02', 'writes'], ['10-29T15:00+02', 'writes'], ['10-29T16:00+02', 'is answered']],
    first_reply: ['9:00', '24:00', '10-29T12:00+02', 'late'], next_reply: ['2:00', '2:00', '10-30T09:00+02', 'met'], acknowledge: ['0:01', '0:01', '10-28T15:00+02', 'met'] },
  { name: 'A17', kind: 'question', team: 'A', steps: [['10-29T09:00+02', 'arrives'], ['10-29T09:10+02', 'is answered'], ['10-29T11:00+02', 'writes'], ['10-29T11:30+02', 'needs no reply']],
    first_reply: ['0:10', '0:10', '10-29T17:00+02', 'met'], next_reply: ['0:30', '0:30', '10-29T15:00+02', 'waived'] },
  { name: 'A18', kind: 'complaint', team: 'A', steps: [['10-29T16:30+02', 'arrives'], ['10-29T16:31+02', 'gets a receipt']], first_reply: ['4:30+', '19:30+', '10-30T15:30+02', 'open'], acknowledge: ['0:01', '0:01', '10-30T09:30+02', 'met'] },
  { name: 'A19', kind: 'question', team: 'B', steps: [['10-28T09:00+02', 'arrives'], ['10-28T14:00+02', 'is merged into A20']], first_reply: ['5:00', '5:00', '10-28T17:00+02', 'cancelled'] },
  { name: 'A20', kind: 'question', team: 'B', steps: [['10-28T11:00+02', 'arrives'], ['10-28T16:30+02', 'is answered']], first_reply: ['7:30', '7:30', '10-28T17:00+02', 'met'] },
];
