import { defineActions } from '#platform/module'

export const actions = defineActions({
  'notify.manage': { admin: 'brand', tech: 'brand' },
  'notify.webhooks': { admin: 'brand', tech: 'brand' },
})
