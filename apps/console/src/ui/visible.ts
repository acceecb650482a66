/**
 * Characters that turn or hide text (U+202E makes "exe.gnp" of "png.exe") are shown as what they are,
 * so that a file name or a sender cannot look like another.
 */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}
