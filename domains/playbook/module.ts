import { offerPacks, onBrandCreated } from '#domains/people'
import { defineModule } from '#platform/module'
import { actions } from './actions.ts'
import { listPacks } from './document/packs.ts'
import { routes } from './routes.ts'
import { layFirstPlaybook } from './versions/first-playbook.ts'

offerPacks(listPacks)
onBrandCreated('playbook', layFirstPlaybook)

export const playbook = defineModule({ name: 'playbook', uses: ['people'], actions, routes })
