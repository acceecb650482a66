import { Module } from '@nestjs/common';
import { GraphqlModule, LiveModule } from '@kaiku/platform';
import { MeFieldsResolver } from './graphql/me-fields.resolver';
import { SessionCookie } from './graphql/session-cookie';
import { SessionResolver } from './graphql/session.resolver';
import { StaffResolver } from './graphql/staff.resolver';
import { SessionNotices } from './session-notices';
import { StaffModule } from './staff.module';

@Module({
  imports: [StaffModule, GraphqlModule, LiveModule],
  providers: [MeFieldsResolver, SessionCookie, SessionNotices, SessionResolver, StaffResolver],
})
export class StaffApiModule {}
