import { Controller, Get, Header, Query } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { CurrentViewer, SignedIn } from '@kaiku/platform';
import type { DeskEvent } from './desk-event';
import { DeskLogQueries } from './desk-log.queries';

/** The same log by plain HTTP, for consoles whose socket does not get through. */
@Controller('desk-events')
export class DeskEventsController {
  constructor(private readonly desk: DeskLogQueries) {}

  @Get()
  @Header('cache-control', 'no-store')
  @SignedIn()
  async since(@CurrentViewer() viewer: Viewer, @Query('after') after?: string | string[]): Promise<{ events: readonly DeskEvent[] }> {
    return { events: await this.desk.since(viewer, typeof after === 'string' && after !== '' ? after : null) };
  }
}
