import { entry, openTicket, reply, replyBox } from './people';
import { aRoom } from './room';
import { eventually } from './support';

describe('the line to the server', () => {
  const room = aRoom();

  test('offline is said, what is written is kept, and coming back catches up', async () => {
    const { desk } = room;
    await desk.undoSeconds('johan', 0);
    const { number } = await desk.matter({ from: 'Outi Offline <outi.offline@posti.example>', subject: 'Katkos', body: 'Kuuluuko?' });
    const [liisa, johan] = [await room.at('liisa'), await room.at('johan')];
    await Promise.all([openTicket(liisa, number), openTicket(johan, number)]);
    await liisa.context.setOffline(true);
    await liisa.page.getByRole('status').getByText(/^Ei yhteyttä/).first().waitFor();
    await replyBox(liisa).fill('Hei Outi, kuuluu.');
    await liisa.page.getByText(liisa.say('draft.device')).waitFor();

    await reply(johan, 'Hej Outi, vi hör dig.');
    await desk.mailWith('vi hör dig');
    expect(await entry(liisa.page, 'vi hör dig').count()).toBe(0);

    await liisa.context.setOffline(false);
    await entry(liisa.page, 'vi hör dig').waitFor();
    await liisa.page.getByRole('status').getByText(/^Ei yhteyttä/).first().waitFor({ state: 'detached' });
    await replyBox(liisa).press('Control+Enter');
    await liisa.page.getByRole('button', { name: liisa.say('stale.sendAnyway') }).waitFor();
    expect(await replyBox(liisa).inputValue()).toBe('Hei Outi, kuuluu.');
    expect((await desk.mails()).filter((mail) => mail.text.includes('Hei Outi, kuuluu.'))).toEqual([]);
    await Promise.all([liisa.context.close(), johan.context.close()]);
  });

  test('a server that goes away and comes back is found again', async () => {
    const { desk } = room;
    const liisa = await room.at('liisa');
    await liisa.page.goto('/queue?view=all');
    await liisa.page.getByRole('row').nth(2).waitFor();
    await desk.stopApi();
    await liisa.page.getByRole('status').getByText(liisa.say('status.reconnecting')).waitFor();
    await desk.startApi();
    await desk.matter({ from: 'Paula Paluu <paula.paluu@posti.example>', subject: 'Palasitteko?', body: 'Hei taas.' });
    await liisa.page.getByRole('button', { name: /näytä/i }).click();
    await liisa.page.getByRole('row').filter({ hasText: 'Palasitteko?' }).waitFor();
    await eventually('the words of trouble to go', async () => (await liisa.page.getByText(liisa.say('status.reconnecting')).count()) === 0);
    await liisa.context.close();
  });
});
