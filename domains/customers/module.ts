import { defineActions, defineModule } from '#platform/module'
import { sweepFacts } from './facts/note-facts.ts'

export const customers = defineModule({
  name: 'customers',
  uses: ['people', 'playbook'],
  actions: defineActions({
    /** Clear name and numbers, for one ticket, with a reason that the audit keeps. */
    'customers.reveal': {
      agent: 'brand',
      lead: 'brand',
      shop_manager: 'shop',
      quality: 'brand',
      audit: 'with reason',
    },
  }),
  routes: () => {},
  sweeps: [{ name: 'customers.facts', lane: 'long', run: sweepFacts }],
})
