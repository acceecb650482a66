import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessRecorder } from '@kaiku/platform';
import { AccessLogEntity } from './access-log.entity';
import { AccessLogRepository } from './access-log.repository';

/** Global: every library that shows a customer's data records it here. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AccessLogEntity])],
  providers: [AccessLogRepository, { provide: AccessRecorder, useExisting: AccessLogRepository }],
  exports: [AccessRecorder],
})
export class PrivacyModule {}
