import manifest from '../graphql/generated/persisted-documents.json';
import type { TypedDocumentString } from '../graphql/generated/graphql';

export type FailureReason = 'offline' | 'server' | 'signed_out' | 'forbidden' | 'refused';

/** A request that got no answer, as opposed to a typed problem, which is an answer. */
export class RequestFailed extends Error {
  constructor(readonly reason: FailureReason, readonly errorId: string | null, readonly words: string | null = null) {
    super(reason);
    this.name = 'RequestFailed';
  }
}

interface GraphQLFailure { message: string; extensions?: { code?: string; errorId?: string; traceId?: string } }

const texts = manifest as Record<string, string>;
const signedOutListeners = new Set<() => void>();

/** Called whenever the server says that the session has ended. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

export function sessionEnded(): void {
  signedOutListeners.forEach((listener) => listener());
}

/** The exact text of the committed manifest: the server knows the console's own operations by it. */
export function textOf(document: { __meta__?: Record<string, unknown> }): string {
  const text = texts[String(document.__meta__?.hash)];
  if (!text) throw new Error('An operation is missing from the manifest: run graphql-codegen');
  return text;
}

export async function execute<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  signal?: AbortSignal,
  /** The request is finished even when the page is closed meanwhile; for at most some 60 kB. */
  { outlivesPage = false }: { outlivesPage?: boolean } = {},
): Promise<TResult> {
  const query = textOf(document);
  const operationName = /(?:query|mutation|subscription) (\w+)/.exec(query)?.[1];
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'apollo-require-preflight': 'true' },
      body: JSON.stringify({ operationName, query, variables }),
      signal,
      keepalive: outlivesPage,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestFailed('offline', null);
  }
  const answer = await bodyOf<TResult>(response);
  const failure = answer?.errors?.[0];
  if (failure) throw failed(failure, response);
  if (!answer?.data) throw new RequestFailed('server', response.headers.get('x-request-id'));
  return answer.data;
}

async function bodyOf<T>(response: Response): Promise<{ data?: T | null; errors?: GraphQLFailure[] } | null> {
  try {
    return (await response.json()) as { data?: T | null; errors?: GraphQLFailure[] };
  } catch {
    return null;
  }
}

function failed(failure: GraphQLFailure, response: Response): RequestFailed {
  const { code, errorId, traceId } = failure.extensions ?? {};
  const id = errorId ?? traceId ?? response.headers.get('x-request-id');
  if (code === 'UNAUTHENTICATED' || response.status === 401) {
    sessionEnded();
    return new RequestFailed('signed_out', id);
  }
  // A refusal that belongs to no union comes with a sentence in the reader's language.
  if (code === 'BAD_USER_INPUT' || code === 'GRAPHQL_LIMIT') return new RequestFailed('refused', null, failure.message);
  return new RequestFailed(code === 'FORBIDDEN' ? 'forbidden' : 'server', id);
}
