import { defineModule } from '#platform/module'
import { actions } from './actions.ts'
import { sweepLearning } from './layer/sweep-learning.ts'
import { languageRoutes, largeRoutes } from './routes.ts'

/** How texts are read, what people's corrections teach, and the large model a brand may connect. */
export const language = defineModule({
  name: 'language',
  uses: ['people', 'playbook'],
  actions,
  routes: (app) => {
    languageRoutes(app)
    largeRoutes(app)
  },
  sweeps: [{ name: 'language.learning', lane: 'long', run: sweepLearning }],
})
