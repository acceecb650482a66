import { readSubject, replySubject, ticketHint } from './subject';

describe('prefixes', () => {
  test.each(['VS: ', 'Vs:', 'SV: ', 'Sv: Re: ', 'RE: ', 'Re[2]: ', 'AW: ', 'Antw: ', 'Vast: ', 'Ynt: ', 'Svar: ', 'RE:RE:RE: ', 'Re : ', 'VS: SV: RE: ', 'Re (3): ', 'RE：'])('%s is stripped and means an answer', (prefix) => {
    expect(readSubject(`${prefix}Ruoka`)).toMatchObject({ bare: 'Ruoka', isReply: true, isForward: false });
  });

  test.each(['VL: ', 'FW: ', 'Fwd: ', 'VB: ', 'WG: ', 'Fwd: Fw: '])('%s means a forward', (prefix) => {
    expect(readSubject(`${prefix}Ruoka`)).toMatchObject({ bare: 'Ruoka', isReply: false, isForward: true });
  });

  test.each(['Reklamaatio: rikki', 'Vsakko: hinta', 'Resepti', 'SVT: ohjelma', 'Fwd', 'Re', 'Kysymys: Re: asia'])('%s stays as it is', (subject) => {
    expect(readSubject(subject)).toMatchObject({ bare: subject, isReply: false });
  });

  test('only a prefix leaves nothing', () => {
    expect(readSubject('Re: ').bare).toBe('');
    expect(readSubject('').bare).toBe('');
  });
});

describe('ticket numbers are hints', () => {
  test.each([
    ['[#10482] Ruoka', 10482], ['VS: Ruoka [#10482]', 10482], ['Ruoka #10482', 10482], ['(#10482)', 10482], ['tilaus #5501, tiketti [#10482]', 10482],
    ['Tilaus 10482', null], ['#1', null], ['väri #ff0000', null], ['[#99999999999999]', null], ['C#1048 kurssi', null],
  ])('%s', (subject, number) => {
    expect(ticketHint(subject)).toBe(number);
  });

  test('our mark leaves the bare subject, a bare number stays', () => {
    expect(readSubject('VS: Ruoka [#10482]').bare).toBe('Ruoka');
    expect(readSubject('Tilaus #5501').bare).toBe('Tilaus #5501');
  });
});

test('SEC-S26, SEC-S53: controls become spaces, tricks become visible', () => {
  expect(readSubject('Lasku\r\nBcc: x@y.example\u2028z').shown).toBe('Lasku Bcc: x@y.example z');
  expect(readSubject('Lasku \u202Egnp.exe').shown).toBe('Lasku [U+202E]gnp.exe');
  expect(readSubject('\uD83D rikki').shown).toBe('\uFFFD rikki');
  expect(readSubject('👩‍👧 perhe').shown).toBe('👩‍👧 perhe');
});

test('SEC-S72: 64 KB of prefixes', () => {
  expect(readSubject('Re: '.repeat(16_000)).isReply).toBe(true);
  expect(readSubject('a'.repeat(64_000)).shown.length).toBeLessThanOrEqual(500);
});

test('our subject is the same however often the mail went to and fro', () => {
  const ours = (subject: string, prefix: string) => replySubject(subject, 10482, { prefix, untitled: 'Ditt meddelande' });
  expect(ours('VS: Re: Ruoka [#10482]', 'VS:')).toBe('VS: Ruoka [#10482]');
  expect(ours('Ruoka', 'Re:')).toBe('Re: Ruoka [#10482]');
  expect(ours('Ruoka', '')).toBe('Ruoka [#10482]');
  expect(ours('', 'SV:')).toBe('Ditt meddelande [#10482]');
  expect(ours('Sv:', 'SV:')).toBe('Ditt meddelande [#10482]');
  expect(ours('x'.repeat(5_000), 'SV:')).toMatch(/^SV: x+ \[#10482\]$/);
});
