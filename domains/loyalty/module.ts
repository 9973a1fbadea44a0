import { defineModule } from '#platform/module'

/** Members and their ledgers. So far it keeps what compensation issues: coupons and points. */
export const loyalty = defineModule({
  name: 'loyalty',
  uses: ['people', 'playbook', 'customers'],
  actions: {},
  routes: () => {},
})
