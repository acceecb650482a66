// Shows what the desk pushes, and leads to the ticket. The push says number and cause only; nothing else is kept here.
self.addEventListener('push', (event) => {
  let told;
  try { told = event.data.json(); } catch { return; }
  event.waitUntil((async () => {
    const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    // Whoever looks at the desk has the bell in sight.
    if (windows.some((each) => each.focused && each.visibilityState === 'visible')) return;
    await self.registration.showNotification(String(told.title ?? ''), { body: told.body ? String(told.body) : undefined, tag: told.tag, data: { path: told.path } });
  })());
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  // A path of this desk and nothing else.
  const path = /^\/(?!\/)/.test(event.notification.data?.path ?? '') ? event.notification.data.path : '/';
  event.waitUntil((async () => {
    const [open] = await self.clients.matchAll({ type: 'window' });
    if (!open) return self.clients.openWindow(path);
    await open.focus();
    return open.navigate(path);
  })());
});
