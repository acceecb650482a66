import { FormSeals } from './form-seals';
import { escaped, html, loadConfig } from '@kaiku/platform';
import { clockOf, when } from './when';

describe(html, () => {
  it('escapes every value and lets only markup through', () => {
    expect(html`<a title="${'"><script>'}">${[html`<b>${"it's & <i>"}</b>`, null, false, 0]}</a>`.markup).toBe('<a title="&quot;&gt;&lt;script&gt;"><b>it&#39;s &amp; &lt;i&gt;</b>0</a>');
  });
  it('leaves out characters that no page may hold', () => expect(escaped('a\u0000b\u0007c\ud800\u0085d\te\nf')).toBe('abc\ufffdd\te\nf'));
});

const ZONE = 'Europe/Helsinki';

describe(when, () => {
  const now = new Date('2026-11-23T12:00:00Z');
  it.each([
    ['2026-11-16T07:12:00Z', 'ma 16.11. klo 9.12', 'mån 16.11 kl. 9.12', 'Mon 16 Nov at 9:12'],
    ['2026-11-23T11:58:00Z', 'tänään klo 13.58', 'i dag kl. 13.58', 'today at 13:58'],
    ['2025-12-31T22:30:00Z', 'to 1.1. klo 0.30', 'tors 1.1 kl. 0.30', 'Thu 1 Jan at 0:30'],
    ['2025-12-31T21:30:00Z', 'ke 31.12.2025 klo 23.30', 'ons 31.12.2025 kl. 23.30', 'Wed 31 Dec 2025 at 23:30'],
  ])('%s', (at, fi, sv, en) => expect([when(new Date(at), now, 'fi', ZONE), when(new Date(at), now, 'sv', ZONE), when(new Date(at), now, 'en', ZONE)]).toEqual([fi, sv, en]));
  it('is said in the zone of the shop', () => {
    const at = new Date('2026-11-23T22:30:00Z');
    expect([when(at, now, 'sv', 'Europe/Stockholm'), when(at, now, 'sv', ZONE)]).toEqual(['i dag kl. 23.30', 'tis 24.11 kl. 0.30']);
  });
  it('the clock alone', () => expect((['fi', 'sv', 'en'] as const).map((locale) => clockOf(new Date('2026-11-23T15:06:00Z'), locale, ZONE))).toEqual(['17.06', '17.06', '17:06']));
  it('a promise leaves out the minutes of a full hour', () => {
    const at = new Date('2026-11-26T14:00:00Z');
    expect([when(at, now, 'fi', ZONE, true), when(at, now, 'sv', ZONE, true), when(at, now, 'en', ZONE, true)]).toEqual(['to 26.11. klo 16', 'tors 26.11 kl. 16', 'Thu 26 Nov at 16:00']);
  });
});

describe(FormSeals, () => {
  const seals = new FormSeals(loadConfig({ DATABASE_URL: 'postgres://h/d', KAIKU_SECRET: 's'.repeat(32) }));
  const now = new Date('2026-11-23T12:00:00Z');
  const later = (ms: number) => new Date(now.getTime() + ms);

  it('knows its own nonce, its age and its end', () => {
    const nonce = seals.nonce('form', now);
    expect(seals.readNonce('form', nonce, later(3000))).toMatchObject({ state: 'good', ageMs: 3000 });
    expect(seals.readNonce('form', nonce, later(24 * 3_600_000 + 1))).toEqual({ state: 'expired' });
    expect(seals.readNonce('status', nonce, now)).toEqual({ state: 'forged' });
    expect(seals.nonce('form', now)).not.toBe(nonce);
  });
  it('knows no other: each character changed, shortened, longer, empty', () => {
    const nonce = seals.nonce('form', now);
    const changed = [...nonce].map((char, i) => `${nonce.slice(0, i)}${char === 'A' ? 'B' : 'A'}${nonce.slice(i + 1)}`);
    for (const other of [...changed, nonce.slice(1), nonce.slice(0, -1), `${nonce}A`, nonce.toUpperCase(), '', 'null', '.', 'x'.repeat(1_000_000)]) expect(seals.readNonce('form', other, now).state).toBe('forged');
  });
  it('brings back files that it signed, and no other', () => {
    const id = '019aa000-0000-7000-8000-000000000001';
    expect(seals.readFile(seals.file(id))).toBe(id);
    expect(seals.readFile(seals.file(id).replace('0001.', '0002.'))).toBeNull();
    expect([seals.readFile(id), seals.readFile(`${id}.${'A'.repeat(32)}`), seals.readFile('')]).toEqual([null, null, null]);
  });
});
