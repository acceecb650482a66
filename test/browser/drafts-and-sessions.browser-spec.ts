import { entry, openTicket, replyBox, signIn, type Person } from './people';
import { aRoom } from './room';
import { eventually, STAFF, type DemoDesk } from './support';

describe('what is being written is never lost', () => {
  const room = aRoom();
  let desk: DemoDesk;
  let number: number;
  let id: string;
  let serial = 0;

  beforeEach(async () => {
    ({ desk } = room);
    serial += 1;
    ({ number, id } = await desk.matter({ from: `Kalle Kesken <kalle.kesken${serial}@posti.example>`, subject: `Kesken ${serial}`, body: 'Vastaatteko?' }));
  });

  const holds = (person: Person, words: string): Promise<unknown> => eventually(`"${words}" to stand in the reply`, async () => (await replyBox(person).inputValue()) === words);
  const savedOnDevice = (person: Person): Promise<void> => person.page.getByText(person.say('draft.device')).waitFor();
  const savedOnServer = (words: string): Promise<unknown> => eventually('the draft to be on the server', async () => (await desk.db.sql('SELECT 1 FROM draft WHERE ticket_id = $1 AND text = $2', [id, words])).length === 1);

  test('after the page is loaded again', async () => {
    const liisa = await room.at('liisa');
    await openTicket(liisa, number);
    const drafts = async (): Promise<number> => Number(/\d+$/.exec((await liisa.page.getByRole('link', { name: liisa.say('view.MY_DRAFTS') }).textContent()) ?? '')?.[0] ?? -1);
    await eventually('the number of drafts', async () => (await drafts()) === 0);
    await replyBox(liisa).pressSequentially('Hei Kalle, tämä');
    await eventually('the number of drafts to grow', async () => (await drafts()) === 1);
    await replyBox(liisa).pressSequentially(' on vielä');
    await liisa.page.reload();
    await holds(liisa, 'Hei Kalle, tämä on vielä');
    // Not even what the last pause had not saved is offered as another version.
    expect(await liisa.page.getByText(liisa.say('draft.useOther')).count()).toBe(0);
    await liisa.context.close();
  });

  test('after the tab was killed, with the server out of reach', async () => {
    const liisa = await room.at('liisa');
    await openTicket(liisa, number);
    await liisa.context.route('**/graphql', (route) => (route.request().postDataJSON()?.operationName === 'SaveDraft' ? route.abort() : route.fallback()));
    await replyBox(liisa).fill('Hei Kalle, virta kat');
    await savedOnDevice(liisa);
    const crashed = liisa.page.waitForEvent('crash');
    const line = await liisa.context.newCDPSession(liisa.page);
    line.send('Page.crash').catch(() => undefined);
    await crashed;
    expect(await desk.db.sql('SELECT 1 FROM draft WHERE ticket_id = $1', [id])).toEqual([]);
    await liisa.page.close();
    await liisa.context.unroute('**/graphql');
    const again = { ...liisa, page: await liisa.context.newPage() };
    await openTicket(again, number);
    await holds(again, 'Hei Kalle, virta kat');
    await savedOnServer('Hei Kalle, virta kat');
    await liisa.context.close();
  });

  test('while others change the ticket', async () => {
    const liisa = await room.at('liisa');
    const johan = await room.at('johan');
    await openTicket(liisa, number);
    await replyBox(liisa).fill('Hei Kalle, katson');
    await openTicket(johan, number);
    await johan.page.keyboard.press('i');
    await liisa.page.getByRole('button', { name: /Johan Lindqvist/ }).waitFor();
    await desk.post({ from: `Kalle Kesken <kalle.kesken${serial}@posti.example>`, subject: `VS: Kesken ${serial}`, body: 'Vielä yksi asia.', references: '', headers: { 'X-Ticket': String(number) } });
    expect(await replyBox(liisa).inputValue()).toBe('Hei Kalle, katson');
    await replyBox(liisa).press('End');
    await liisa.page.keyboard.type(' heti.');
    expect(await replyBox(liisa).inputValue()).toBe('Hei Kalle, katson heti.');
    await Promise.all([liisa.context.close(), johan.context.close()]);
  });

  test('over signing out: it waits on the server, and the device forgets it', async () => {
    const liisa = await room.at('liisa');
    const { page } = liisa;
    await openTicket(liisa, number);
    await replyBox(liisa).fill('Hei Kalle, jatkan huomenna');
    await page.getByRole('button', { name: 'Liisa Mattila' }).click();
    await page.getByRole('button', { name: liisa.say('me.signOut') }).click();
    await page.waitForURL('**/sign-in*');
    const kept = (): Promise<number> => page.evaluate(() => new Promise<number>((done) => {
      const asked = indexedDB.open('kaiku-drafts');
      asked.onsuccess = () => { const count = asked.result.transaction('drafts').objectStore('drafts').count(); count.onsuccess = () => done(count.result); };
    }));
    await eventually('the device to forget', async () => (await kept()) === 0);
    await signIn(liisa);
    await openTicket(liisa, number);
    await holds(liisa, 'Hei Kalle, jatkan huomenna');
    await liisa.context.close();
  });

  test('when the session ends under the writer: sign-in, and back to the same words', async () => {
    const liisa = await room.at('liisa');
    const { page } = liisa;
    await openTicket(liisa, number);
    // The server's answer to the draft waits until the session is over, however slow the rest is.
    let over = (): void => undefined;
    const ended = new Promise<void>((done) => (over = done));
    await liisa.context.route('**/graphql', async (route) => {
      if (route.request().postDataJSON()?.operationName === 'SaveDraft') await ended;
      await route.fallback();
    });
    await replyBox(liisa).fill('Hei Kalle, istuntoni');
    await savedOnDevice(liisa);
    await desk.db.sql('DELETE FROM session WHERE staff_id = (SELECT id FROM staff_member WHERE email = $1)', [STAFF.liisa.email]);
    over();
    // The draft's own saving meets the end of the session: nobody has to press anything.
    await page.waitForURL('**/sign-in*');
    await page.getByText(liisa.say('signIn.ended')).waitFor();
    await signIn(liisa);
    await page.waitForURL(`**/t/${number}*`);
    await holds(liisa, 'Hei Kalle, istuntoni');
    await liisa.context.close();
  });

  test('a deactivated account is out at once, and its draft stays with the desk', async () => {
    const [sanna, antti] = [await room.at('sanna'), await room.at('antti')];
    await openTicket(sanna, number);
    await replyBox(sanna).fill('Hei Kalle, viimeinen vastaukseni');
    await savedOnServer('Hei Kalle, viimeinen vastaukseni');

    const { page } = antti;
    await page.goto('/admin/people');
    await page.getByRole('button', { name: antti.say('people.deactivateOf', { name: 'Sanna Koskinen' }) }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: antti.say('people.deactivate'), exact: true }).click();
    await page.getByText(antti.say('people.inactive')).waitFor();

    await sanna.page.waitForURL('**/sign-in*');
    await sanna.page.locator('input[type=email]').fill(STAFF.sanna.email);
    await sanna.page.locator('input[type=password]').fill(STAFF.sanna.password);
    await sanna.page.keyboard.press('Enter');
    await sanna.page.getByText(sanna.say('signIn.refused')).waitFor();
    await savedOnServer('Hei Kalle, viimeinen vastaukseni');
    await Promise.all([sanna.context.close(), antti.context.close()]);
  });

  test('entries of others are seen above what is written', async () => {
    const [liisa, johan] = [await room.at('liisa'), await room.at('johan')];
    await Promise.all([openTicket(liisa, number), openTicket(johan, number)]);
    await replyBox(liisa).fill('Hei Kalle, minä ensin');
    await johan.page.keyboard.press('n');
    await johan.page.keyboard.insertText('Katson varastosta.');
    await johan.page.keyboard.press('Control+Enter');
    await entry(liisa.page, 'Katson varastosta.').waitFor();
    expect(await replyBox(liisa).inputValue()).toBe('Hei Kalle, minä ensin');
    await Promise.all([liisa.context.close(), johan.context.close()]);
  });
});
