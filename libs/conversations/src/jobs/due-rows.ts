import { Injectable } from '@nestjs/common';
import { Clock } from '@kaiku/kernel';
import { Config, DueRows, SmtpSender, type DueRow, type DueSource } from '@kaiku/platform';
import { InboundRawRepository } from '../inbound/inbound-raw.repository';
import { OutboundRepository } from '../outbound/outbound.repository';
import { ParseDueMail } from './parse-mail.job';
import { ResolveUnknown } from './resolve-unknown.job';
import { SendDueMail } from './send-mail.job';

/** Raw mail that nobody has read yet: its job was lost, or its reader died. */
@DueRows()
@Injectable()
export class DueRawMail implements DueSource {
  readonly job = ParseDueMail;
  constructor(
    private readonly raws: InboundRawRepository,
    private readonly clock: Clock,
  ) {}
  claim(limit: number): Promise<readonly DueRow[]> {
    // The relay makes a job at once; what is still here after a while has lost it.
    return this.raws.due(new Date(this.clock.now().getTime() - 3000), limit);
  }
}

/** Mail to send whose time has come, and mail whose sender died. */
@DueRows()
@Injectable()
export class DueOutbound implements DueSource {
  readonly job = SendDueMail;
  constructor(
    private readonly outbound: OutboundRepository,
    private readonly smtp: SmtpSender,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}
  async claim(limit: number): Promise<readonly DueRow[]> {
    return this.smtp.configured ? this.outbound.claimDue(this.clock.now(), limit, this.config.mail.leaseSeconds) : [];
  }
}

/** Outcomes nobody knows. */
@DueRows()
@Injectable()
export class DueUnknown implements DueSource {
  readonly job = ResolveUnknown;
  constructor(
    private readonly outbound: OutboundRepository,
    private readonly clock: Clock,
  ) {}
  claim(limit: number): Promise<readonly DueRow[]> {
    return this.outbound.claimUnknown(this.clock.now(), limit, 30);
  }
}
