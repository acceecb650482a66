import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { entry, openTicket, replyBox, still, timeline, type Person } from './people';
import { aRoom } from './room';
import type { Who } from './support';

interface Finding { rule: string; where: string }

/** Every rule of axe on what is on screen now. */
async function findings(page: Page): Promise<Finding[]> {
  // Colours that are still on their way to another are nobody's colours.
  await still(page);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((): Promise<AxeResults> => (window as typeof window & { axe: typeof axe }).axe.run(document));
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => ({ rule: id, where: `${node.target.join(' ')}: ${node.failureSummary ?? ''}` })));
}

describe.each(['light', 'dark'] as const)('nothing stands in the way, %s, in Finnish', (colorScheme) => {
  const room = aRoom();
  let number: number;
  const open: Partial<Record<Who, Person>> = {};
  const at = async (who: Who): Promise<Person> => (open[who] ??= await room.at(who, { colorScheme, speaks: 'fi', reducedMotion: 'reduce' }));

  beforeAll(async () => {
    await room.desk.db.sql(`UPDATE staff_member SET locale = 'fi'`);
    ({ number } = await room.desk.matter({ from: 'Maija Virtanen <maija.virtanen@posti.example>', subject: 'Esteetön asia', body: 'Hei!\n\nLukeehan tämän jokainen?' }));
  });

  test('sign-in', async () => {
    const { page } = await room.visitor({ colorScheme });
    await page.goto('/sign-in');
    await page.locator('input[type=email]').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.locator('input[type=email]').fill('kukaan@lumo.example');
    await page.locator('input[type=password]').fill('ei oikea');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').or(page.getByRole('status')).first().waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('queue', async () => {
    const { page } = await at('liisa');
    await page.goto('/queue?view=all');
    await page.getByRole('row').nth(5).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('log').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('ticket with a reply, a note and a customer', async () => {
    const liisa = await at('liisa');
    const { page } = liisa;
    await openTicket(liisa, number);
    await entry(page, 'Lukeehan tämän jokainen?').waitFor();
    await page.getByText('L-100001').waitFor();
    await replyBox(liisa).fill('Kyllä lukee.');
    expect(await findings(page)).toEqual([]);
    await timeline(page).focus();
    await page.keyboard.press('n');
    await page.keyboard.insertText('Hyvä kysymys.');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await entry(page, 'Hyvä kysymys.').waitFor();
    await timeline(page).focus();
    await page.keyboard.press('r');
    await page.keyboard.press('Control+Enter');
    await entry(page, 'Kyllä lukee.').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('how a deadline is counted, a due time by hand, and no reply needed', async () => {
    const liisa = await at('liisa');
    const { page, say } = liisa;
    const { number: waiting } = await room.desk.matter({ from: 'Odottava Ossi <odottava.ossi@posti.example>', subject: `Odotan vastausta ${colorScheme}`, body: 'Hei!' });
    await openTicket(liisa, waiting);
    await page.getByRole('group', { name: say('deadline.strip.label') }).getByRole('button').last().click();
    const panel = page.getByRole('dialog', { name: say('deadline.explain.title') });
    await panel.getByText(say('deadline.explain.events')).waitFor();
    expect(await findings(page)).toEqual([]);
    await panel.getByRole('button', { name: say('deadline.fix.open') }).click();
    await panel.getByRole('button', { name: say('deadline.fix.save') }).click();
    await panel.getByText(say('reason.missing')).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await timeline(page).focus();
    await page.keyboard.press('b');
    await page.getByRole('dialog', { name: say('reason.title') }).getByText(say('reason.solveToo')).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    // A month later everything is late.
    await page.goto('/queue?view=all');
    await page.getByRole('row').nth(5).waitFor();
    await room.desk.advance('P40D');
    await page.reload();
    await page.getByRole('row').getByText(/myöhässä/).first().waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('call, new ticket, search, shortcuts and settings', async () => {
    const liisa = await at('liisa');
    const { page } = liisa;
    await openTicket(liisa, number);
    await timeline(page).focus();
    await page.keyboard.press('p');
    await page.keyboard.type('0405550101');
    await page.getByRole('group', { name: liisa.say('call.matches') }).getByText('Maija Virtanen').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    await page.getByRole('dialog', { name: liisa.say('new.title') }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(liisa.say('new.subjectMissing')).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Maija');
    await page.getByRole('menuitem', { name: /^Maija Virtanen/ }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: liisa.say('command.help') }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Liisa Mattila' }).first().click();
    await page.getByRole('button', { name: liisa.say('me.signOut') }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('customers', async () => {
    const { page } = await at('liisa');
    const [maija] = await room.desk.db.sql<{ id: string }>(`SELECT id FROM customer WHERE customer_number = 'L-100001'`);
    await page.goto('/customers');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto(`/customers/${maija!.id}`);
    await page.getByRole('heading', { level: 1, name: 'Maija Virtanen' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('people, and a person’s form', async () => {
    const antti = await at('antti');
    const { page } = antti;
    await page.goto('/admin/people');
    await page.getByRole('row').nth(3).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('row').filter({ hasText: 'johan@lumo.example' }).getByRole('button').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.goto('/admin/mail');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('calendars, policies and reminders, with faults and before saving', async () => {
    const antti = await at('antti');
    const { page, say } = antti;
    await page.goto('/admin/calendars');
    await page.getByRole('row').nth(1).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('status').filter({ hasText: /klo/ }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: say('proposals.feed') }).click();
    await page.getByRole('button', { name: say('proposals.holidays') }).click();
    await page.getByRole('textbox', { name: say('calendar.opensOn', { day: 'ma' }) }).fill('puoli ysi');
    await page.keyboard.press('Tab');
    await page.getByText(say('preview.faulty')).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('textbox', { name: say('calendar.opensOn', { day: 'ma' }) }).fill('9');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: say('calendar.saveAs') }).click();
    await page.getByRole('dialog').getByRole('button', { name: say('action.cancel') }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: say('rooms.policies') }).click();
    await page.getByRole('alertdialog').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: say('unsaved.leave') }).click();
    await page.getByRole('heading', { level: 1, name: say('rooms.policies') }).waitFor();
    await page.getByRole('listitem').nth(3).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('main').getByRole('listitem').nth(2).getByRole('link').click();
    await page.getByRole('button', { name: say('policy.more') }).first().click();
    expect(await findings(page)).toEqual([]);
    await page.goto('/admin/reminders');
    await page.getByRole('button', { name: say('plan.new') }).click();
    expect(await findings(page)).toEqual([]);
  });

  test('notices and their settings', async () => {
    const { page, say } = await at('liisa');
    await page.goto('/notices');
    await page.getByRole('heading', { level: 1, name: say('notices.title') }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto('/settings/notices');
    await page.getByRole('row').nth(3).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.locator('[data-pane=nav]').getByRole('button', { name: new RegExp(`^${say('notices.title')}`) }).click();
    await page.getByRole('dialog', { name: say('notices.title') }).getByRole('link', { name: say('notices.settings') }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('reply times, and the cases behind a figure', async () => {
    const sanna = await at('sanna');
    const { page } = sanna;
    await page.goto(`/reports/reply-times?from=${new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10)}&to=${new Date().toISOString().slice(0, 10)}`);
    await page.getByRole('region', { name: sanna.say('report.part.share'), exact: true }).waitFor();
    await page.locator('summary').click();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('region', { name: sanna.say('report.part.arrivals') }).getByRole('link').first().click();
    await page.getByRole('region', { name: sanna.say('report.list') }).getByRole('row').nth(1).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto('/reports/reply-times?period=own&from=2025-01-01&to=2025-01-31');
    await page.getByText(sanna.say('report.nothing')).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('public form, its faults, and the status page', async () => {
    const { page } = await room.visitor({ colorScheme, viewport: { width: 720, height: 900 } });
    await page.goto('/fi/form');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lähetä', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Kysymys').check();
    await page.getByLabel('Mitä tapahtui?').fill('Saako koiran ottaa myymälään?');
    await page.getByLabel('Sähköposti').fill(`koiran.omistaja.${colorScheme}@posti.example`);
    await page.getByRole('button', { name: 'Lähetä', exact: true }).click();
    await page.locator('.number').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.locator('main a[href^="/fi/m/"]').click();
    await page.getByRole('heading', { level: 1, name: /koiran/ }).waitFor();
    expect(await findings(page)).toEqual([]);
    // And on the narrowest telephone nothing is cut off.
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
