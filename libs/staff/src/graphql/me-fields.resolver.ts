import { ResolveField, Resolver } from '@nestjs/graphql';
import { Config } from '@kaiku/platform';
import { MeModel } from './staff.models';

/** What the person needs of the desk's settings to read anything on it. */
@Resolver(() => MeModel)
export class MeFieldsResolver {
  constructor(private readonly config: Config) {}

  @ResolveField(() => String)
  timeZone(): string {
    return this.config.timeZone;
  }
}
