import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import { definedJobs, type JobDefinition } from '@kaiku/kernel';

export const HANDLES = 'kaiku:handles';

/** Marks the one class that runs a job. */
export const Handles = <T>(job: JobDefinition<T>): CustomDecorator => SetMetadata(HANDLES, job.name);

/** Jobs that subscribe to an event. */
export const jobsOn = (event: string): readonly JobDefinition[] => definedJobs().filter((job) => job.on?.name === event);
