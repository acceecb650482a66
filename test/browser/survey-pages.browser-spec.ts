import axe, { type AxeResults } from 'axe-core';
import { aCustomer } from '@kaiku/customers/testing';
import { anInvitation, aSurvey, type BuiltSurvey } from '@kaiku/surveys/testing';
import type { Page } from 'playwright-core';
import { still } from './people';
import { aRoom } from './room';

describe('the survey’s page', () => {
  const room = aRoom();
  let survey: BuiltSurvey;
  const invited = async (given: object = {}): Promise<string> => {
    const { id: customerId } = await aCustomer(room.desk.db);
    return (await anInvitation(room.desk.db, { survey, customerId, dispatchedAt: new Date(Date.now() - 3_600_000).toISOString(), ...given })).token;
  };
  const answers = () => room.desk.db.sql<{ rating: number; status: string }>('SELECT rating, status FROM survey_answer ORDER BY submitted_at');
  beforeAll(async () => {
    survey = await aSurvey(room.desk.db);
  });
  beforeEach(() => room.desk.db.sql('DELETE FROM survey_settling; DELETE FROM survey_answer'));

  const findings = async (page: Page): Promise<string[]> => {
    await still(page);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate((): Promise<AxeResults> => (window as typeof window & { axe: typeof axe }).axe.run(document));
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}`));
  };

  test('A-05 without scripts: the mail’s link, one button, done', async () => {
    const { page } = await room.visitor({ javaScriptEnabled: false });
    const token = await invited();
    await page.goto(`/s/${token}?r=4`);
    expect(await page.getByLabel('4 – Melko tyytyväinen').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Lähetä vastaus' }).click();
    await page.getByText('Vastauksesi on tallennettu.').waitFor();
    expect(await answers()).toEqual([{ rating: 4, status: 'accepted' }]);
    // And back again: another language, another answer, in words.
    await page.getByRole('link', { name: 'Svenska' }).click();
    await page.getByRole('link', { name: 'Ändra svaret' }).click();
    await page.getByLabel('2 – Ganska missnöjd').check();
    await page.getByLabel(/Vad kunde vi göra bättre/).fill('Långsamt');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.getByLabel(/What could we do better/).inputValue()).toBe('Långsamt');
    await page.getByRole('button', { name: 'Send answer' }).click();
    await page.getByText('Your answer has been saved.').waitFor();
    expect((await answers()).at(-1)).toEqual({ rating: 2, status: 'accepted' });
  });

  test('A-03 a browser with scripts that opens every link and stays gives no answer; A-27 no cookie and nothing of others', async () => {
    const { page } = await room.visitor();
    const token = await invited();
    await page.clock.install();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const rating of [1, 2, 3, 4, 5]) {
      await page.goto(`/s/${token}?r=${rating}`, { waitUntil: 'networkidle' });
      // The page's own minute goes by.
      await page.clock.runFor(60_000);
      expect(await page.evaluate(() => document.scripts.length + document.querySelectorAll('meta[http-equiv=refresh],link,iframe,img').length)).toBe(0);
      expect(await page.evaluate(() => document.cookie)).toBe('');
    }
    expect(asked.filter((url) => !url.startsWith(room.desk.url))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(await answers()).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('A-26 nothing stands in the way, %s', async (colorScheme) => {
    const { page } = await room.visitor({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    const token = await invited();
    await page.goto(`/s/${token}`);
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    for (const box of await page.locator('.choice').all()) expect((await box.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    // Without a choice: what is wrong is told at the top, with a way to the field.
    await page.getByRole('button', { name: 'Lähetä vastaus' }).click();
    await page.getByRole('alert').getByRole('link').click();
    expect([await page.title(), await page.evaluate(() => document.activeElement?.id)]).toEqual([expect.stringMatching(/^Virhe: /), 'q-csat']);
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('5 – Hyvin tyytyväinen').check();
    await page.getByRole('button', { name: 'Lähetä vastaus' }).click();
    await page.getByText('Vastauksesi on tallennettu.').waitFor();
    expect(await findings(page)).toEqual([]);
    for (const state of [{ expiresAt: new Date(Date.now() - 1000).toISOString() }, { state: 'voided' }]) {
      expect((await page.goto(`/s/${await invited({ ...state, resolutionNo: 2 })}`))!.status()).toBe(410);
      expect(await findings(page)).toEqual([]);
    }
    await page.goto('/u/unknown');
    expect(await findings(page)).toEqual([]);
  });

  test('A-26 with the keyboard alone, and without any style', async () => {
    const { page } = await room.visitor({ javaScriptEnabled: true });
    const token = await invited();
    await page.goto(`/s/${token}?lang=en`);
    await page.getByLabel('1 – Very dissatisfied').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel('3 – Neither satisfied nor dissatisfied').isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('Fine');
    await page.evaluate(() => document.querySelector('style')!.remove());
    // Past the wish for contact to the button.
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Send answer' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Your answer has been saved.').waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await answers()).toEqual([{ rating: 3, status: 'accepted' }]);
  });
});
