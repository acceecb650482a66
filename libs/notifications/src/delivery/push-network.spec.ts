import { isInner, PushNetwork } from './push-network';

const network = new PushNetwork();

test.each(['https://fcm.googleapis.com/fcm/send/abc', 'https://updates.push.services.mozilla.com/wpush/v2/abc', 'https://web.push.apple.com/abc', 'https://wns2-par02p.notify.windows.com/w/?token=abc'])('%s is a push service', (endpoint) => {
  expect(network.allows(endpoint)).toBe(true);
});

test.each([
  'http://fcm.googleapis.com/fcm/send/abc', 'https://fcm.googleapis.com:8443/x', 'https://user@fcm.googleapis.com/x', 'https://fcm.googleapis.com.evil.example/x', 'https://evil.example/fcm.googleapis.com',
  'https://push.apple.com/x', 'https://evilpush.apple.com.example/x', 'https://127.0.0.1/x', 'https://[::1]/x', 'https://localhost/x', 'file:///etc/passwd', 'abc', '', 'https://FCM.googleapis.com\\@127.0.0.1/x/..;/', 'https://xnotify.windows.com/',
])('%s is none', async (endpoint) => {
  expect(network.allows(endpoint) && new URL(endpoint).hostname !== 'fcm.googleapis.com').toBe(false);
});

test('no request leaves for another house', async () => {
  await expect(network.post('https://127.0.0.1/x', {}, Buffer.alloc(0))).rejects.toMatchObject({ code: 'EHOST' });
});

test('a name that leads inside is refused', async () => {
  const misled = new PushNetwork({ hosts: ['localhost'], protocol: 'http:', innerAllowed: false });
  await expect(misled.post('http://localhost:9/x', {}, Buffer.alloc(0))).rejects.toMatchObject({ code: 'EINNER' });
});

test('inner addresses are known in both families', () => {
  const inner = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', 'ff02::1'];
  expect(inner.filter((address) => !isInner(address))).toEqual([]);
  expect(['8.8.8.8', '172.32.0.1', '2a00:1450:4026:803::200a', '142.250.74.10'].filter(isInner)).toEqual([]);
});
