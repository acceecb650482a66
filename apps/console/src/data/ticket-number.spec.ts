import { ticketNumber } from './ticket-number';

it.each([['10012', 10012], [7, 7], ['2147483647', 2147483647]])('%j is a number', (value, number) => expect(ticketNumber(value)).toBe(number));
it.each(['abc', '\u0000', '', ' 7', '-1', '0', '1e3', '0x10', '1.5', '2147483648', '99999999999999999999', null, undefined, NaN, 1.5, -3])('%j is none', (value) => expect(ticketNumber(value)).toBeNull());
