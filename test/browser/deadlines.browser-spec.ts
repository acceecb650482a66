import { entry, openTicket, reply, timeline, type Person } from './people';
import { aRoom } from './room';
import { eventually } from './support';

describe('deadlines of a ticket', () => {
  const room = aRoom();
  const cell = (person: Person, metric: 'FIRST_REPLY' | 'NEXT_REPLY') => person.page.getByRole('group', { name: person.say('deadline.strip.label') }).getByRole('button', { name: new RegExp(`^${person.say(`deadline.metric.${metric}`)}`) });

  test('a question has its promise in the list and in the strip, which says how it is counted', async () => {
    const { number } = await room.desk.matter({ from: 'Lauri Lupaus <lauri.lupaus@posti.example>', subject: 'Milloin vastaatte?', body: 'Hei! Milloin tähän vastataan?' });
    const liisa = await room.at('liisa');
    const { page, say } = liisa;
    await openTicket(liisa, number);
    const first = cell(liisa, 'FIRST_REPLY');
    await first.waitFor();
    // By keyboard, and back to where one was.
    await first.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: say('deadline.explain.title') });
    await panel.getByText(/^Kysymykset.*, versio 1$/).waitFor();
    await panel.getByText(/^Toimistoaika, versio 1$/).first().waitFor();
    await panel.getByText('2 työpäivää', { exact: true }).waitFor();
    await panel.getByText(say('deadline.explain.events')).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await first.evaluate((button) => document.activeElement === button)).toBe(true);

    await page.goto('/queue?view=all');
    const row = page.getByRole('row').filter({ hasText: 'Milloin vastaatte?' });
    // For ears a sentence, for eyes a few words.
    await row.getByText(/^Ensimmäisen vastauksen määräaika on/).waitFor();
    await liisa.context.close();
  });

  test('a due time is set by hand, passes, and is told', async () => {
    const { number } = await room.desk.matter({ from: 'Kaisa Käsin <kaisa.kasin@posti.example>', subject: 'Sovittu aika', body: 'Soititte ja lupasitte palata.' });
    const liisa = await room.at('liisa');
    const { page, say } = liisa;
    await openTicket(liisa, number);
    await cell(liisa, 'FIRST_REPLY').click();
    const panel = page.getByRole('dialog', { name: say('deadline.explain.title') });
    await panel.getByRole('button', { name: say('deadline.fix.open') }).click();
    await panel.getByRole('form', { name: say('deadline.fix.title') }).locator(':focus').waitFor();
    await panel.getByRole('button', { name: say('deadline.fix.save') }).click();
    await panel.getByText(say('reason.missing')).waitFor();
    await panel.getByRole('textbox', { name: say('reason.label') }).fill('Sovittu puhelimessa');
    await panel.getByRole('button', { name: say('deadline.fix.save') }).click();
    await panel.getByText(say('deadline.explain.dueFixed')).waitFor();
    await page.keyboard.press('Escape');
    await cell(liisa, 'FIRST_REPLY').getByText(say('deadline.strip.fixed')).waitFor();
    await room.desk.advance('P40D');
    await page.reload();
    await cell(liisa, 'FIRST_REPLY').getByText(/myöhässä/).waitFor();
    await liisa.context.close();
  });

  test('thanks after the answer: no reply needed, by one key and a reason', async () => {
    const { desk } = room;
    await desk.undoSeconds('liisa', 0);
    const from = 'Kiia Kiitos <kiia.kiitos@posti.example>';
    const { number } = await desk.matter({ from, subject: 'Kiitosta vaille', body: 'Onko kissanhiekkaa?' });
    const liisa = await room.at('liisa');
    const { page, say } = liisa;
    await openTicket(liisa, number);
    await reply(liisa, 'Hei Kiia, on.');
    await cell(liisa, 'FIRST_REPLY').getByText(say('deadline.strip.met')).waitFor();
    const sent = await desk.mailWith('Hei Kiia, on.');
    await timeline(page).focus();
    await page.keyboard.press('e');
    await eventually('the ticket to be solved', async () => (await desk.db.sql<{ status: string }>('SELECT status FROM ticket WHERE number = $1', [number]))[0]?.status === 'solved');
    await desk.post({ from, subject: 'Re: Kiitosta vaille', body: 'Kiitos!', headers: { 'In-Reply-To': sent.headers['message-id']?.[0] ?? '' } }, [sent.from.replace(/^.*<|>.*$/g, '')]);
    await openTicket(liisa, number);
    await entry(page, 'Kiitos!').waitFor();
    await page.getByText(say('reopened.says')).waitFor();
    await timeline(page).focus();
    await page.keyboard.press('b');
    await page.getByRole('dialog', { name: say('reason.title') }).getByRole('radio', { name: say('reason.thanks') }).waitFor();
    await page.keyboard.press('Control+Enter');
    await cell(liisa, 'NEXT_REPLY').getByText(say('deadline.strip.waived')).waitFor();
    const [next] = await desk.db.sql<{ state: string; status: string }>(`SELECT d.state, t.status FROM deadline d JOIN ticket t ON t.id = d.subject_id WHERE t.number = $1 AND d.metric = 'next_reply'`, [number]);
    expect(next).toEqual({ state: 'waived', status: 'solved' });
    await liisa.context.close();
  });
});
