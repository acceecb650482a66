import * as ts from 'typescript';
import { at, isTestCode, nodesOf, type Source } from '../support/sources';
import { Inspection, type Verdict } from '../support/verdict';

const hidden = (node: ts.Node): boolean => ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.PrivateKeyword || m.kind === ts.SyntaxKind.ProtectedKeyword);
const isExported = (node: ts.Node): boolean => ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword);

/** The one reading before there is a viewer: it makes one out of a session token. */
const makesViewers = (node: ts.ClassDeclaration): boolean => (node.heritageClauses ?? []).some((clause) => clause.types.some((type) => type.expression.getText() === 'SessionReader'));

/** Nobody reads without a viewer: each public method and exported function of a queries file takes one first. */
export function queriesTakeAViewer(sources: readonly Source[]): Verdict {
  const seen = new Inspection('queries-take-a-viewer');
  const check = (source: Source, node: ts.SignatureDeclaration, name: string) => {
    const first = node.parameters[0];
    seen.expect(first?.type?.getText(source.ast) === 'Viewer', `${at(source, node)} ${name}: the first parameter is not a Viewer`);
  };
  for (const source of sources.filter((s) => s.path.endsWith('.queries.ts') && !isTestCode(s.path))) {
    for (const statement of source.ast.statements) {
      if (ts.isFunctionDeclaration(statement) && isExported(statement)) check(source, statement, statement.name?.text ?? 'default');
      if (!ts.isClassDeclaration(statement) || !isExported(statement) || makesViewers(statement)) continue;
      for (const member of statement.members) {
        const name = member.name?.getText(source.ast) ?? '';
        if (hidden(member) || member.name?.kind === ts.SyntaxKind.PrivateIdentifier) continue;
        if (ts.isMethodDeclaration(member)) check(source, member, name);
        // A property that holds a function would be a method without a check.
        if (ts.isPropertyDeclaration(member) && member.initializer && (ts.isArrowFunction(member.initializer) || ts.isFunctionExpression(member.initializer))) check(source, member.initializer, name);
      }
    }
  }
  return seen.verdict();
}

/** Statements are written in repositories and queries; commands, rules, jobs and resolvers ask them. */
export function statementsStayInRepositories(sources: readonly Source[]): Verdict {
  const seen = new Inspection('statements-stay-in-repositories');
  for (const source of sources.filter((s) => /^(libs|apps)\//.test(s.path) && !/^libs\/(platform|kernel)\//.test(s.path) && !isTestCode(s.path))) {
    seen.look();
    if (/\.(queries|repository)\.ts$/.test(source.path)) continue;
    for (const node of nodesOf(source.ast)) {
      if (!ts.isCallExpression(node) && !ts.isPropertyAccessExpression(node)) continue;
      // A file of statement texts may stand beside its queries file; what runs them is in the latter.
      if (ts.isCallExpression(node) && /^(named|late)Query$/.test(node.expression.getText(source.ast)) && !source.path.endsWith('.sql.ts')) seen.breach(`${at(source, node)}: ${node.expression.getText(source.ast)} outside a repository or queries file`);
      if (ts.isPropertyAccessExpression(node) && /(^|\.)database$/.test(node.expression.getText(source.ast)) && ['manager', 'rows', 'one'].includes(node.name.text)) seen.breach(`${at(source, node)}: database.${node.name.text} outside a repository or queries file`);
    }
  }
  return seen.verdict();
}

/** What TypeORM gives an entity file: declarations only, so that no row can reach the database by itself. */
const DECLARING = new Set(['Entity', 'Column', 'PrimaryColumn', 'PrimaryGeneratedColumn', 'Check', 'Unique', 'Index', 'ForeignKey', 'Exclusion', 'Generated', 'ValueTransformer', 'VersionColumn']);

/** Entities are columns and constraints: no methods, no relations, nothing else of TypeORM. */
export function entitiesAreShapes(sources: readonly Source[]): Verdict {
  const seen = new Inspection('entities-are-shapes');
  for (const source of sources.filter((s) => s.path.endsWith('.entity.ts') && !isTestCode(s.path))) {
    for (const node of nodesOf(source.ast)) {
      if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text === 'typeorm') {
        const bindings = node.importClause?.namedBindings;
        for (const one of bindings && ts.isNamedImports(bindings) ? bindings.elements : []) seen.expect(DECLARING.has((one.propertyName ?? one.name).text), `${at(source, one)}: an entity does not need ${one.name.text}`);
      }
      if (ts.isMethodDeclaration(node) && ts.isClassDeclaration(node.parent)) seen.breach(`${at(source, node)}: an entity has no methods`);
    }
  }
  return seen.verdict();
}

/** The front door of a library shows neither its rows nor how they are loaded. */
export function frontDoorsHideRows(sources: readonly Source[]): Verdict {
  const seen = new Inspection('front-doors-hide-rows');
  for (const source of sources.filter((s) => /^libs\/[^/]+\/src\/index\.ts$/.test(s.path))) {
    for (const node of source.ast.statements) {
      if (!ts.isExportDeclaration(node) || !node.moduleSpecifier) continue;
      const from = (node.moduleSpecifier as ts.StringLiteral).text;
      seen.expect(!/\.(entity|repository)$/.test(from), `${at(source, node)}: ${from} stays inside its library`);
    }
  }
  return seen.verdict();
}
