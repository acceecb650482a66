/** Polls until the probe gives something; the test fails with `what` when it does not. A probe that throws has given nothing. */
export async function eventually<T>(what: string, probe: () => Promise<T | undefined | null | false>, ms = 60_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await probe().catch(() => null);
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise((again) => setTimeout(again, 50));
  }
}
