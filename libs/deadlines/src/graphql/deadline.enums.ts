import { registerEnumType } from '@nestjs/graphql';
import { DeadlineMetric, DeadlineUnit } from '../policy';

registerEnumType(DeadlineMetric, { name: 'DeadlineMetric' });
registerEnumType(DeadlineUnit, { name: 'DeadlineUnit' });
