import { resolve } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { parsedMessages } from './messages-plugin';
import { unusedDocuments } from './unused-documents-plugin';

// The api that `npm run dev` starts; the built console is served by the api itself and needs no proxy.
const api = process.env.KAIKU_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: __dirname,
  // The component library carries its own strings in 30 languages; the desk speaks three.
  plugins: [{ ...optimizeLocales.vite({ locales: ['en-US', 'fi-FI', 'sv-SE'] }), enforce: 'pre' as const }, parsedMessages(), unusedDocuments(), react()],
  resolve: { alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' } },
  css: { modules: { generateScopedName: '[name]_[local]_[hash:base64:4]' } },
  build: {
    outDir: resolve(__dirname, '../../dist/console'),
    emptyOutDir: true,
    sourcemap: true,
    // Inlined fonts or images would need data: in the content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: api, ws: true },
      '/files': api,
      '/mail': api,
      '/desk-events': api,
    },
  },
});
