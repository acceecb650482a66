import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@kaiku/platform';
import { DeadlineMetric } from '../../policy';
import { DefinitionFaultModel } from './settings.models';

@ObjectType('ChangeSample', { description: 'One clock that would move.' })
export class ChangeSampleModel {
  /** For the library that knows the subject. */
  subjectId: string;
  @Field(() => DeadlineMetric)
  metric: DeadlineMetric;
  @Field(() => DateTimeScalar, { nullable: true })
  from: Date | null;
  @Field(() => DateTimeScalar, { nullable: true })
  to: Date | null;
}

@ObjectType('ChangePreview', { description: 'What a change would do to clocks, counted by the code that does it.' })
export class ChangePreviewModel {
  @Field(() => Int)
  moves: number;
  @Field(() => Int)
  becomeOverdue: number;
  @Field(() => Int, { description: 'Could no longer be met, and could again.' })
  becomeMetAble: number;
  @Field(() => Int, { description: 'Clocks of the law whose date stays as it is.' })
  legalUntouched: number;
  @Field(() => [ChangeSampleModel])
  sample: readonly ChangeSampleModel[];
  @Field(() => [DefinitionFaultModel], { description: 'With any, nothing is counted.' })
  faults: readonly DefinitionFaultModel[];
}
