import { registerEnumType } from '@nestjs/graphql';
import { DeadlineMetric, DeadlineUnit } from '../policy';

registerEnumType(DeadlineMetric, { name: 'DeadlineMetric' });
registerEnumType(DeadlineUnit, { name: 'DeadlineUnit' });

export const DeadlineState = {
  RUNNING: 'running', PAUSED: 'paused', SUSPENDED: 'suspended', MET: 'met', LATE: 'late', CANCELLED: 'cancelled', WAIVED: 'waived', ERROR: 'error',
} as const;
export type DeadlineState = (typeof DeadlineState)[keyof typeof DeadlineState];
registerEnumType(DeadlineState, { name: 'DeadlineState', description: 'LATE: it ended after its due time. One that still runs and is overdue is RUNNING with breachedAt.' });
