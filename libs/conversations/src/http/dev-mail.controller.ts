import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import { Config, Public } from '@kaiku/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MailCatcher } from '../catcher/mail-catcher';

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** What the demo's catcher has taken. Exists only in the demo and answers only on loopback. */
@Controller('dev')
@Public('demo only: shows mail that was never sent')
export class DevMailController {
  constructor(
    private readonly catcher: MailCatcher,
    private readonly config: Config,
  ) {}

  @Get('mail.json')
  async json(@Req() request: FastifyRequest): Promise<unknown> {
    this.assertDemo(request);
    return { mails: await this.catcher.list() };
  }

  @Get('mail')
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.assertDemo(request);
    const mails = await this.catcher.list();
    const items = mails.map(
      (m) => `<article><h2>${escape(m.subject) || '–'}</h2><p><time>${escape(m.at)}</time> · ${escape(m.from) || '&lt;&gt;'} → ${escape(m.to.join(', '))}</p><pre>${escape(m.text)}</pre>
<details><summary>Source</summary><pre>${escape(m.raw)}</pre></details></article>`,
    );
    await reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'`)
      .send(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Mail that went out (${mails.length})</title><style>
body{font:15px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#152126;background:#fdfefe}article{border-top:1px solid #d6dcdd;padding:1rem 0}h2{font-size:1.05rem;margin:0}p{color:#5a666a;margin:.2rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f1f4f5;padding:.8rem}
@media(prefers-color-scheme:dark){body{color:#e7ecee;background:#141b1d}pre{background:#1e2528}p{color:#97a0a3}article{border-color:#2a3235}}</style></head>
<body><h1>Mail that went out</h1><p>The demo delivers nothing: this is what customers would have got, newest first. <a href="/dev/mail.json">As JSON</a></p>${items.join('') || '<p>Nothing has gone out yet.</p>'}</body></html>`);
  }

  private assertDemo(request: FastifyRequest): void {
    if (!this.config.demo || !['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)) throw new NotFoundException();
  }
}
