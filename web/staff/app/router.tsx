import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  type RouteComponent,
  redirect,
} from '@tanstack/react-router'
import * as calls from '../features/calls/index.ts'
import * as channels from '../features/channels/index.ts'
import * as customers from '../features/customers/index.ts'
import * as delivery from '../features/delivery/index.ts'
import * as events from '../features/events/index.ts'
import * as governance from '../features/governance/index.ts'
import * as home from '../features/home/index.ts'
import * as imports from '../features/import/index.ts'
import * as incidents from '../features/incidents/index.ts'
import * as insights from '../features/insights/index.ts'
import * as kitchen from '../features/kitchen/index.ts'
import * as language from '../features/language/index.ts'
import * as menu from '../features/menu/index.ts'
import * as notify from '../features/notify/index.ts'
import * as orders from '../features/orders/index.ts'
import * as people from '../features/people/index.ts'
import * as playbook from '../features/playbook/index.ts'
import * as reviews from '../features/reviews/index.ts'
import * as session from '../features/session/index.ts'
import * as settlement from '../features/settlement/index.ts'
import * as tickets from '../features/tickets/index.ts'
import * as visits from '../features/visits/index.ts'
import { Failed, LinesSkeleton } from '../ui/states.tsx'
import { AlarmSearch } from './alarm-search.ts'
import { CounterSearch } from './counter-search.ts'
import { CustomerSearch } from './customer-search.ts'
import { i18n } from './i18n.ts'
import { InboxSearch } from './inbox-search.ts'
import { IncidentListSearch, RoomSearch } from './incident-search.ts'
import { MePage } from './MePage.tsx'
import { MenuSearch } from './menu-search.ts'
import { NotFound } from './NotFound.tsx'
import { OrderSearch } from './order-search.ts'
import { onSessionEnded, queryClient } from './query-client.ts'
import { RevisitSearch } from './revisit-search.ts'
import { Shell } from './Shell.tsx'
import { meQuery, setupQuery, welcome } from './session.ts'
import { TicketSearch, TodoSearch } from './ticket-search.ts'
import { VisitSearch } from './visit-search.ts'

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <Failed error={error} retry={reset} />,
})

const open = [
  createRoute({ getParentRoute: () => root, path: '/sign-in', component: session.SignInPage }),
  createRoute({ getParentRoute: () => root, path: '/setup', component: session.SetupPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/invitation/$token',
    component: session.InvitationPage,
  }),
] as const

let welcomed = false

/** Everything below it needs a signed-in person; a first visit to an empty system goes to the set-up page. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  pendingComponent: () => <LinesSkeleton />,
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery)
    if (me) {
      if (!welcomed) await welcome(me)
      welcomed = true
      return
    }
    const setup = await queryClient.ensureQueryData(setupQuery).catch(() => null)
    if (setup?.needed) throw redirect({ to: '/setup' })
    const back = location.href === '/' ? {} : { back: location.href }
    throw redirect({ to: '/sign-in', search: back })
  },
})

const shell = createRoute({ getParentRoute: () => signedIn, id: 'shell', component: Shell })
const inShell = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => shell, path, component })

/** All words of the workbench before it is drawn: a part that fetches its own later would hide the whole page for that moment. */
function loadWorkWords(): Promise<void> {
  return i18n.loadNamespaces([
    'tickets',
    'inbox',
    'tasks',
    'composer',
    'search',
    'links',
    'followup',
    'export',
    'compensation',
    'investigation',
    'rules',
    'handover',
    'channels',
    'platform-case',
    'orders-tracking',
    'incidents',
  ])
}

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: InboxSearch,
  loader: loadWorkWords,
  component: tickets.InboxPage,
})

const ticket = createRoute({
  getParentRoute: () => shell,
  path: '/tickets/$id',
  validateSearch: TicketSearch,
  loader: loadWorkWords,
  component: tickets.TicketPage,
})

const todos = createRoute({
  getParentRoute: () => shell,
  path: '/todos',
  validateSearch: TodoSearch,
  component: tickets.TodosPage,
})

const routeTree = root.addChildren([
  ...open,
  signedIn.addChildren([
    createRoute({
      getParentRoute: () => signedIn,
      path: '/channels/poster',
      component: channels.PosterPage,
    }),
    createRoute({ getParentRoute: () => signedIn, path: '/kitchen', component: kitchen.KitchenPage }),
    createRoute({
      getParentRoute: () => signedIn,
      path: '/events/$id/poster',
      component: events.EventPosterPage,
    }),
    createRoute({
      getParentRoute: () => signedIn,
      path: '/incidents/$id/record',
      loader: () => i18n.loadNamespaces(['incidents']),
      component: incidents.RecordPage,
    }),
    shell.addChildren([
      inShell('/', home.HomePage),
      inbox,
      ticket,
      todos,
      createRoute({
        getParentRoute: () => shell,
        path: '/revisits',
        validateSearch: RevisitSearch,
        component: tickets.RevisitsPage,
      }),
      inShell('/satisfaction', tickets.SatisfactionPage),
      createRoute({
        getParentRoute: () => shell,
        path: '/triage-quality',
        loader: () => i18n.loadNamespaces(['language']),
        component: language.TriageQualityPage,
      }),
      createRoute({
        getParentRoute: () => shell,
        path: '/large-model',
        loader: () => i18n.loadNamespaces(['language']),
        component: language.LargeModelPage,
      }),
      inShell('/reviews', reviews.ReviewsPage),
      inShell('/compensations', tickets.CompensationsPage),
      createRoute({
        getParentRoute: () => shell,
        path: '/settlement',
        loader: () => i18n.loadNamespaces(['settlement', 'orders']),
        component: settlement.SettlementPage,
      }),
      createRoute({
        getParentRoute: () => shell,
        path: '/incidents',
        validateSearch: IncidentListSearch,
        loader: () => i18n.loadNamespaces(['incidents']),
        component: incidents.IncidentsPage,
      }),
      createRoute({
        getParentRoute: () => shell,
        path: '/incidents/$id',
        validateSearch: RoomSearch,
        loader: () => i18n.loadNamespaces(['incidents']),
        component: incidents.RoomPage,
      }),
      createRoute({
        getParentRoute: () => shell,
        path: '/alarms',
        validateSearch: AlarmSearch,
        loader: () => i18n.loadNamespaces(['insights', 'incidents']),
        component: () => (
          <insights.OpeningChoice value={incidents.OpenFromAlarm}>
            <insights.AlarmsPage />
          </insights.OpeningChoice>
        ),
      }),
      createRoute({
        getParentRoute: () => shell,
        path: '/seals',
        loader: () => i18n.loadNamespaces(['incidents']),
        component: incidents.SealsPage,
      }),
      inShell('/calls', calls.CallsPage),
      createRoute({
        getParentRoute: () => shell,
        path: '/customers',
        validateSearch: CustomerSearch,
        component: customers.CustomersPage,
      }),
      createRoute({
        getParentRoute: () => shell,
        path: '/check-ups',
        loader: () => i18n.loadNamespaces(['customers']),
        component: customers.CheckUpsPage,
      }),
      createRoute({
        getParentRoute: () => shell,
        path: '/segments',
        loader: () => i18n.loadNamespaces(['segments', 'customers']),
        component: customers.SegmentsPage,
      }),
      createRoute({
        getParentRoute: () => shell,
        path: '/segments/$id',
        loader: () => i18n.loadNamespaces(['segments', 'customers']),
        component: customers.SegmentPage,
      }),
      createRoute({
        getParentRoute: () => shell,
        path: '/customers/$id',
        loader: () => i18n.loadNamespaces(['customers', 'tickets']),
        component: customers.CustomerPage,
      }),
      createRoute({
        getParentRoute: () => shell,
        path: '/orders',
        validateSearch: OrderSearch,
        component: orders.OrdersPage,
      }),
      inShell('/orders/new', orders.NewOrderPage),
      createRoute({
        getParentRoute: () => shell,
        path: '/orders/$id',
        loader: () => i18n.loadNamespaces(['orders', 'orders-tracking', 'orders-visits']),
        component: orders.OrderPage,
      }),
      createRoute({
        getParentRoute: () => shell,
        path: '/menu',
        validateSearch: MenuSearch,
        loader: () => i18n.loadNamespaces(['orders-menu']),
        component: menu.MenuPage,
      }),
      createRoute({
        getParentRoute: () => shell,
        path: '/appointments',
        validateSearch: VisitSearch,
        component: visits.AppointmentsPage,
      }),
      createRoute({
        getParentRoute: () => shell,
        path: '/counter',
        validateSearch: CounterSearch,
        component: channels.CounterPage,
      }),
      inShell('/dispatch', delivery.DispatchPage),
      inShell('/round', delivery.RoundPage),
      inShell('/rules', tickets.RulesPage),
      inShell('/playbook', playbook.PlaybookPage),
      inShell('/channels', channels.ChannelsPage),
      inShell('/channels/$id', channels.ConnectionPage),
      inShell('/events', events.EventsPage),
      inShell('/import', imports.ImportPage),
      inShell('/notify', notify.NotifyPage),
      inShell('/shops', people.ShopsPage),
      inShell('/staff', people.StaffPage),
      inShell('/audit', governance.AuditPage),
      createRoute({ getParentRoute: () => shell, path: '/me', component: MePage }),
      inShell('/account', session.AccountPage),
    ]),
  ]),
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingMs: 200,
  scrollRestoration: false,
})

onSessionEnded(() => {
  if (window.location.pathname === '/sign-in') return
  queryClient.setQueryData(meQuery.queryKey, null)
  welcomed = false
  void router.invalidate()
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
