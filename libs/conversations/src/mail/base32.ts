// Crockford's letters in lower case: no i, l, o, u, so that nothing is misread or swears
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += LETTERS[(buffer >> bits) & 31];
    }
  }
  return bits > 0 ? text + LETTERS[(buffer << (5 - bits)) & 31] : text;
}

/** Exact inverse: null for a foreign letter or a spelling `toBase32` would not give. */
export function fromBase32(text: string): Buffer | null {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const letter of text) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    buffer = ((buffer << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 255);
    }
  }
  const result = Buffer.from(bytes);
  return toBase32(result) === text ? result : null;
}
