import { entry, openTicket, reply, type Person } from './people';
import { aRoom } from './room';

describe('the public pages without any script', () => {
  const room = aRoom();
  let customer: Person;

  beforeAll(async () => {
    customer = await room.visitor({ javaScriptEnabled: false });
  });

  test('a complaint is sent in Finnish, its page shows it, and later the answer', async () => {
    const { page } = customer;
    await page.goto('/form');
    expect(new URL(page.url()).pathname).toBe('/fi/form');

    // First with something missing: told at the top and at the field, and what was typed stays.
    await page.getByLabel('Reklamaatio tuotteesta tai palvelusta').check();
    await page.getByLabel('Tilausnumero').fill('FI-77001');
    await page.getByRole('button', { name: 'Lähetä', exact: true }).click();
    await page.getByRole('alert').getByRole('link').first().waitFor();
    expect(await page.title()).toMatch(/^Virhe:/);
    expect(await page.getByLabel('Tilausnumero').inputValue()).toBe('FI-77001');
    expect(await page.getByLabel('Reklamaatio tuotteesta tai palvelusta').isChecked()).toBe(true);

    // The speed of a person: a form filled in no time is held for somebody to look at.
    await page.getByLabel('Mitä tapahtui?').pressSequentially('Kissan raapimispuu kaatui heti. Toivon rahat takaisin.', { delay: 60 });
    await page.getByLabel('Sähköposti').fill('rauni.raapija@posti.example');
    await page.getByRole('button', { name: 'Lähetä', exact: true }).click();
    const number = Number(await page.locator('.number').textContent());
    expect(number).toBeGreaterThan(10_000);
    await page.locator('main a[href^="/fi/m/"]').click();

    await page.getByRole('heading', { level: 1, name: /raapimispuu/ }).waitFor();
    await page.getByRole('article').getByText('Toivon rahat takaisin.').waitFor();

    const [row] = await room.desk.db.sql<{ kind: string; language: string; channel: string; order_number: string; tags: string[] }>('SELECT kind, language, channel, order_number, tags FROM ticket WHERE number = $1', [number]);
    expect(row).toEqual({ kind: 'complaint', language: 'fi', channel: 'form', order_number: 'FI-77001', tags: [] });

    const sanna = await room.at('sanna');
    await room.desk.undoSeconds('sanna', 0);
    await openTicket(sanna, number);
    await sanna.page.keyboard.press('n');
    await sanna.page.keyboard.insertText('Tämä on kolmas kaatunut.');
    await sanna.page.keyboard.press('Control+Enter');
    await entry(sanna.page, 'Tämä on kolmas kaatunut.').waitFor();
    await reply(sanna, 'Hei, palautamme rahat tänään.');
    const mail = await room.desk.mailWith('palautamme rahat tänään');
    expect(mail.to).toEqual(['rauni.raapija@posti.example']);

    // Answers are shown to who holds the mailed link: anybody can write anybody's address into a form.
    await page.reload();
    expect(await page.getByText('palautamme rahat').count()).toBe(0);
    const mailed = /https?:\/\/\S+\/fi\/m\/\S+/.exec((await room.desk.mailWith(`numero on ${number}`)).text);
    await page.goto(mailed![0]);
    await page.getByRole('article').getByText('Hei, palautamme rahat tänään.').waitFor();
    const seen = await page.locator('body').innerText();
    expect(seen).not.toContain('kolmas kaatunut');
    expect(seen).not.toContain('Koskinen');

    // The customer goes on from the page itself.
    await page.locator('textarea').fill('Kiitos!');
    await page.locator('form#r button.main').first().click();
    await page.getByRole('article').getByText('Kiitos!').waitFor();
    await entry(sanna.page, 'Kiitos!').waitFor();
    await sanna.context.close();
  });

  test('the language changes without losing a word', async () => {
    const { page } = customer;
    await page.goto('/fi/form');
    await page.getByLabel('Mitä tapahtui?').fill('Hej, jag fick fel storlek.');
    await page.getByRole('button', { name: 'Svenska' }).click();
    await page.waitForURL('**/sv/form');
    expect(await page.locator('textarea').inputValue()).toContain('Hej, jag fick fel storlek.');
    expect(await page.locator('html').getAttribute('lang')).toBe('sv');
  });
});
