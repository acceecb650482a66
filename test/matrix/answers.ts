/** A GraphQL answer as it came over HTTP. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly unknown[]; readonly extensions?: { readonly code?: string; readonly problem?: string; readonly errorId?: string } }[];
}

/** What an answer comes to: `data`, `null`, a problem's code, or an error's code in capitals. */
export function outcomeOf(answer: Answer, field: string): string {
  const error = answer.errors?.[0];
  if (error) return error.extensions?.problem ?? error.extensions?.code ?? 'ERROR';
  const value = answer.data?.[field];
  if (value === null || value === undefined) return 'null';
  const code = (value as { problem_code?: unknown }).problem_code;
  return typeof code === 'string' ? code : 'data';
}

/** The whole of a refusal, for comparing two: whatever differs from call to call by nature is left out. */
export function refusalOf(answer: Answer, field: string): string {
  const errors = answer.errors?.map(({ message, extensions }) => ({ message: extensions?.errorId ? message.replace(extensions.errorId, '') : message, extensions: { ...extensions, errorId: undefined } }));
  return JSON.stringify({ errors, value: answer.data?.[field] ?? null });
}
