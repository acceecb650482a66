/**
 * Answers each member of a result union. A member without an answer does not compile,
 * so a problem added to the contract stays visible until the screen says what to do about it.
 */
export function match<T extends { __typename: string }, R>(
  value: T,
  arms: { [K in T['__typename']]: (member: Extract<T, { __typename: K }>) => R },
): R {
  const arm = (arms as unknown as Record<string, ((member: T) => R) | undefined>)[value.__typename];
  if (!arm) throw new Error(`The server answered with ${value.__typename}, which this console does not know. Reload the page.`);
  return arm(value);
}
