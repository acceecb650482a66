import { entry, openTicket, replyBox, timeline, type Person } from './people';
import { aRoom } from './room';
import { eventually, type DemoDesk } from './support';

describe('the desk without a mouse', () => {
  const room = aRoom();
  let desk: DemoDesk;
  let liisa: Person;

  beforeAll(async () => {
    ({ desk } = room);
    liisa = await room.at('liisa');
  });
  beforeEach(async () => {
    await liisa.page.goto('/queue?view=all');
    await liisa.page.getByRole('row').nth(2).waitFor();
  });

  const opened = (): number | null => {
    const url = new URL(liisa.page.url());
    return Number(/^\/t\/(\d+)$/.exec(url.pathname)?.[1] ?? url.searchParams.get('sel')) || null;
  };
  const active = async (): Promise<string | null> => liisa.page.getByRole('grid').getAttribute('aria-activedescendant');

  test.each([
    ['+358 40 555 0106', '1'], ['0405550106', '2'], ['040-555 0106', '3'], ['00358405550106', '4'], ['(040) 555 01 06', '5'],
  ])('a call from %s is logged for the right customer', async (spelling, topic) => {
    const { page } = liisa;
    const words = `Soitto numerosta ${spelling}`;
    await page.keyboard.press('p');
    // No waiting for the window: a hand does not.
    await page.keyboard.type(spelling, { delay: 20 });
    await page.getByRole('group', { name: liisa.say('call.matches') }).getByText('Aino Koskela-Järvenpää').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press(topic);
    await page.keyboard.insertText(words);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await entry(page, words).waitFor();
    await page.getByRole('complementary', { name: liisa.say('customer.pane') }).getByText('L-100006').waitFor();
    const [call] = await desk.db.sql<{ topic: string; number: string; customer: string; kind: string }>(
      `SELECT c.topic, k.customer_number AS customer, t.kind FROM ticket_entry e JOIN ticket t ON t.id = e.ticket_id JOIN customer k ON k.id = t.customer_id JOIN call c ON c.entry_id = e.id WHERE e.body = $1`, [words]);
    expect(call).toMatchObject({ customer: 'L-100006', topic: ['order', 'return', 'product', 'loyalty', 'complaint'][Number(topic) - 1] });
  });

  test('what is no phone number is said at the number, and nothing typed is lost', async () => {
    const { page } = liisa;
    await page.keyboard.press('p');
    await page.keyboard.type('12', { delay: 20 });
    await eventually('the number to stand in its field', async () => (await page.getByRole('dialog').getByLabel(liisa.say('call.number'), { exact: true }).inputValue()) === '12');
    await page.keyboard.press('Enter');
    await page.keyboard.press('6');
    await page.keyboard.insertText('Väärä numero?');
    await page.keyboard.press('Control+Enter');
    await page.getByText(liisa.say('call.numberInvalid')).waitFor();
    // Escape keeps the call, and the same key brings it back.
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('p');
    await eventually('the words to be there', async () => (await page.getByRole('dialog').getByLabel(liisa.say('call.note')).inputValue()) === 'Väärä numero?');
  });

  test('J and K move, the ticket follows, and Enter goes to it', async () => {
    const { page } = liisa;
    await page.keyboard.press('j');
    await eventually('a ticket to follow', async () => opened() !== null);
    const first = opened();
    await page.keyboard.press('j');
    await eventually('the next one', async () => opened() !== first && opened() !== null);
    const second = opened();
    await eventually('the list to mark it', async () => (await active()) === `row-${second}`);
    await page.keyboard.press('k');
    await eventually('the first again', async () => opened() === first);
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/t/${first}*`);
    await eventually('the ticket to have the focus', async () => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane === 'ticket'));
    await page.keyboard.press('Escape');
    await page.waitForURL('**/queue*');
  });

  test('? tells the keys, and Ctrl K goes anywhere by name or number', async () => {
    const { page } = liisa;
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: liisa.say('command.help') });
    await help.getByText(liisa.say('command.newTicket')).waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });

    const { number } = await desk.matter({ from: 'Maija Virtanen <maija.virtanen@posti.example>', subject: 'Haettava asia', body: 'Löydätkö minut?' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type(String(number), { delay: 20 });
    await page.getByRole('menuitem', { name: liisa.say('palette.openNumber', { number }) }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/t/${number}*`);
    await entry(page, 'Löydätkö minut?').waitFor();

    await page.keyboard.press('Control+k');
    await page.keyboard.type('Maija Virt', { delay: 20 });
    const found = page.getByRole('menuitem', { name: /^Maija Virtanen/ });
    await found.waitFor();
    // A ticket seen lately is found by its customer as well, though its own words do not fit.
    await page.getByRole('menuitem', { name: `#${number} Haettava asia` }).waitFor();
    await eventually('the customer to be the one chosen', async () => {
      if ((await found.getAttribute('data-focused')) !== null) return true;
      await page.keyboard.press('ArrowDown');
      return false;
    });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Maija Virtanen' }).waitFor();
  });

  test('letters are letters while somebody writes', async () => {
    const { page } = liisa;
    const { number } = await desk.matter({ from: 'Kirsi Kirjain <kirsi.kirjain@posti.example>', subject: 'Kirjaimet', body: 'jkrncp' });
    await openTicket(liisa, number);
    const before = await desk.db.sql('SELECT status, assignee_id, priority FROM ticket WHERE number = $1', [number]);
    await replyBox(liisa).focus();
    await page.keyboard.type('jkoxrncpdeiaslyhz.?/gqbm', { delay: 5 });
    expect(await replyBox(liisa).inputValue()).toBe('jkoxrncpdeiaslyhz.?/gqbm');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(opened()).toBe(number);
    expect(await desk.db.sql('SELECT status, assignee_id, priority FROM ticket WHERE number = $1', [number])).toEqual(before);
  });

  test.each([
    ['r', 'composer.replyText'], ['n', 'composer.noteText'],
  ] as const)('no character is lost after %s', async (key, box) => {
    const { page } = liisa;
    const { number } = await desk.matter({ from: 'Nea Nopea <nea.nopea@posti.example>', subject: `Nopeat sormet ${key}`, body: 'Kirjoita nopeasti.' });
    await openTicket(liisa, number);
    await timeline(page).focus();
    const words = 'Hei Nea, rivi ennen kuin ehdit lukeakaan';
    expect(words).toHaveLength(40);
    await page.keyboard.press(key);
    await page.keyboard.type(words, { delay: 20 });
    await eventually('every character', async () => (await page.getByRole('textbox', { name: liisa.say(box) }).inputValue()) === words);
  });

  test('no character is lost after P, C and Ctrl K, even the first time a window opens', async () => {
    for (const [key, field] of [['p', 'call.number'], ['c', 'field.subject'], ['Control+k', 'palette.placeholder']] as const) {
      // A fresh page: nothing of the window has been fetched yet.
      await liisa.page.reload();
      await liisa.page.getByRole('row').nth(2).waitFor();
      await liisa.page.keyboard.press(key);
      await liisa.page.keyboard.type('0405550106', { delay: 20 });
      const box = liisa.page.getByRole('dialog').getByLabel(liisa.say(field), { exact: true }).first();
      await eventually(`every character after ${key}`, async () => (await box.inputValue()).endsWith('0405550106'));
      await liisa.page.keyboard.press('Escape');
      await liisa.page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  test('single letters can be switched off', async () => {
    const johan = await room.at('johan');
    const { page } = johan;
    await page.getByRole('button', { name: 'Johan Lindqvist' }).click();
    await page.getByText(johan.say('me.singleKeys')).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('p');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: johan.say('command.palette') }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await johan.context.close();
  });
});
