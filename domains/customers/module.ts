import { defineModule } from '#platform/module'
import { actions } from './actions.ts'
import { checkUpRoutes } from './check-up/routes.ts'
import { sweepFacts } from './facts/note-facts.ts'
import { fileRoutes, partRoutes } from './file/routes.ts'
import { sweepMatches } from './match/sweep-matches.ts'
import { mergeRoutes } from './merge/routes.ts'
import { segmentRoutes } from './segments/routes.ts'

export const customers = defineModule({
  name: 'customers',
  uses: ['people', 'playbook'],
  actions,
  routes: (app) => {
    fileRoutes(app)
    partRoutes(app)
    mergeRoutes(app)
    segmentRoutes(app)
    checkUpRoutes(app)
  },
  sweeps: [
    { name: 'customers.facts', lane: 'long', run: sweepFacts },
    { name: 'customers.matches', lane: 'long', run: sweepMatches },
  ],
})
