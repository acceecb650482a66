import { askedTogether } from './asked-together';

describe(askedTogether.name, () => {
  /** A source that answers when told. */
  function slow(most = 10) {
    const sent: { keys: readonly number[]; answer: () => void; fail: () => void }[] = [];
    const ask = askedTogether<number, string>(most, (keys) => new Promise((resolve, reject) => sent.push({ keys, answer: () => resolve(keys.map(String)), fail: () => reject(new Error(`no ${keys.join()}`)) })));
    const turn = () => new Promise(setImmediate);
    return { sent, ask, turn };
  }

  it('asks at once when nobody waits, and together for those who come meanwhile', async () => {
    const { sent, ask, turn } = slow();
    const answers = [1, 2, 3].map(ask);
    expect(sent.map((s) => s.keys)).toEqual([[1]]);
    sent[0]!.answer();
    await turn();
    expect(sent.map((s) => s.keys)).toEqual([[1], [2, 3]]);
    sent[1]!.answer();
    expect(await Promise.all(answers)).toEqual(['1', '2', '3']);
    const later = ask(4);
    expect(sent.at(-1)!.keys).toEqual([4]);
    sent.at(-1)!.answer();
    expect(await later).toBe('4');
  });

  it('never gives an answer that was asked for before the question, even to the same question', async () => {
    const { sent, ask, turn } = slow();
    const first = ask(1);
    const second = ask(1);
    sent[0]!.answer();
    await first;
    await turn();
    expect(sent).toHaveLength(2);
    sent[1]!.answer();
    await second;
  });

  it('asks for no more than so many at once', async () => {
    const { sent, ask, turn } = slow(2);
    const answers = [1, 2, 3, 4].map(ask);
    for (const n of [0, 1, 2]) {
      sent[n]!.answer();
      await turn();
    }
    expect(sent.map((s) => s.keys)).toEqual([[1], [2, 3], [4]]);
    expect(await Promise.all(answers)).toEqual(['1', '2', '3', '4']);
  });

  it('keeps a failure to the one who asked for it', async () => {
    const ask = askedTogether<number, number>(10, async (keys) => {
      await new Promise(setImmediate);
      if (keys.includes(2)) throw new Error('two');
      return keys;
    });
    expect(await Promise.allSettled([1, 2, 3].map(ask))).toMatchObject([{ value: 1 }, { status: 'rejected' }, { value: 3 }]);
    expect(await ask(4)).toBe(4);
  });
});
