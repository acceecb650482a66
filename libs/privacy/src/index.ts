export * from './privacy.module';
export { AccessLogEntity } from './access-log.entity';
