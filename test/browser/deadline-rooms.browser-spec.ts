import type { Person } from './people';
import { aRoom } from './room';
import { eventually } from './support';

/** The keyboard alone: focus walks until the wanted control has it. */
async function tabTo(person: Person, name: string | RegExp): Promise<void> {
  const { page } = person;
  for (let step = 0; step < 120; step += 1) {
    const found = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active) return '';
      const labelled = active.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      return active.getAttribute('aria-label') ?? labelled ?? (active instanceof HTMLInputElement ? (active.labels?.[0]?.textContent ?? '') : (active.textContent ?? ''));
    });
    if (typeof name === 'string' ? found === name : name.test(found)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard did not come to ${String(name)}`);
}

describe('rooms of deadlines', () => {
  const room = aRoom();

  test('a calendar is changed by keyboard alone: preview, fault at its field, effect before saving, version after', async () => {
    const antti = await room.at('antti');
    const { page, say } = antti;
    await page.goto('/admin/calendars');
    await page.getByRole('row').nth(1).waitFor();
    await tabTo(antti, 'Office hours');
    await page.keyboard.press('Enter');
    const answer = page.getByRole('region', { name: say('preview.title') }).getByRole('status');
    await answer.filter({ hasText: /is due/ }).waitFor();

    await tabTo(antti, say('calendar.opensOn', { day: 'Mon' }));
    await page.keyboard.insertText('puoli ysi');
    await page.keyboard.press('Tab');
    await page.getByText('Write the time like 08:00').waitFor();
    expect(await page.getByRole('textbox', { name: say('calendar.opensOn', { day: 'Mon' }) }).getAttribute('aria-invalid')).toBe('true');
    await answer.filter({ hasText: say('preview.faulty') }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.insertText('10');
    await page.keyboard.press('ArrowUp');
    await answer.filter({ hasText: /is due/ }).waitFor();
    expect(await page.getByRole('textbox', { name: say('calendar.opensOn', { day: 'Mon' }) }).inputValue()).toBe('10:15');

    // What is not saved is not lost by a step aside.
    await page.getByRole('link', { name: say('rooms.policies') }).press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: say('calendar.saveAs') }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/deadlines? moves?\.|No running deadline moves/).waitFor();
    await dialog.getByRole('textbox', { name: new RegExp(`^${say('versions.why')}`) }).fill('Later on Mondays');
    await dialog.getByRole('button', { name: say('calendar.saveVersion', { version: 2 }) }).press('Enter');
    await page.getByRole('region', { name: say('versions.title') }).getByText('Later on Mondays').waitFor();
    const [stored] = await room.desk.db.sql<{ definition: { weekly: { isoDay: number; from: string }[] } }>('SELECT definition FROM business_calendar_version WHERE version = 2');
    expect(stored!.definition.weekly.find((hours) => hours.isoDay === 1)?.from).toBe('10:15');
    await antti.context.close();
  });

  test('two people save one calendar: the second is told, and sees what the first has saved', async () => {
    const [antti, sanna] = [await room.at('antti'), await room.at('sanna')];
    const change = async ({ page, say }: Person, day: string, time: string) => {
      await page.getByRole('textbox', { name: say('calendar.closesOn', { day }) }).fill(time);
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: say('calendar.saveAs') }).click();
    };
    const save = ({ page, say }: Person) => page.getByRole('dialog').getByRole('button', { name: say('calendar.saveVersion', { version: 3 }) }).click();
    for (const { page } of [antti, sanna]) {
      await page.goto('/admin/calendars');
      await page.getByRole('row').nth(1).getByRole('link').click();
    }
    await change(antti, 'Tue', '16:30');
    await change(sanna, 'ti', '15.30');
    await save(antti);
    await antti.page.getByRole('dialog').waitFor({ state: 'detached' });
    await save(sanna);
    await sanna.page.getByText(/Joku tallensi kalenterin sillä välin/).waitFor();
    await sanna.page.getByRole('button', { name: sanna.say('conflict.reload') }).click();
    await sanna.page.getByRole('dialog').waitFor({ state: 'detached' });
    await eventually('what Antti saved', async () => (await sanna.page.getByRole('textbox', { name: sanna.say('calendar.closesOn', { day: 'ti' }) }).inputValue()) === '16.30');
    await Promise.all([antti.context.close(), sanna.context.close()]);
  });

  test('holidays of a year are proposed, and hold when somebody accepts them', async () => {
    const antti = await room.at('antti');
    const { page, say } = antti;
    await page.goto('/admin/calendars');
    await page.getByRole('row').nth(1).getByRole('link').click();
    const proposals = page.getByRole('region', { name: say('proposals.title') });
    await proposals.getByRole('textbox', { name: say('calendar.year') }).fill('2031');
    await proposals.getByRole('button', { name: say('proposals.holidays') }).click();
    await proposals.getByText('Sat 06/12/2031').waitFor();
    await proposals.getByRole('button', { name: say('proposals.all') }).click();
    await proposals.getByRole('button', { name: /^Accept \d+ days$/ }).click();
    await proposals.getByText(say('proposals.none')).waitFor();
    await page.getByRole('region', { name: say('calendar.days') }).getByRole('combobox', { name: say('calendar.year') }).selectOption('2031');
    await page.getByRole('listitem', { name: 'Independence Day' }).waitFor();

    // A feed that is none is refused where it was given.
    await proposals.getByRole('button', { name: say('proposals.feed') }).click();
    await proposals.getByRole('textbox', { name: say('proposals.text') }).fill('hello');
    await proposals.getByRole('button', { name: say('proposals.import') }).click();
    await proposals.getByText(/not a calendar feed/).waitFor();
    const file = proposals.locator('input[type=file]');
    const ics = (text: string) => ({ name: 'days.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) });
    await file.setInputFiles(ics('hello'));
    await proposals.getByText(/not a calendar feed/).waitFor({ state: 'detached' });
    await proposals.getByRole('button', { name: say('proposals.import') }).click();
    await proposals.getByText(/not a calendar feed/).waitFor();
    await file.setInputFiles(ics('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x\r\nEND:VCALENDAR\r\n'));
    await proposals.getByRole('button', { name: say('proposals.import') }).click();
    await proposals.getByText(/no whole days/).waitFor();
    await file.setInputFiles(ics('x'.repeat(90_001)));
    await proposals.getByText(/too large \(at most 90 kB\)/).waitFor();
    await antti.context.close();
  });

  test('a policy is put first, and its targets say what is wrong with them', async () => {
    const antti = await room.at('antti');
    const { page, say } = antti;
    await page.goto('/admin/policies');
    const first = page.getByRole('main').getByRole('listitem').first();
    const name = (await page.getByRole('main').getByRole('listitem').nth(1).getByRole('link').textContent()) ?? '';
    await page.getByRole('button', { name: say('policy.up', { name }) }).press('Enter');
    await first.getByRole('link', { name }).waitFor();
    await first.getByRole('link', { name }).press('Enter');
    const amount = page.getByRole('textbox', { name: say('policy.amount') }).first();
    await amount.fill('0');
    await page.getByRole('button', { name: say('policy.saveAs') }).click();
    await page.getByRole('dialog').getByRole('button', { name: say('calendar.saveVersion', { version: 2 }) }).click();
    await page.getByText('Give more than nothing').waitFor();
    expect(await amount.getAttribute('aria-invalid')).toBe('true');
    await amount.fill('2');
    await page.getByRole('button', { name: say('policy.saveAs') }).click();
    await page.getByRole('dialog').getByRole('radio', { name: say('policy.running.retarget') }).press('Space');
    await page.getByRole('dialog').getByText(/deadlines? moves?\.|No running deadline moves/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: say('calendar.saveVersion', { version: 2 }) }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await eventually('the second version', async () => (await room.desk.db.sql('SELECT 1 FROM deadline_policy_version WHERE version = 2')).length === 1);
    await antti.context.close();
  });
});

describe('the bell', () => {
  const room = aRoom();

  test('tells at once of a ticket that was assigned, and leads there', async () => {
    const { number } = await room.desk.matter({ from: 'Kello Kilinä <kello.kilina@posti.example>', subject: 'Kuka vastaa?', body: 'Hei!' });
    const [liisa, johan] = [await room.at('liisa'), await room.at('johan')];
    const bell = johan.page.locator('[data-pane=nav]').getByRole('button', { name: new RegExp(`^${johan.say('notices.title')}`) });
    await bell.waitFor();
    await liisa.page.goto(`/t/${number}`);
    await liisa.page.getByRole('button', { name: new RegExp(`^${liisa.say('field.assignee')}`) }).click();
    await liisa.page.getByRole('menuitemradio', { name: /^Johan/ }).click();
    // Reminders of the demo's other tickets may have come too.
    await johan.page.locator('[data-pane=nav]').getByRole('button', { name: new RegExp(`^${johan.say('notices.label', { count: '\\d+' })}$`) }).waitFor();
    await johan.page.keyboard.press('g');
    await johan.page.keyboard.press('n');
    await johan.page.getByRole('dialog', { name: johan.say('notices.title') }).getByRole('link', { name: new RegExp(johan.say('notice.ASSIGNED', { number })) }).press('Enter');
    await johan.page.waitForURL(`**/t/${number}*`);
    await eventually('the notice to be read', async () => (await room.desk.db.sql('SELECT 1 FROM notice WHERE ticket_number = $1 AND read_at IS NULL', [number])).length === 0);
    await Promise.all([liisa.context.close(), johan.context.close()]);
  });
});
