interface Question<K, V> {
  readonly key: K;
  readonly answer: (value: V) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * One question in one statement with those that come while another is being answered: under load few statements answer many.
 * Nobody joins a statement that has already been sent, so an answer is never older than its question.
 * @param read answers in the order of the keys
 */
export function askedTogether<K, V>(most: number, read: (keys: readonly K[]) => Promise<readonly V[]>): (key: K) => Promise<V> {
  const waiting: Question<K, V>[] = [];
  let busy = false;
  const next = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) {
      const asked = waiting.splice(0, most);
      try {
        const values = await read(asked.map(({ key }) => key));
        asked.forEach(({ answer }, i) => answer(values[i]!));
      } catch {
        // What is wrong with one question is nobody else's trouble.
        await Promise.all(asked.map(({ key, answer, fail }) => read([key]).then(([value]) => answer(value!), fail)));
      }
    }
    busy = false;
  };
  return (key) =>
    new Promise((answer, fail) => {
      waiting.push({ key, answer, fail });
      if (!busy) void next();
    });
}
