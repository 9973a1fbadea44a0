import { defineModule } from '#platform/module'
import { actions } from './actions.ts'

export const people = defineModule({ name: 'people', uses: [], actions, routes: () => {} })
