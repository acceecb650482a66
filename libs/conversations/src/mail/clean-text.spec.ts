import fc from 'fast-check';
import { cut, dropInvisible, markInvisible, oneLine, storable } from './clean-text';

test('storable text has no NUL, no lone surrogate, one kind of line end', () => {
  expect(storable('a\u0000b\r\nc\rd\te\u001B[31m')).toBe('ab\nc\nd\te[31m');
  expect(storable('\uD83D \uDE0A \u{1F60A}')).toBe('\uFFFD \uFFFD \u{1F60A}');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const safe = storable(text);
      expect(safe.isWellFormed()).toBe(true);
      expect(safe).not.toMatch(/[\u0000\r]/);
      expect(storable(safe)).toBe(safe);
    }),
  );
});

test('one line is one line', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(oneLine(text)).not.toMatch(/[\r\n\u0085\u2028\u2029\u0000-\u001F]/)));
});

test('SEC-S26: what is invisible is written out or dropped; what needs a joiner keeps it', () => {
  expect(markInvisible('a\u202Eb\u200Bc\u2066d\uFEFF')).toBe('a[U+202E]b[U+200B]c[U+2066]d[U+FEFF]');
  expect(dropInvisible('a\u202Eb\u200Bc\u00ADd')).toBe('abcd');
  expect(markInvisible('👩‍👧 ❤️‍🔥 می‌خواهم')).toBe('👩‍👧 ❤️‍🔥 می‌خواهم');
  expect(markInvisible('x\u200Dy')).toBe('x[U+200D]y');
});

test('a cut never leaves half a character', () => {
  expect(cut('ab\u{1F60A}', 3)).toBe('ab');
  expect(cut('abc', 3)).toBe('abc');
});
