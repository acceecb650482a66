import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { outboundIdOf, replyAddress, signedMessageId, ticketIdOfReplyAddress } from './message-ids';

const secret = randomBytes(32);
const other = randomBytes(32);
const uuid = fc.uuid();

describe('SEC-S50: our Message-ID', () => {
  test('names its message, the same every time', () => {
    fc.assert(
      fc.property(uuid, (id) => {
        const messageId = signedMessageId(id, 'murre.example', secret);
        expect(messageId).toMatch(/^<o\.[0-9a-z]{26}\.[0-9a-z]{24}@murre\.example>$/);
        expect(signedMessageId(id, 'murre.example', secret)).toBe(messageId);
        expect(outboundIdOf(messageId, secret)).toBe(id);
        expect(outboundIdOf(messageId, [other, secret])).toBe(id);
        expect(outboundIdOf(messageId, other)).toBeNull();
      }),
    );
  });

  test('is worthless with any one character changed', () => {
    const messageId = signedMessageId(randomUUID(), 'murre.example', secret);
    const inner = messageId.indexOf('@');
    for (let i = 0; i < inner; i++) {
      const changed = `${messageId.slice(0, i)}${messageId[i] === 'a' ? 'b' : 'a'}${messageId.slice(i + 1)}`;
      expect(outboundIdOf(changed, secret)).toBeNull();
    }
  });

  test('is worthless raised, cut, lengthened, without its signature, or with that of another', () => {
    const [a, b] = [randomUUID(), randomUUID()].map((id) => signedMessageId(id, 'murre.example', secret)) as [string, string];
    const [, idA, macA] = a.split('@')[0]?.split('.') ?? [];
    const macB = b.split('@')[0]?.split('.')[2];
    const forged = [a.toUpperCase(), a.replace(macA ?? '', (macA ?? '').toUpperCase()), a.slice(1), a.slice(0, -1), `${a} `, `<o.${idA}@murre.example>`, `<o.${idA}.@murre.example>`, `<o.${idA}.${macB}@murre.example>`, `<o.${idA}.${macA?.slice(0, -1)}@murre.example>`, `<o.${idA}.${macA}0@murre.example>`, '', '<>', 'null'];
    for (const messageId of forged) expect(outboundIdOf(messageId, secret)).toBeNull();
  });

  test('a ticket\'s reply token does not pass for one, nor one for it', () => {
    const id = randomUUID();
    expect(outboundIdOf(`<${replyAddress(id, 'murre.example', secret)}>`, secret)).toBeNull();
    expect(ticketIdOfReplyAddress(signedMessageId(id, 'murre.example', secret), secret)).toBeNull();
  });
});

describe('SEC-S52: the reply address', () => {
  test('leads to its ticket, in whatever case it comes back', () => {
    fc.assert(
      fc.property(uuid, (id) => {
        const address = replyAddress(id, 'murre.example', secret);
        expect(address.indexOf('@')).toBeLessThanOrEqual(64);
        expect(ticketIdOfReplyAddress(address, secret)).toBe(id);
        expect(ticketIdOfReplyAddress(address.toUpperCase(), secret)).toBe(id);
        expect(ticketIdOfReplyAddress(address, [other, secret])).toBe(id);
        expect(ticketIdOfReplyAddress(address, other)).toBeNull();
      }),
    );
  });

  test('is worthless with any one character changed', () => {
    const address = replyAddress(randomUUID(), 'murre.example', secret);
    for (let i = 0; i < address.indexOf('@'); i++) {
      expect(ticketIdOfReplyAddress(`${address.slice(0, i)}${address[i] === 'x' ? 'y' : 'x'}${address.slice(i + 1)}`, secret)).toBeNull();
    }
  });

  test('of neighbouring tickets has nothing in common', () => {
    const tokens = ['01931234-0000-7000-8000-000000000001', '01931234-0000-7000-8000-000000000002'].map((id) => replyAddress(id, 'murre.example', secret).slice(6, 48));
    const same = [...(tokens[0] ?? '')].filter((letter, i) => letter === tokens[1]?.[i]).length;
    expect(same).toBeLessThan(12);
  });

  test('ten thousand guesses find nothing', () => {
    const letters = '0123456789abcdefghjkmnpqrstvwxyz';
    for (let i = 0; i < 10_000; i++) {
      const token = Array.from(randomBytes(42), (byte) => letters[byte & 31]).join('');
      expect(ticketIdOfReplyAddress(`reply+${token}@murre.example`, secret)).toBeNull();
    }
  });
});

test('weak secrets, foreign ids and domains that are none are refused', () => {
  expect(() => signedMessageId(randomUUID(), 'murre.example', Buffer.alloc(16))).toThrow(RangeError);
  expect(() => signedMessageId('10482', 'murre.example', secret)).toThrow(RangeError);
  expect(() => signedMessageId(randomUUID(), 'murre.example>\r\nBcc: x', secret)).toThrow(RangeError);
  expect(() => replyAddress(randomUUID(), 'localhost', secret)).toThrow(RangeError);
});
