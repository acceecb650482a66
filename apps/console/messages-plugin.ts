import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

/**
 * The catalogues are parsed when the console is built, so that the parser does not travel to the browser (8 kB of the
 * first load) and a broken message stops the build instead of a screen.
 */
export function parsedMessages(): Plugin {
  return {
    name: 'kaiku-parsed-messages',
    enforce: 'pre',
    transform: {
      filter: { id: /\/i18n\/(rooms\/)?(en|fi|sv)\.json$/ },
      handler(code) {
        const messages = JSON.parse(code) as Record<string, string>;
        const parsed = Object.fromEntries(Object.entries(messages).map(([id, text]) => [id, /[{}<'#]/.test(text) ? parse(text, { captureLocation: false }) : text]));
        return { code: JSON.stringify(parsed), map: null };
      },
    },
  };
}
