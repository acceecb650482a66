import { MailThreads } from './mail-worker';

test('a plain mail goes through a thread', async () => {
  const threads = new MailThreads();
  const mail = await threads.processMail(Buffer.from('From: Aino <aino@shop.example>\r\nSubject: =?utf-8?q?Hyv=C3=A4?= [#10482]\r\nMessage-ID: <a@b>\r\nDate: Mon, 16 Nov 2026 09:12:00 +0200\r\nContent-Type: text/html\r\n\r\n<p>Hei <script>x</script></p>'));
  console.log(mail);
  await threads.close();
});
