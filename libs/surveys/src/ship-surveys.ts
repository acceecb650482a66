import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@kaiku/kernel';
import { Config, Database } from '@kaiku/platform';
import { SHIPPED_QUESTIONS, SHIPPED_TEXTS } from './shipped';
import { SurveyRepository } from './versions/survey.repository';
import { ALWAYS, DEFAULT_WINDOW } from './window/send-window.rules';

const KEY = 'after-service';

/** Gives a desk its first survey: a draft, until somebody activates it. The demo asks at once, at any hour. */
@Injectable()
export class ShipSurveys implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly surveys: SurveyRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.write();
  }

  /** Also for tests, which begin with empty tables. Twice makes one. */
  write(): Promise<void> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const { demo } = this.config;
      const id = await this.surveys.ship({ key: KEY, name: 'Palaute palvelusta', window: demo ? ALWAYS : DEFAULT_WINDOW, delayMinutes: demo ? 1 : 1440, followupRules: [{ question: 'csat', atMost: 2 }] }, now);
      if (!id) return;
      const version = await this.surveys.addVersion(id, { questions: SHIPPED_QUESTIONS, logic: [], texts: SHIPPED_TEXTS }, null, now);
      if (demo) await this.surveys.activate(id, version.id, now);
    });
  }
}
