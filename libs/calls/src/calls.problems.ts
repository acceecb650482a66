import { Problem } from '@kaiku/kernel';

/** What was typed is not a number; left empty it is a hidden one. */
export class CallNumberInvalid extends Problem {
  readonly code = 'call.number_invalid';
}
