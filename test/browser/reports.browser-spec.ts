import type { Person } from './people';
import { aRoom } from './room';

const DAY = 86_400_000;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The report of the last weeks, whatever the day of the month. */
async function openReport(person: Person, more = ''): Promise<void> {
  await person.page.goto(`/reports/reply-times?from=${day(Date.now() - 40 * DAY)}&to=${day(Date.now() + 5 * DAY)}${more}`);
  await person.page.getByRole('region', { name: person.say('report.part.share'), exact: true }).waitFor();
}

/** All rows of the list that stands open. */
async function rowsListed({ page, say }: Person): Promise<number> {
  const rows = page.getByRole('region', { name: say('report.list') }).getByRole('row');
  await rows.nth(1).waitFor();
  for (;;) {
    const more = page.getByRole('button', { name: say('action.more') });
    const before = await rows.count();
    if (!(await more.isVisible())) return before - 1;
    await more.click();
    await rows.nth(before).waitFor();
  }
}

describe('reply times', () => {
  const room = aRoom();
  beforeAll(() => room.desk.advance('P3D'));

  test('a supervisor opens each figure and finds as many cases as it says, by keyboard alone', async () => {
    const sanna = await room.at('sanna');
    const { page, say } = sanna;
    await page.locator('[data-pane=nav]').getByRole('link', { name: say('nav.reports') }).press('Enter');
    await page.getByRole('heading', { level: 1, name: say('nav.reports') }).waitFor();
    await openReport(sanna);
    const parts = (['share', 'beside', 'arrivals'] as const).map((part) => page.getByRole('region', { name: say(`report.part.${part}`), exact: true }));
    const said: [string, number][] = [];
    for (const part of parts) for (const link of await part.getByRole('link').all()) said.push([(await link.getAttribute('href')) ?? '', Number(await link.textContent())]);
    expect(said.length).toBeGreaterThanOrEqual(5);
    for (const [href, count] of said) {
      await page.locator(`main a[href="${href}"]`).last().press('Enter');
      await page.waitForURL((url) => url.pathname === '/reports/reply-times/cases');
      expect([href, await rowsListed(sanna)]).toEqual([href, count]);
      await page.getByRole('link', { name: say('report.back') }).press('Enter');
      await parts[0]!.waitFor();
    }

    // A bar of the chart is such a figure too.
    const bar = page.getByRole('figure', { name: say('report.chart') }).getByRole('link').first();
    const name = (await bar.getAttribute('aria-label')) ?? '';
    await bar.press('Enter');
    expect(await rowsListed(sanna)).toBe(Number(/\d+$/.exec(name)?.[0]));
    const ticket = page.getByRole('region', { name: say('report.list') }).getByRole('link').first();
    const number = /#(\d+)/.exec((await ticket.textContent()) ?? '')?.[1];
    await ticket.press('Enter');
    await page.waitForURL(`**/t/${number}*`);
    await sanna.context.close();
  });

  test('what the report is of stands in the address', async () => {
    const sanna = await room.at('sanna');
    const { page, say } = sanna;
    await openReport(sanna);
    await page.getByLabel(say('report.metric')).selectOption(say('deadline.metric.NEXT_REPLY'));
    await page.waitForURL(/metric=next_reply/);
    await page.getByLabel(say('field.kind')).selectOption(say('kind.COMPLAINT'));
    await page.waitForURL(/kind=complaint/);
    await page.getByLabel(say('report.period'), { exact: true }).selectOption(say('report.period.last_week'));
    await page.waitForURL((url) => url.searchParams.get('period') === 'last_week' && !url.searchParams.has('from'));
    await page.reload();
    await page.getByLabel(say('field.kind')).waitFor();
    expect(await page.getByLabel(say('field.kind')).inputValue()).toBe('complaint');
    expect(await page.getByLabel(say('report.metric')).inputValue()).toBe('next_reply');
    // A link that makes no sense is the usual report.
    await page.goto('/reports/reply-times?period=always&kind=dragon&from=2026-02-31');
    await page.getByRole('heading', { level: 1, name: say('nav.reports') }).waitFor();
    expect(await page.getByLabel(say('report.period'), { exact: true }).inputValue()).toBe('this_month');
    await page.goto('/reports/reply-times?from=2025-01-01&to=2025-01-31');
    await page.getByText(say('report.nothing')).waitFor();
    await sanna.context.close();
  });

  test('an agent has no entry to it, and is told so at its address', async () => {
    const liisa = await room.at('liisa');
    const { page, say } = liisa;
    expect(await page.locator('[data-pane=nav]').getByRole('link', { name: say('nav.reports') }).count()).toBe(0);
    await page.goto('/reports/reply-times');
    await page.getByRole('alert').filter({ hasText: say('failure.forbidden', { what: say('nav.reports') }) }).waitFor();
    await liisa.context.close();
  });
});
