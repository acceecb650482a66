/** What kind of personal data a column holds; drives masking, export, erasure and retention. */
export type PersonalCategory =
  | 'identity' | 'contact' | 'loyalty' | 'pet' | 'purchase' | 'message' | 'note' | 'call' | 'attachment' | 'survey' | 'choice' | 'staff' | 'access_log' | 'free_text';

export type ProcessingPurpose = 'customer_service' | 'feedback' | 'loyalty' | 'surveys' | 'security' | 'staff_administration' | 'legal_claims';

/** What erasing the person does to the value. `keep` needs a ground and an end in the retention rule. */
export type EraseAction = 'delete' | 'null' | 'generalise' | 'keep';

export interface PersonalMark {
  readonly category: PersonalCategory;
  readonly purposes: readonly [ProcessingPurpose, ...ProcessingPurpose[]];
  /** Path from the row to the person: column names, `self`, or `staff` for people who work here. */
  readonly subject: string;
  /** Whether the person gave it (portability) or it was observed or inferred. */
  readonly provided: boolean;
  readonly erase: EraseAction;
  /** Key of the retention rule. */
  readonly retention: string;
  /** Permission without which the value is masked; absent: whoever sees the row sees it. */
  readonly mask?: string;
}

export interface ColumnMark {
  readonly entity: Function;
  readonly property: string;
  readonly personal: PersonalMark | null;
  /** Why a column is not personal, where the reason is not plain from its name. */
  readonly reason?: string;
}

const marks: ColumnMark[] = [];

/** Marks an entity column as personal data, with its final arguments. */
export const Personal = (mark: PersonalMark): PropertyDecorator => (target, property) => {
  marks.push({ entity: target.constructor, property: String(property), personal: mark });
};

/** Marks an entity column as not personal. */
export const NotPersonal = (reason?: string): PropertyDecorator => (target, property) => {
  marks.push({ entity: target.constructor, property: String(property), personal: null, reason });
};

/** The register: every marked column of every loaded entity. */
export const columnMarks = (): readonly ColumnMark[] => marks;
