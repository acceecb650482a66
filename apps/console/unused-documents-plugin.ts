import type { Plugin } from 'vite';

/** The texts of fragments come with the documents that use them; marked as free of effects, those that nobody asks for stay out of the first load. */
export function unusedDocuments(): Plugin {
  return {
    name: 'kaiku-unused-documents',
    enforce: 'pre',
    transform: {
      filter: { id: /\/graphql\/generated\/graphql\.ts$/ },
      handler(code) {
        return { code: code.replaceAll('= new TypedDocumentString(', '= /*#__PURE__*/ new TypedDocumentString('), map: null };
      },
    },
  };
}
