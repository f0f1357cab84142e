import * as z from 'zod/mini';
import { type Edit, EDIT_TYPES, EDITS, type EditType } from '../edits/index.ts';
import { fieldKit } from '../edits/kit/fieldKit.ts';
import { record } from '../parse/schema.ts';

const formOfEdit = (type: EditType) => record({ type: z.literal(type), ...EDITS[type].fields(fieldKit) });
type Form = ReturnType<typeof formOfEdit>;

/** An edit as a file writes it. It is not in the registry, so that code that only makes edits does not load a parser. */
export const editSchema = z.discriminatedUnion('type', EDIT_TYPES.map(formOfEdit) as [Form, ...Form[]], {
  error: (issue) => (issue.code === 'invalid_union' ? `must be one of ${EDIT_TYPES.join(', ')}` : undefined),
}) as unknown as z.ZodMiniType<Edit>;
