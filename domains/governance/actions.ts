import { defineActions } from '#platform/module'

/** The trail names people and what they did; it is read by the brand's administrators only. */
export const actions = defineActions({
  'governance.readAudit': { admin: 'brand' },
  'governance.verifyAudit': { admin: 'brand' },
})
