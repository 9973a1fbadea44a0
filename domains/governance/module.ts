import { defineActions, defineModule } from '#platform/module'

const actions = defineActions({
  'governance.readAudit': { admin: 'brand' },
  'governance.verifyAudit': { admin: 'brand' },
})

export const governance = defineModule({ name: 'governance', uses: [], actions, routes: () => {} })
