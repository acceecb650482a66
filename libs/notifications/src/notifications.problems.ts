import { Problem } from '@kaiku/kernel';

/** The address is not one of a push service that browsers use. */
export class PushEndpointNotAllowed extends Problem {
  readonly code = 'push.endpoint_not_allowed';
}
