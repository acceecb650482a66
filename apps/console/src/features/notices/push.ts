import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { RegisterPushDocument, RemovePushDocument } from '../../graphql/generated/graphql';

export type PushState = 'unsupported' | 'denied' | 'off' | 'on';

const worker = '/notices-worker.js';
const supported = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  return (await registration?.pushManager.getSubscription()) ?? null;
}

export async function pushState(): Promise<PushState> {
  if (!supported()) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  return (await subscription()) ? 'on' : 'off';
}

/** The key of the desk, as browsers want it. @param key base64url */
function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  const text = atob(key.replace(/-/g, '+').replace(/_/g, '/'));
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Asks the browser's leave, subscribes, and tells the desk. Answers with the new state, or with why the desk refused. */
export async function startPush(key: string): Promise<{ state: PushState; problem: string | null }> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return { state: permission === 'denied' ? 'denied' : 'off', problem: null };
  await navigator.serviceWorker.register(worker, { scope: '/' });
  const registration = await navigator.serviceWorker.ready;
  const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
  const { endpoint, keys } = made.toJSON();
  const { registerPush } = await execute(RegisterPushDocument, { input: { endpoint: endpoint ?? made.endpoint, p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' } });
  const problem = match<typeof registerPush, string | null>(registerPush, { PushRegistration: () => null, PushEndpointNotAllowed: ({ message }) => message, InvalidInput: ({ message, fields }) => fields[0]?.message ?? message });
  if (problem) await made.unsubscribe();
  return { state: problem ? 'off' : 'on', problem };
}

/** Nothing is pushed to this browser any more: by choice, and at signing out, since somebody else may use it next. */
export async function stopPush(): Promise<void> {
  if (!supported()) return;
  const present = await subscription();
  if (!present) return;
  await execute(RemovePushDocument, { endpoint: present.endpoint });
  await present.unsubscribe();
}
