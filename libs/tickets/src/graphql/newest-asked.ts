import { LIMITS } from '@kaiku/kernel';
import { Kind, valueFromASTUntyped, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/**
 * How many of the newest entries the document asks of this ticket, so that they can come in the statement that brings the ticket.
 * Null: none, another stretch of the timeline, or something that is refused later.
 */
export function newestAsked(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>): number | null {
  const asked = info.fieldNodes.flatMap((node) => (node.selectionSet ? fields(node.selectionSet, info.fragments) : [])).filter((field) => field.name.value === 'entries');
  const [first] = asked;
  if (!first || asked.length > 1) return null;
  let size: unknown = LIMITS.page.entries;
  for (const { name, value } of first.arguments ?? []) {
    const given = value.kind === Kind.VARIABLE ? info.variableValues[value.name.value] : value.kind === Kind.NULL ? null : valueFromASTUntyped(value);
    if (given == null) continue;
    if (name.value !== 'last') return null;
    size = given;
  }
  return typeof size === 'number' && Number.isInteger(size) && size > 0 && size <= LIMITS.page.max ? size : null;
}

/** Fields of a selection, those of its fragments too; a document that goes round in circles is refused before anything runs. */
function fields(set: SelectionSetNode, fragments: GraphQLResolveInfo['fragments']): readonly FieldNode[] {
  return set.selections.flatMap((s): readonly FieldNode[] => {
    if (s.directives?.length) return [];
    if (s.kind === Kind.FIELD) return [s];
    const inner = s.kind === Kind.INLINE_FRAGMENT ? s.selectionSet : fragments[s.name.value]?.selectionSet;
    return inner ? fields(inner, fragments) : [];
  });
}
