const CONNECTION = /^(08|57P0[123])/;

/** Serialisation failure or deadlock: the transaction was rolled back whole and may simply be run again. */
export const isRerunnable = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/** The connection went away; whether the work was committed is not known. Callers repeat with the same idempotency key. */
export function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  return CONNECTION.test(code) || ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT'].includes(code) || /Connection terminated|already released|timeout exceeded when trying to connect/i.test(message);
}

/** Name of the violated constraint, for the table that maps it to a problem. */
export function violatedConstraint(error: unknown): string | null {
  const { code, constraint } = driverError(error);
  return typeof code === 'string' && code.startsWith('23') && typeof constraint === 'string' ? constraint : null;
}

const codeOf = (error: unknown): string => {
  const { code } = driverError(error);
  return typeof code === 'string' ? code : '';
};

function driverError(error: unknown): { code?: unknown; constraint?: unknown } {
  const wrapped = (error as { driverError?: unknown } | null)?.driverError ?? error;
  return typeof wrapped === 'object' && wrapped !== null ? wrapped : {};
}
