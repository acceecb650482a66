/** Draws the pictures of docs/images again, on a demo shop of its own at two o'clock on a Monday: `npm run screenshots`. Not a test. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { atDesk, entry, openBrowser, openTicket, replyBox, still, timeline, visitor, type Person } from './people';
import { DemoDesk, eventually, type Who } from './support';

const FOLDER = join(__dirname, '../../docs/images');
const COMPLAINT = 'Reklamaatio: koiran ruoka aiheutti allergiaoireita';

/** The offset that makes the desk's clock show this moment now, as an ISO 8601 duration. */
function offsetTo(moment: string): string {
  const seconds = Math.round((Date.parse(moment) - Date.now()) / 1000);
  return `${seconds < 0 ? '-' : ''}PT${Math.abs(seconds)}S`;
}

/** A picture in few colours: a screen has no more, and a reader of the docs need not wait. */
async function picture(page: Page, name: string): Promise<void> {
  await still(page);
  const { size } = await sharp(await page.screenshot({ caret: 'hide' })).png({ palette: true, colours: 256, effort: 10, compressionLevel: 9 }).toFile(join(FOLDER, `${name}.png`));
  expect(size).toBeLessThan(300_000);
}

describe('the pictures of the docs', () => {
  let desk: DemoDesk;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    desk = await DemoDesk.start({ KAIKU_CLOCK: offsetTo('2026-11-23T14:02:00+02:00') });
    browser = await openBrowser();
    // Read by everybody: the desk in English, its customers' words as they wrote them.
    await desk.db.sql(`UPDATE staff_member SET locale = 'en' WHERE email <> 'johan@lumo.example'`);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const speaking = async (who: Who, locale: 'fi' | 'sv' | 'en', options = {}): Promise<Person> => {
    await desk.db.sql('UPDATE staff_member SET locale = $2 WHERE email = $1', [`${who}@lumo.example`, locale]);
    return atDesk(browser, desk, who, { ...options, speaks: locale });
  };
  const desktop = async (person: Person): Promise<void> => {
    await person.page.goto('/queue?view=all');
    await person.page.getByRole('row').nth(8).waitFor();
    await person.page.getByRole('row').filter({ hasText: COMPLAINT }).click();
    await entry(person.page, 'korvaatteko sen?').waitFor();
    await person.page.getByText('L-100001').waitFor();
    await replyBox(person).waitFor();
  };

  test('sign-in', async () => {
    const { page, context } = await visitor(browser, desk, { locale: 'en-GB' });
    await page.goto('/sign-in');
    await page.locator('input[type=email]').waitFor();
    await picture(page, 'sign-in');
    await context.close();
  });

  test('the desk', async () => {
    const sanna = await speaking('sanna', 'en');
    const { page } = sanna;
    const say = (id: Parameters<typeof sanna.say>[0]): string => sanna.say(id);
    await desktop(sanna);
    await desk.post({ from: 'Ulla Uusitalo <ulla.uusitalo@posti.example>', subject: 'Onko teillä akvaarioita?', body: 'Hei, etsin 60 litran akvaariota.' });
    await page.getByText('1 new ticket').waitFor();
    await replyBox(sanna).fill('Hei Maija,\n\nvoimme korvata eläinlääkärikulut kuittia vastaan.');
    await page.getByText(/^Draft saved/).waitFor();
    await picture(page, 'queue');
    await timeline(page).focus();
    await page.keyboard.press('n');
    await page.keyboard.insertText('Laadunvalvonta lupasi tuloksen keskiviikoksi. Korvaus on sovittu Maijan kanssa.');
    await page.getByText(/^Draft saved/).waitFor();
    await picture(page, 'note');
    await page.keyboard.press('Escape');
    await page.keyboard.press('p');
    await page.keyboard.type('+358 40 555 0101', { delay: 20 });
    await page.getByRole('group', { name: 'Possible callers' }).getByText('Kulta').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('3');
    await page.keyboard.insertText('Maija kysyi, milloin analyysin tulos tulee. Kerroin keskiviikosta.');
    await picture(page, 'call');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('mai', { delay: 20 });
    await page.getByRole('menuitem', { name: /^Maija Virtanen/ }).waitFor();
    await picture(page, 'palette');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: say('new.title') });
    await dialog.getByLabel(say('field.subject')).fill('Kissan raapimispuu kaatui');
    await dialog.getByLabel(say('new.text')).fill('Asiakas toi raapimispuun Kamppiin: jalusta on vino. Haluaa uuden tilalle.');
    await picture(page, 'new-ticket');
    await sanna.context.close();
  });

  test('a ticket with an answer on its way', async () => {
    const liisa = await speaking('liisa', 'en');
    const { page } = liisa;
    const { number } = await desk.matter({ from: 'Olli Nieminen <olli.nieminen@posti.example>', subject: 'Kiipeilypuun ruuvit', body: 'Hei,\n\nkiipeilypuun pussista puuttui kaksi ruuvia. Voitteko lähettää ne?\n\nTerveisin\nOlli' });
    await openTicket(liisa, number);
    await replyBox(liisa).fill('Hei Olli,\n\npahoittelut! Ruuvit lähtevät tänään kirjeenä.');
    await replyBox(liisa).press('Control+Enter');
    await entry(page, 'Ruuvit lähtevät').getByRole('button', { name: 'Undo' }).waitFor();
    await picture(page, 'ticket');
    const [maija] = await desk.db.sql<{ id: string }>(`SELECT id FROM customer WHERE customer_number = 'L-100001'`);
    await page.goto(`/customers/${maija!.id}`);
    await page.getByRole('heading', { level: 1, name: 'Maija Virtanen' }).waitFor();
    await picture(page, 'customer');
    await desk.mailWith('Ruuvit lähtevät tänään');
    await page.goto('/dev/mail');
    await picture(page, 'mail');
    await liisa.context.close();
  });

  test('deadlines: how one is counted, and the rooms they are set in', async () => {
    const sanna = await speaking('sanna', 'en');
    const { page, say } = sanna;
    await desktop(sanna);
    await page.getByRole('group', { name: say('deadline.strip.label') }).getByRole('button').nth(1).click();
    const panel = page.getByRole('dialog', { name: say('deadline.explain.title') });
    await panel.getByText(say('deadline.explain.events')).waitFor();
    await picture(page, 'deadline');
    await page.keyboard.press('Escape');
    await page.goto('/admin/policies');
    await page.getByRole('main').getByRole('listitem').nth(2).waitFor();
    await picture(page, 'policies');
    await page.goto('/reports/reply-times');
    await page.getByRole('region', { name: say('report.part.share'), exact: true }).waitFor();
    await picture(page, 'reply-times');
    await page.goto('/admin/calendars');
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('region', { name: say('preview.title') }).getByRole('status').filter({ hasText: /is due/ }).waitFor();
    await picture(page, 'calendar');
    await page.getByRole('textbox', { name: say('calendar.closesOn', { day: 'Tue' }) }).fill('15:00');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: say('calendar.saveAs') }).click();
    await page.getByRole('dialog').getByText(/deadlines? moves?\.|No running deadline moves/).waitFor();
    await picture(page, 'calendar-change');
    await sanna.context.close();
  });

  test('people', async () => {
    const antti = await speaking('antti', 'en');
    await antti.page.goto('/admin/people');
    await antti.page.getByRole('row').nth(5).waitFor();
    await picture(antti.page, 'people');
    await antti.context.close();
  });

  test.each([['fi', 'light', 'queue-fi'], ['sv', 'light', 'queue-sv'], ['en', 'dark', 'queue-dark']] as const)('the desk in %s, %s', async (locale, colorScheme, name) => {
    const sanna = await speaking('sanna', locale, { colorScheme });
    await desktop(sanna);
    await eventually('the draft', async () => (await replyBox(sanna).inputValue()).includes('korvata'));
    await picture(sanna.page, name);
    await sanna.context.close();
  });

  test.each([['light', 'form-fi'], ['dark', 'form-dark']] as const)('the public form, %s', async (colorScheme, name) => {
    const { page, context } = await visitor(browser, desk, { colorScheme, javaScriptEnabled: true });
    await page.goto('/fi/form');
    await page.getByLabel('Reklamaatio tuotteesta tai palvelusta').check();
    await page.getByLabel('Mitä tapahtui?').pressSequentially('Purulelusta irtosi muovinen osa. Koira ehti melkein niellä sen.', { delay: 40 });
    await page.getByLabel('Sähköposti').fill('rauni.raapija@posti.example');
    await page.evaluate(() => scrollTo(0, 0));
    await picture(page, name);
    if (colorScheme === 'light') {
      await page.getByRole('button', { name: 'Lähetä', exact: true }).click();
      const number = await page.locator('.number').textContent();
      await picture(page, 'form-sent');
      const link = /https?:\/\/\S+\/fi\/m\/\S+/.exec((await desk.mailWith(`numero on ${number}`)).text)![0];
      const johan = await atDesk(browser, desk, 'johan');
      await desk.undoSeconds('johan', 0);
      await openTicket(johan, Number(number));
      await replyBox(johan).fill('Hei Rauni,\n\nkiitos, että kerroit. Poistamme lelun myynnistä tänään ja palautamme rahat.');
      await replyBox(johan).press('Control+Enter');
      await desk.mailWith('Poistamme lelun myynnistä');
      await page.goto(link);
      await page.getByText('Poistamme lelun').waitFor();
      await picture(page, 'status');
      await johan.context.close();
    }
    await context.close();
  });
});
