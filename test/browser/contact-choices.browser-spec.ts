import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { still } from './people';
import { aRoom } from './room';

async function findings(page: Page): Promise<string[]> {
  await still(page);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((): Promise<AxeResults> => (window as typeof window & { axe: typeof axe }).axe.run(document));
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

describe('what a customer wants to get', () => {
  const room = aRoom();

  test('is written down by keyboard alone, shown with where it was said, and taken back', async () => {
    const { page, say } = await room.at('liisa');
    const [maija] = await room.desk.db.sql<{ id: string }>(`SELECT id FROM customer WHERE customer_number = 'L-100001'`);
    await page.goto(`/customers/${maija!.id}`);
    const block = page.getByRole('region', { name: say('choices.title') });
    await block.getByText(say('choices.none')).waitFor();
    expect(await block.getByText(say('choices.not.NO_CONSENT')).count()).toBe(3);
    expect(await findings(page)).toEqual([]);

    await block.getByRole('button', { name: say('choices.record') }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: say('choices.record') });
    await dialog.getByRole('radio', { name: say('choices.kind.objection') }).waitFor();
    // Without the customer's words nothing is sent; the field says so.
    await dialog.getByLabel(say('choices.evidence')).focus();
    await page.keyboard.press('Enter');
    await dialog.getByText(say('choices.evidenceMissing')).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.insertText('No more surveys, please');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await block.getByText('No more surveys, please').waitFor();
    await block.getByText(say('choices.not.OBJECTION')).first().waitFor();
    expect(await block.getByText(say('choices.not.OBJECTION')).count()).toBe(3);
    expect(await findings(page)).toEqual([]);
    expect(await room.desk.db.sql('SELECT kind, scope, source, evidence FROM objection')).toEqual([{ kind: 'objected', scope: 'surveys', source: 'phone', evidence: 'No more surveys, please' }]);

    await block.getByRole('button', { name: `${say('choices.lift.objection')}: ${say('purpose.SURVEYS')}` }).focus();
    await page.keyboard.press('Enter');
    const lifting = page.getByRole('dialog', { name: new RegExp(say('choices.lift.objection')) });
    await lifting.getByLabel(say('choices.evidence')).focus();
    await page.keyboard.insertText('They may come again');
    await page.keyboard.press('Enter');
    await lifting.waitFor({ state: 'detached' });
    await block.getByText(say('choices.none')).waitFor();
  });

  test('says that it could not be loaded, and tries again', async () => {
    const { page, say } = await room.at('liisa');
    const [maija] = await room.desk.db.sql<{ id: string }>(`SELECT id FROM customer WHERE customer_number = 'L-100001'`);
    let broken = true;
    await page.route('**/graphql', (route) => (broken && /ContactChoices/.test(route.request().postData() ?? '') ? route.abort() : route.continue()));
    await page.goto(`/customers/${maija!.id}`);
    const block = page.getByRole('region', { name: say('choices.title') });
    const retry = block.getByRole('button', { name: say('action.retry') });
    await retry.waitFor();
    broken = false;
    await retry.click();
    await block.getByText(say('choices.none')).waitFor();
  });
});
