import { Body, Controller, Get, HttpCode, NotFoundException, Post, Req } from '@nestjs/common';
import { Clock, InvalidInput, parseInput } from '@kaiku/kernel';
import { BusinessClock, Config, durationMs, isLoopbackHost, Public } from '@kaiku/platform';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

const duration = z.string().max(40).transform((text, context) => {
  try {
    return durationMs(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not_a_duration' });
    return z.NEVER;
  }
});
const Move = z.union([z.strictObject({ offset: duration }), z.strictObject({ advance: duration })]);
const LOOPBACK = /^(::1|(::ffff:)?127\.)/i;

/** Moves the demo's clock, so that a deadline need not be waited for. Only in the demo, only from this machine. */
@Controller('dev/clock')
export class DevClockController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Public('the demo, on this machine only')
  now(@Req() request: FastifyRequest): { now: string; offsetMs: number } {
    return this.told(this.movable(request));
  }

  /** `{"offset":"P1DT2H"}`: so far ahead of real time. `{"advance":"PT1H"}`: further than now. */
  @Post()
  @HttpCode(200)
  @Public('the demo, on this machine only')
  async move(@Req() request: FastifyRequest, @Body() body: unknown): Promise<{ now: string; offsetMs: number }> {
    const clock = this.movable(request);
    const move = parseInput(Move, body);
    const target = 'offset' in move ? move.offset : clock.offsetMs + move.advance;
    // Ten years either way: further, and dates leave what Postgres and people take for one.
    if (Math.abs(target) > 3650 * 86_400_000) throw new InvalidInput([{ path: 'offset', code: 'out_of_range', params: { minimum: -3650, maximum: 3650 } }]);
    await clock.move(target);
    return this.told(clock);
  }

  private movable(request: FastifyRequest): BusinessClock {
    // Both the sender and the name asked for: a proxy on this machine, or a name that points here, is not this machine's user.
    const here = LOOPBACK.test(request.ip) && isLoopbackHost(request.headers.host);
    if (!this.config.demo || !here || !(this.clock instanceof BusinessClock)) throw new NotFoundException();
    return this.clock;
  }

  private told(clock: BusinessClock): { now: string; offsetMs: number } {
    return { now: clock.now().toISOString(), offsetMs: clock.offsetMs };
  }
}
