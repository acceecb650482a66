import * as ts from 'typescript';
import { at, decoratorsOf, isTestCode, nodesOf, type Source } from '../support/sources';
import { Inspection, type Verdict } from '../support/verdict';

/** Decorators that make a method an operation somebody can call from outside. */
const OPERATIONS = new Set(['Query', 'Mutation', 'Subscription', 'CommandMutation', 'Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All', 'Sse']);
const ACCESS = ['Allow', 'SignedIn', 'Public'];
const ROUTERS = /\.(?:route|get|post|put|patch|delete|head|options|all)$/;

/** Codes that some library declares by definePermissions. */
function declaredCodes(sources: readonly Source[]): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const source of sources) {
    for (const node of nodesOf(source.ast)) {
      if (!ts.isCallExpression(node) || node.expression.getText(source.ast) !== 'definePermissions') continue;
      for (const inside of nodesOf(node)) if (ts.isPropertyAssignment(inside) && ts.isStringLiteralLike(inside.initializer)) codes.add(inside.initializer.text);
    }
  }
  return codes;
}

/** Each GraphQL operation and HTTP route requires a permission, a session, or says why it is public. */
export function operationsDeclareAccess(sources: readonly Source[]): Verdict {
  const seen = new Inspection('operations-declare-access');
  const codes = declaredCodes(sources);
  for (const source of sources.filter((s) => !isTestCode(s.path))) {
    for (const node of nodesOf(source.ast)) {
      if (ts.isMethodDeclaration(node)) method(seen, source, node, codes);
      if (ts.isCallExpression(node)) rawRoute(seen, source, node);
    }
  }
  return seen.verdict();
}

function method(seen: Inspection, source: Source, node: ts.MethodDeclaration, codes: ReadonlySet<string>): void {
  const own = decoratorsOf(node);
  const kind = [...own.keys()].find((name) => OPERATIONS.has(name));
  if (!kind) return;
  const inherited = ts.isClassLike(node.parent) ? decoratorsOf(node.parent) : new Map<string, ts.CallExpression | null>();
  const declared = ACCESS.filter((name) => own.has(name) || inherited.has(name));
  const name = `${at(source, node)} ${node.name.getText(source.ast)}`;
  seen.expect(declared.length > 0, `${name}: @${kind} without @Allow, @SignedIn or @Public`);
  if (ACCESS.filter((access) => own.has(access)).length > 1) seen.breach(`${name}: says two things about access`);
  const reason = (own.get('Public') ?? inherited.get('Public'))?.arguments[0];
  if (declared.includes('Public') && !(reason && ts.isStringLiteralLike(reason) && reason.text.trim().length >= 10)) seen.breach(`${name}: @Public without a reason`);
  const permission = (own.get('Allow') ?? inherited.get('Allow'))?.arguments[0];
  if (declared.includes('Allow') && (!permission || (ts.isStringLiteralLike(permission) && !codes.has(permission.text)))) seen.breach(`${name}: @Allow wants a permission that a library declares`);
}

/** A route put straight on the server would pass by the guard. */
function rawRoute(seen: Inspection, source: Source, node: ts.CallExpression): void {
  const callee = node.expression.getText(source.ast);
  const [first, ...rest] = node.arguments;
  if (!ROUTERS.test(callee) || !first || rest.length === 0) return;
  const path = ts.isStringLiteralLike(first) ? first.text : '';
  const options = ts.isObjectLiteralExpression(first) && first.properties.some((p) => p.name?.getText(source.ast) === 'handler');
  if (path.startsWith('/') || options) seen.breach(`${at(source, node)} ${callee}: a route past the guard; make it a controller`);
}
