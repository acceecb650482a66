import { Controller, Get, Header, Res } from '@nestjs/common';
import { Public } from '@kaiku/platform';
import type { FastifyReply } from 'fastify';
import { Readiness, type ReadyState } from './readiness';

@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process runs. */
  @Get('live')
  @Header('cache-control', 'no-store')
  @Public('asked by supervisors; says nothing')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 when this process should get requests, 503 otherwise. */
  @Get('ready')
  @Header('cache-control', 'no-store')
  @Public('asked by load balancers; names the queue store and nothing about data')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string } & Omit<ReadyState, 'ready'>> {
    const { ready, ...rest } = await this.readiness.state();
    reply.status(ready ? 200 : 503);
    return { status: ready ? 'ok' : 'unavailable', ...rest };
  }
}
