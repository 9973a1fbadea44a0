import { z } from 'zod'
import { Text } from '../kit.ts'

/** Where a cause lies: people, equipment, material, method, surroundings, a partner, the customer's own doing, unknown. */
export const CauseGroup = z.enum([
  'people',
  'equipment',
  'material',
  'method',
  'surroundings',
  'partner',
  'customer',
  'unknown',
])
export type CauseGroup = z.infer<typeof CauseGroup>
/** H3: the causes an investigation chooses from. */
export const Cause = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  group: CauseGroup,
  name: Text,
})
export type Cause = z.infer<typeof Cause>
