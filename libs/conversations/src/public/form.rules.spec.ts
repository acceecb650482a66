import { EMPTY } from './form-page';
import { fieldsOf, mustWait, readForm, subjectOf, type FormFields } from './form.rules';

const good: FormFields = { kind: 'complaint', what: 'Ruoka oli pilalla', order: '', email: 'maija@posti.example', phone: '' };
const faults = (fields: Partial<FormFields>): string[] => readForm({ ...good, ...fields }, 'fi').problems.map((p) => `${p.field}: ${p.fault}`);

describe(readForm, () => {
  it.each<[string, Partial<FormFields>, string[]]>([
    ['a whole form', {}, []],
    ['everything missing, all at once', EMPTY, ['kind: kind_required', 'what: what_required']],
    ['a question from nobody', { kind: 'question', email: '' }, ['email: contact_required']],
    ['a question by phone alone', { kind: 'question', email: '', phone: '040 555 0101' }, []],
    ['feedback from nobody', { kind: 'feedback', email: '' }, []],
    ['a kind that is none', { kind: 'survey' }, ['kind: kind_required']],
    ['half an address', { email: 'maija@' }, ['email: email_invalid']],
    ['two addresses', { email: 'a@b.example, c@d.example' }, ['email: email_invalid']],
    ['an address with a header in it', { email: 'a@b.example\r\nBcc: v@e.example' }, ['email: email_invalid']],
    ['half an address beside a number', { email: 'maija@', phone: '0405550101' }, ['email: email_invalid']],
    ['a number that is none', { phone: 'soittakaa' }, ['phone: phone_invalid']],
    ['a number that is too short for any', { phone: '040 123' }, ['phone: phone_invalid']],
    ['a request without words', { kind: 'privacy_request', what: '' }, ['what: request_required']],
    ['a text of 10,000 characters', { what: 'a'.repeat(10_000) }, []],
    ['one more', { what: 'a'.repeat(10_001) }, ['what: what_too_long']],
    ['spaces', { what: ' \n\t ' }, ['what: what_required']],
  ])('%s', (_, fields, expected) => expect(faults(fields)).toEqual(expected));
});

describe(fieldsOf, () => {
  it('cleans what cannot be stored and keeps the rest as typed', () => {
    const fields = fieldsOf(new Map([['what', ['a\u0000b\r\nc\ud800']], ['order', [' A\r\n1\u0000 ']], ['kind', ['question', 'complaint']], ['email', [' x@y.example\r\nBcc: z@y.example ']]]));
    expect(fields).toEqual({ kind: 'question', what: 'ab\nc\ufffd', order: 'A 1', email: 'x@y.example\nBcc: z@y.example', phone: '' });
  });
});

describe(subjectOf, () => {
  it.each([
    ['Ruoka oli pilalla\nMuuta', 'Ruoka oli pilalla'],
    ['\n\n  Toinen   rivi  ', 'Toinen rivi'],
    [`${'sana '.repeat(30)}`, `${'sana '.repeat(15)}sana…`],
    ['x'.repeat(200), `${'x'.repeat(80)}…`],
  ])('%j', (what, subject) => expect(subjectOf(what)).toBe(subject));
});

describe(mustWait, () => {
  const calm = { trapFilled: false, ageMs: 5000, inHour: 20, inDay: 240 };
  it.each([
    ['somebody at leisure', {}, false], ['a filled trap', { trapFilled: true }, true], ['less than two seconds', { ageMs: 1999 }, true],
    ['the 21st in an hour', { inHour: 21 }, true], ['the 241st in a day', { inDay: 241 }, true],
  ])('%s', (_, change, held) => expect(mustWait({ ...calm, ...change })).toBe(held));
});
