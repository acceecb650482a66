import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

/**
 * Types and documents of the console, from the contract the server prints.
 * Run after a change of apps/api/schema.graphql or of any *.graphql file here:
 *   npx graphql-codegen --config apps/console/codegen.ts
 * The result is committed; persisted-documents.json is the list of operations the server may trust.
 */
const config: CodegenConfig = {
  schema: 'apps/api/schema.graphql',
  documents: ['apps/console/src/**/*.graphql'],
  ignoreNoDocuments: true,
  generates: {
    'apps/console/src/graphql/generated/': {
      preset: 'client',
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
      },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { DateTime: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
