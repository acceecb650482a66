import { visible } from './visible';

describe('names that try to look like others', () => {
  it.each([
    ['a turned file name', 'lasku\u202Egnp.exe', 'lasku⟨U+202E⟩gnp.exe'],
    ['a zero-width space', 'paypa\u200Bl', 'paypa⟨U+200B⟩l'],
    ['an ordinary Finnish name', 'Äiti Öhman–Åkerblom', 'Äiti Öhman–Åkerblom'],
  ])('%s', (_, given, shown) => expect(visible(given)).toBe(shown));
});
