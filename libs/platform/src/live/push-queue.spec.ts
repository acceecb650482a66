import { PushQueue } from './push-queue';

test('what is pushed is read in order, before and after somebody waits', async () => {
  const queue = new PushQueue<number>(() => undefined);
  queue.push(1);
  expect(await queue.next()).toEqual({ value: 1, done: false });
  const next = queue.next();
  queue.push(2);
  queue.push(3);
  expect(await next).toEqual({ value: 2, done: false });
  queue.end();
  expect([await queue.next(), await queue.next()]).toEqual([{ value: 3, done: false }, { value: undefined, done: true }]);
});

test('a reader that leaves while nothing comes is let go at once', async () => {
  const left = jest.fn();
  const queue = new PushQueue<number>(left);
  const next = queue.next();
  await queue.return();
  expect(await next).toEqual({ value: undefined, done: true });
  expect(left).toHaveBeenCalled();
  queue.push(1);
  expect((await queue.next()).done).toBe(true);
});

test('what waits at the end is read before it is over', async () => {
  const drained = jest.fn();
  const queue = new PushQueue<number>(() => undefined);
  queue.push(1);
  queue.end(drained);
  expect(drained).not.toHaveBeenCalled();
  expect((await queue.next()).value).toBe(1);
  expect((await queue.next()).done).toBe(true);
  expect(drained).toHaveBeenCalledTimes(1);
});

test('a reader that falls behind gets one thing instead of everything', async () => {
  const queue = new PushQueue<string>(() => undefined, 3, () => 'start again');
  for (const value of ['a', 'b', 'c', 'd']) queue.push(value);
  queue.push('e');
  expect([(await queue.next()).value, (await queue.next()).value]).toEqual(['start again', 'e']);
});
