import { splitQuoted } from './split-quoted';

const answer = 'Kiitos, asia selvisi.';
const history = 'Hei, tässä vastaus.';

describe('history of the programs people use', () => {
  test.each([
    ['Gmail fi', 'ma 16.11.2026 klo 9.12 Murre (tuki@murre.example) kirjoitti:'],
    ['Gmail fi, wrapped', 'ma 16.11.2026 klo 9.12 Murren asiakaspalvelu <\ntuki@murre.example> kirjoitti:'],
    ['Apple Mail fi', 'Murre <tuki@murre.example> kirjoitti 16.11.2026 kello 9.12:'],
    ['Thunderbird fi', 'Murre kirjoitti 16.11.2026 klo 9.12:'],
    ['Gmail sv', 'Den mån 16 nov. 2026 kl 09:12 skrev Murre <tuki@murre.example>:'],
    ['Apple Mail sv', '16 nov. 2026 kl. 09:12 skrev Murre <tuki@murre.example>:'],
    ['Thunderbird sv', 'Den 2026-11-16 kl. 09:12, skrev Murre:'],
    ['Gmail en', 'On Mon, Nov 16, 2026 at 9:12 AM Murre <tuki@murre.example> wrote:'],
    ['Apple Mail en', 'On 16 Nov 2026, at 9.12, Murre <tuki@murre.example> wrote:'],
    ['Thunderbird en', 'On 16/11/2026 09.12, Murre wrote:'],
    ['Gmail de', 'Am Mo., 16. Nov. 2026 um 09:12 Uhr schrieb Murre <tuki@murre.example>:'],
    ['Thunderbird de', 'Am 16.11.2026 um 09:12 schrieb Murre:'],
  ])('%s', (_name, attribution) => {
    const quoted = `${attribution}\n\n> ${history}\n>\n> Terveisin`;
    expect(splitQuoted(`${answer}\n\n${quoted}`)).toEqual({ newText: answer, quotedText: quoted });
    const withoutMarks = `${attribution}\n${history}`;
    expect(splitQuoted(`${answer}\n\n${withoutMarks}`)).toEqual({ newText: answer, quotedText: withoutMarks });
  });

  test.each([
    ['Outlook fi', 'Lähettäjä: Murre <tuki@murre.example>\nLähetetty: maanantai 16. marraskuuta 2026 9.12\nVastaanottaja: Aino\nAihe: VS: Ruoka'],
    ['Outlook sv', 'Från: Murre <tuki@murre.example>\nSkickat: den 16 november 2026 09:12\nTill: Aino\nÄmne: SV: Mat'],
    ['Outlook en', 'From: Murre <tuki@murre.example>\nSent: Monday, November 16, 2026 9:12 AM\nTo: Aino\nCc: Matti\nSubject: RE: Food'],
    ['Outlook de', 'Von: Murre <tuki@murre.example>\nGesendet: Montag, 16. November 2026 09:12\nAn: Aino\nBetreff: AW: Futter'],
    ['bold keys of converted HTML', '*Lähettäjä:* Murre\n*Lähetetty:* 16.11.2026\n*Vastaanottaja:* Aino\n*Aihe:* Ruoka'],
    ['with the long line above', '________________________________\nLähettäjä: Murre\nLähetetty: 16.11.2026\nVastaanottaja: Aino\nAihe: Ruoka'],
    ['old Outlook fi', '-----Alkuperäinen viesti-----\nLähettäjä: Murre'],
    ['old Outlook sv', '-----Ursprungligt meddelande-----\nFrån: Murre'],
    ['old Outlook en', '-----Original Message-----\nFrom: Murre'],
    ['old Outlook de', '-----Ursprüngliche Nachricht-----\nVon: Murre'],
  ])('%s', (_name, block) => {
    const quoted = `${block}\n\n${history}`;
    expect(splitQuoted(`${answer}\n\n${quoted}`)).toEqual({ newText: answer, quotedText: quoted });
  });

  test('a quote without any line above it', () => {
    expect(splitQuoted(`${answer}\n\n> ${history}\n> lisää`)).toEqual({ newText: answer, quotedText: `> ${history}\n> lisää` });
  });

  test('an answer under the quote', () => {
    const quoted = `Murre kirjoitti 16.11.2026 klo 9.12:\n> ${history}`;
    expect(splitQuoted(`${quoted}\n\n${answer}`)).toEqual({ newText: answer, quotedText: quoted });
  });

  test('a signature under the quote belongs to the history', () => {
    expect(splitQuoted(`${answer}\n\n> ${history}\n\n-- \nAino`).newText).toBe(answer);
  });

  test('a quoted line the program broke in two does not count as an answer', () => {
    const long = `> ${'sana '.repeat(14)}`;
    expect(splitQuoted(`${answer}\n\n${long}\nkatkesi\n> loppu`).newText).toBe(answer);
  });
});

describe('when in doubt nothing is cut', () => {
  test.each([
    ['answers between the lines', 'Murre kirjoitti 16.11.2026 klo 9.12:\n> Koko?\n\nM\n\n> Väri?\n\nPunainen'],
    ['short answers right under the questions', '> Koko?\nM\n> Väri?\nPunainen'],
    ['a greeting, a quote and the answer under it', 'Hei,\n\n> Koko?\n\nM'],
    ['nothing but a quote', '> kaikki\n> lainausta'],
    ['nothing but a header block', 'Lähettäjä: Murre\nLähetetty: 16.11.2026\nVastaanottaja: Aino\nAihe: Ruoka\n\nSisältö'],
    ['a sentence about somebody who wrote', 'Myyjänne kirjoitti minulle 2 viikkoa sitten:\nruoka on tulossa.'],
    ['a list with a From line of its own', 'Tilaus meni näin:\nFrom: Helsinki\nja perillä Turussa.'],
    ['empty', ''],
  ])('%s', (_name, text) => {
    expect(splitQuoted(text)).toEqual({ newText: text.trim(), quotedText: null });
  });

  test('a forward is its own matter', () => {
    const text = 'Tämä ei tullut.\n\nLähettäjä: Murre\nLähetetty: 3.11.2026\nVastaanottaja: Aino\nAihe: Tilaus\n\nSisältö';
    expect(splitQuoted(text, { forwarded: true })).toEqual({ newText: text, quotedText: null });
    expect(splitQuoted(text).newText).toBe('Tämä ei tullut.');
  });
});

test('SEC-S72: no shape of text makes it slow or lose words', () => {
  for (const unit of ['> x\n', 'From: a\n', '16.11.2026 9.12 a\n', 'a:1\n', '>', '-', '_', '\n']) {
    const text = unit.repeat(100_000);
    const { newText, quotedText } = splitQuoted(text);
    expect(newText.length + (quotedText?.length ?? 0)).toBeGreaterThanOrEqual(text.trim().length - 2);
  }
});
