import { queryClient } from '../../../app/query-client.ts'
import { putDraft } from './composer-queries.ts'
import { draftBoxes } from './draft-boxes.ts'
import * as machine from './drafts-here.ts'

/** The boxes of this console; the inbox marks tickets with a draft. */
const boxes = draftBoxes({
  put: putDraft,
  drafted: () => void queryClient.invalidateQueries({ queryKey: ['tickets', 'list'] }),
})
export const { boxOf, subscribe, write, settle, flush, empty, adopt } = boxes

/** Whose drafts these are: after another has signed in, nothing of the one before is left. */
export function draftsBelongTo(staffId: string): void {
  if (machine.belongTo(staffId)) boxes.forget()
}
