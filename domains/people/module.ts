import { defineModule } from '#platform/module'
import { actions } from './actions.ts'
import { organisationRoutes } from './organisation/routes.ts'
import { setupRoutes } from './setup/routes.ts'
import { invitationRoutes, ownAccountRoutes, sessionRoutes } from './sign-in/routes.ts'
import { absenceRoutes, staffRoutes } from './staff/routes.ts'

export const people = defineModule({
  name: 'people',
  uses: [],
  actions,
  routes: (app) => {
    setupRoutes(app)
    sessionRoutes(app)
    invitationRoutes(app)
    ownAccountRoutes(app)
    organisationRoutes(app)
    staffRoutes(app)
    absenceRoutes(app)
  },
})
