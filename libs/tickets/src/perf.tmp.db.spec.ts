import { openDesk } from './testing/desk';
import { COUNTS, indexQuery, pageQuery } from './view.sql';
import { Statement, matching } from './filter.sql';
import { newId, viewerOf } from '@kaiku/kernel';
import { anActorWith } from '@kaiku/staff/testing';
jest.setTimeout(280000);
test('perf', async () => {
  const desk = await openDesk();
  const sql = desk.db.sql;
  await sql(`INSERT INTO team SELECT gen_random_uuid(), 'Team ' || n, now() FROM generate_series(1,20) n`);
  const teams = (await sql<{ id: string }>('SELECT id FROM team')).map((r) => r.id);
  await sql(`INSERT INTO customer (id, first_name, last_name, language, log_key, source, created_at, updated_at) SELECT gen_random_uuid(), 'Etu' || n, 'Suku' || n, 'fi', gen_random_uuid(), 'import', now(), now() FROM generate_series(1,50000) n`);
  await sql(`CREATE TEMP TABLE cs AS SELECT id, row_number() over () AS n FROM customer`);
  await sql(`INSERT INTO ticket (id, kind, status, priority, channel, subject, language, team_id, customer_id, received_at, created_at, updated_at, solved_at, has_human_reply, next_due_at, last_entry_id, last_entry_kind, last_entry_at, last_entry_preview)
    SELECT gen_random_uuid(), CASE WHEN g.n % 10 = 0 THEN 'complaint' ELSE 'question' END, CASE WHEN g.n % 25 = 0 THEN (ARRAY['new','open','waiting_customer'])[g.n / 25 % 3 + 1] ELSE 'closed' END, 'normal', 'email', 'Tilaus numero ' || g.n || ' ei ole tullut', 'fi',
      ($1::uuid[])[g.n / 25 % 20 + 1], c.id, now() - g.n * interval '1 min', now() - g.n * interval '1 min', now(), CASE WHEN g.n % 25 = 0 THEN null ELSE now() END, true, CASE WHEN g.n % 50 = 0 THEN now() + g.n * interval '1 s' END, gen_random_uuid(), 'customer_message', now(), 'Hei missä tilaus'
    FROM generate_series(1, 400000) AS g(n) JOIN cs c ON c.n = g.n % 50000 + 1`, [teams]);
  await sql('VACUUM ANALYZE ticket'); await sql('ANALYZE');
  const me = newId();
  const nil = '00000000-0000-0000-0000-000000000000';
  const show = async (label: string, text: string, values: unknown[]) => {
    for (const mode of ['force_custom_plan', 'force_generic_plan']) {
      await sql(`SET plan_cache_mode = ${mode}`);
      await sql('DEALLOCATE ALL');
      const types = '';
      await sql(`PREPARE q${types} AS ${text}`);
      const args = values.map((v) => v === null ? 'NULL' : Array.isArray(v) ? `'{${v.join(',')}}'` : typeof v === 'boolean' ? String(v) : typeof v === 'number' ? String(v) : `'${v}'`).join(', ');
      for (let i = 0; i < 3; i++) await sql(`EXECUTE q(${args})`);
      const plan = (await sql<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) EXECUTE q(${args})`)).map((r) => r['QUERY PLAN']);
      process.stderr.write(`${label} ${mode}: ${plan.filter((l) => /Execution|Planning Time|Buffers: shared/.test(l)).slice(0, 1).concat(plan.filter((l) => /Execution|Planning Time/.test(l))).join(' | ')}\n`);
      if (process.env.KAIKU_TEST_PLAN === label) process.stderr.write(plan.join('\n') + '\n');
    }
  };
  const three = teams.slice(0, 3);
  const start = [me, '-infinity', nil, nil];
  for (const view of ['ALL_OPEN', 'UNASSIGNED', 'DUE_TODAY', 'COMPLAINTS', 'WAITING'] as const) {
    const t = view === 'DUE_TODAY' ? ['2026-11-23T22:00:00Z'] : [];
    await show(`page all ${view}`, pageQuery(view, true, 50).text, [...start, ...t]);
    await show(`page teams ${view}`, pageQuery(view, false, 50).text, [...start, three, ...t]);
  }
  await show('page mine', pageQuery('MY_OPEN', true, 50).text, start);
  await show('index all', indexQuery('ALL_OPEN', true).text, [...start, 2000]);
  await show('index teams', indexQuery('ALL_OPEN', false).text, [...start, three, 2000]);
  await show('counts all', COUNTS.all.text, [me, '2026-11-23T22:00:00Z']);
  await show('counts teams', COUNTS.teams.text, [me, '2026-11-23T22:00:00Z', three]);
  const viewer = viewerOf(anActorWith(['agent'], { teamIds: new Set(three) }));
  for (const [label, filter] of [['search common', { search: 'tilaus' }], ['search rare', { search: 'numero 77777' }], ['search absent', { search: 'eisellaista' }], ['search name', { search: 'suku4321' }], ['filter none', {}], ['filter status', { statuses: ['closed' as const] }]] as const) {
    const s = new Statement();
    const text = matching(s, viewer, { all: false, teamIds: three, staffId: me }, filter, null, 51);
    await show(label, text, s.values);
    const b = new Statement();
    await show(`${label} boss`, matching(b, viewer, { all: true }, filter, null, 51), b.values);
  }
  const liisa = await desk.signedIn({ teamIds: three });
  const ROW = `{ tickets(view: ALL_OPEN) { nodes { id number version kind status priority channel subject language orderNumber answerWanted tags createdAt updatedAt nextDueAt unread solvedAt reopenUntil noReplyReason team { id name } assignee { id name initials } customer { id name } lastEntry { id kind at preview byUs } maskedFields } } }`;
  const post = () => fetch(`${desk.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: liisa.cookie, origin: desk.url }, body: JSON.stringify({ query: ROW }) }).then((r) => r.text());
  for (let i = 0; i < 200; i++) await post();
  const t0 = performance.now(); const c0 = process.cpuUsage();
  let n = 0;
  await Promise.all(Array.from({ length: 8 }, async () => { for (let i = 0; i < 100; i++) { await post(); n++; } }));
  const cpu = process.cpuUsage(c0);
  process.stderr.write(`queue page: ${(n / (performance.now() - t0) * 1000).toFixed(0)}/s, cpu ${((cpu.user + cpu.system) / n / 1000).toFixed(2)} ms each (client included)\n`);
  await desk.close();
});
