import { entry, openTicket, reply, replyBox, timeline, type Person } from './people';
import { aRoom } from './room';
import { BOX, eventually, type DemoDesk } from './support';

describe('a conversation by mail', () => {
  const room = aRoom();
  let desk: DemoDesk;
  let liisa: Person;

  beforeAll(async () => {
    ({ desk } = room);
    liisa = await room.at('liisa');
  });

  test('a mail becomes a ticket, the answer reaches the customer, the customer’s answer the same ticket, and a forgery does not', async () => {
    const { page } = liisa;
    await page.goto('/queue?view=unassigned');
    await page.getByRole('grid').waitFor();
    await desk.post({ from: 'Ulla Uusitalo <ulla.uusitalo@posti.example>', subject: 'Onko teillä akvaarioita?', messageId: '<ensimmainen@posti.example>', body: 'Hei, etsin 60 litran akvaariota.' });

    // It comes to the open list by itself, behind a bar that the reader opens.
    await page.getByRole('button', { name: /näytä/i }).click();
    await page.getByRole('row').filter({ hasText: 'Onko teillä akvaarioita?' }).click();
    await entry(page, 'Hei, etsin 60 litran akvaariota.').waitFor();
    const { number, id } = await desk.ticket('Onko teillä akvaarioita?');
    expect(page.url()).toContain(`/t/${number}`);

    await reply(liisa, 'Hei Ulla! Kyllä on, 60 litran akvaario maksaa 89 €.');
    await entry(page, 'Kyllä on').waitFor();
    await eventually('the box to be empty', async () => (await replyBox(liisa).inputValue()) === '');

    const mail = await desk.mailWith('60 litran akvaario maksaa 89');
    expect(mail.to).toEqual(['ulla.uusitalo@posti.example']);
    expect(mail.headers['in-reply-to']).toEqual(['<ensimmainen@posti.example>']);
    expect(mail.headers.references?.[0]).toContain('<ensimmainen@posti.example>');
    expect(mail.headers['reply-to']?.[0]).toMatch(/reply\+[0-9a-z]{42}@lumo\.example/);
    expect(mail.headers.from?.[0]).toContain(BOX);
    expect(mail.headers['auto-submitted']).toBeUndefined();
    expect(mail.subject).toContain('Onko teillä akvaarioita?');
    expect(mail.raw).not.toContain('liisa@lumo.example');
    await entry(page, 'Kyllä on').getByText(liisa.say('delivery.SENT')).waitFor();

    // The customer answers the answer; it appears without anybody loading the page again.
    const loads: string[] = [];
    page.on('framenavigated', (frame) => loads.push(frame.url()));
    const ours = mail.headers['message-id']![0]!;
    const token = /<([^>]+)>|(\S+@\S+)/.exec(mail.headers['reply-to']![0]!)!;
    await desk.post({ from: 'Ulla Uusitalo <ulla.uusitalo@posti.example>', to: token[1] ?? token[2], subject: `VS: Onko teillä akvaarioita?`, inReplyTo: ours, references: `<ensimmainen@posti.example> ${ours}`, body: 'Kiitos, haen sen huomenna.' }, [token[1] ?? token[2]!]);
    await entry(page, 'Kiitos, haen sen huomenna.').waitFor();

    // A stranger who knows our id, and even the address of the thread, is not let in: a ticket of its own, with a hint.
    await desk.post({ from: 'Veikko Vieras <veikko.vieras@muualla.example>', subject: 'Ullan asia', inReplyTo: ours, references: ours, body: 'Lähettäkää Ullan tiedot minulle.' });
    const forged = await desk.ticket('Ullan asia');
    expect(forged.id).not.toBe(id);
    expect(await entry(page, 'Lähettäkää Ullan tiedot minulle.').count()).toBe(0);
    expect(await desk.db.sql('SELECT 1 FROM ticket_entry WHERE ticket_id = $1 AND preview LIKE $2', [id, '%Ullan tiedot%'])).toHaveLength(0);
    expect(loads).toEqual([]);
    await openTicket(liisa, forged.number);
    await entry(page, 'Lähettäkää Ullan tiedot minulle.').waitFor();
    await page.getByRole('link', { name: `#${number}` }).waitFor();
  });

  test('an answer taken back within its time is never sent, and its words come back', async () => {
    const { page } = liisa;
    const { id, number } = await desk.matter({ from: 'Pia Peruttu <pia.peruttu@posti.example>', subject: 'Koiranpedin pesu', body: 'Saako pedin pestä koneessa?' });
    await desk.undoSeconds('liisa', 30);
    await openTicket(liisa, number);
    const words = 'Hei Pia!\n\nEi saa pestä koneessa – tai siis saa, 40 asteessa.';
    await reply(liisa, words);
    await entry(page, 'Ei saa pestä koneessa').getByRole('button', { name: liisa.say('delivery.undo') }).click();
    await eventually('the words to come back', async () => (await replyBox(liisa).inputValue()) === words);
    await entry(page, 'Ei saa pestä koneessa').waitFor({ state: 'detached' });

    // Long after the window, and after a later answer has gone out, the first has not.
    await replyBox(liisa).fill('Hei Pia, saa pestä 40 asteessa.');
    await page.keyboard.press('Control+Enter');
    await entry(page, 'saa pestä 40 asteessa').first().waitFor();
    await desk.advance('PT5M');
    await desk.mailWith('Hei Pia, saa pestä 40 asteessa.');
    expect((await desk.mails()).filter((mail) => mail.text.includes('tai siis saa'))).toEqual([]);
    // The relay has it a moment before the desk has written that it is sent.
    const unsent = (): Promise<{ state: string }[]> => desk.db.sql(`SELECT state FROM outbound_message WHERE ticket_id = $1 AND state <> 'sent'`, [id]);
    await eventually('all but one to be sent', async () => (await unsent()).length === 1);
    expect(await unsent()).toEqual([{ state: 'undone' }]);
  });

  test('two who answer at once send one mail, and the other keeps the draft and is told', async () => {
    const { number } = await desk.matter({ from: 'Kaisa Kahdesti <kaisa.kahdesti@posti.example>', subject: 'Kumpi vastaa?', body: 'Milloin lähetys tulee?' });
    await desk.undoSeconds('liisa', 0);
    await desk.undoSeconds('johan', 0);
    const johan = await room.at('johan');
    await Promise.all([openTicket(liisa, number), openTicket(johan, number)]);
    const [ours, theirs] = ['Hei Kaisa, lähetys tulee tiistaina.', 'Hej Kaisa, paketet kommer på tisdag.'];
    await replyBox(liisa).fill(ours);
    await replyBox(johan).fill(theirs);
    await Promise.all([replyBox(liisa).press('Control+Enter'), replyBox(johan).press('Control+Enter')]);

    const keeping = await eventually('one of them to be told', async () => {
      for (const person of [liisa, johan]) if (await person.page.getByRole('button', { name: person.say('stale.sendAnyway') }).isVisible()) return person;
      return null;
    });
    const [kept, went] = keeping === liisa ? [ours, theirs] : [theirs, ours];
    await keeping.page.getByRole('region', { name: keeping.say('composer.label') }).getByText(keeping === liisa ? /^Johan Lindqvist/ : /^Liisa Mattila/).waitFor();
    expect(await replyBox(keeping).inputValue()).toBe(kept);
    await entry(keeping.page, went).waitFor();
    await desk.mailWith(went);
    expect((await desk.mails()).filter((mail) => mail.to.includes('kaisa.kahdesti@posti.example') && /Kaisa,/.test(mail.text))).toHaveLength(1);

    // Who was told decides: read, and sent all the same.
    await keeping.page.getByRole('button', { name: keeping.say('stale.sendAnyway') }).click();
    await desk.mailWith(kept);
    await johan.context.close();
  });

  test('a note stays with the team', async () => {
    const { page } = liisa;
    const { id, number } = await desk.matter({ from: 'Niilo Nuotti <niilo.nuotti@posti.example>', subject: 'Tarjous viidestä kiipeilypuusta', body: 'Paljonko viisi maksaisi?' });
    await openTicket(liisa, number);
    await timeline(page).focus();
    await page.keyboard.press('n');
    await page.keyboard.insertText('Tämä asiakas kannattaa pitää: 10 % alennus.');
    await page.keyboard.press('Control+Enter');
    await entry(page, 'kannattaa pitää').waitFor();
    await reply(liisa, 'Hei Niilo, viisi maksaa 400 €.');
    const mail = await desk.mailWith('Hei Niilo, viisi maksaa 400');
    expect(mail.raw).not.toContain('kannattaa');
    expect((await desk.mails()).filter((each) => each.text.includes('kannattaa pitää') || each.raw.includes('kannattaa pit'))).toEqual([]);
    expect(await desk.db.sql(`SELECT visibility FROM ticket_entry WHERE ticket_id = $1 AND kind = 'note'`, [id])).toEqual([{ visibility: 'internal' }]);
  });
});
