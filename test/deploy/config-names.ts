import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { ROOT } from './compose';

/** Names in the schema of libs/platform/src/config/config.ts, each with the code that says what it may be. */
export function schemaEntries(): ReadonlyMap<string, string> {
  const path = 'libs/platform/src/config/config.ts';
  const ast = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.ES2023, true);
  const found = new Map<string, string>();
  const constants = new Map<string, string>();
  for (const statement of ast.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const declared of statement.declarationList.declarations) {
      const made = declared.initializer;
      constants.set(declared.name.getText(), made?.getText() ?? '');
      if (declared.name.getText() !== 'schema' || !made || !ts.isCallExpression(made)) continue;
      const shape = made.arguments[0];
      if (!shape || !ts.isObjectLiteralExpression(shape)) continue;
      for (const property of shape.properties) {
        if (!ts.isPropertyAssignment(property)) continue;
        const code = property.initializer.getText();
        // A shape that has a name of its own is looked up.
        found.set(property.name.getText(), /^\w+$/.test(code) ? (constants.get(code) ?? code) : code);
      }
    }
  }
  return found;
}
