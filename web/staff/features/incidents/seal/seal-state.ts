import type { Seal, SealShop } from '#contracts/incidents/seal'

/** What a shop has said; who had not said anything when it was lifted is waited for no longer. */
export function sealState({ liftedAt }: Seal, { state }: SealShop): SealShop['state'] | 'unanswered' {
  return state === 'waiting' && liftedAt ? 'unanswered' : state
}
