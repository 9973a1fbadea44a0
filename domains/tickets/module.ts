import { deliveryFailed } from '#contracts/channels/connect'
import { orderReviewed } from '#contracts/orders'
import { aftercareAnswered } from '#contracts/orders/visits'
import { staffLocked } from '#contracts/people'
import { calendarUploaded } from '#contracts/playbook/versions'
import { countTicketsBy } from '#domains/playbook'
import { defineModule, on } from '#platform/module'
import { actions } from './actions.ts'
import { assessmentRoutes } from './assessment/routes.ts'
import { bulkRoutes } from './bulk/routes.ts'
import { sweepBulks } from './bulk/sweep-bulks.ts'
import { callRoutes } from './calls/routes.ts'
import { sweepCalls } from './calls/sweep-calls.ts'
import { recomputeProvisional } from './clocks/recompute-provisional.ts'
import { sweepAlarms, sweepClocks, sweepSilences } from './clocks/sweep-clocks.ts'
import { sweepApprovals } from './compensation/pass-on.ts'
import { compensationRoutes } from './compensation/routes.ts'
import { composerRoutes } from './composer/routes.ts'
import { sweepHeld } from './composer/send-held.ts'
import { sweepPastTickets } from './customer-history/refill-facts.ts'
import { customerHistoryRoutes } from './customer-history/routes.ts'
import { exportRoutes } from './export/routes.ts'
import { sweepExports } from './export/sweep-exports.ts'
import { followupRoutes } from './followup/routes.ts'
import { standInBySms } from './handling/by-sms.ts'
import { notDelivered } from './handling/not-delivered.ts'
import { handlingRoutes } from './handling/routes.ts'
import { importRoutes } from './import/routes.ts'
import { sweepOldOrders } from './import/run/hand-over-orders.ts'
import { sweepImports } from './import/sweep-imports.ts'
import { countByVersion } from './inbox/count-by-version-data.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { recomputeLegal } from './intake/by-hand/recompute-legal.ts'
import { byHandRoutes } from './intake/by-hand/routes.ts'
import { inPersonRoutes } from './intake/in-person/routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { sweepHeard } from './intake/sweep-heard.ts'
import { investigationRoutes } from './investigation/routes.ts'
import { largeTextRoutes } from './large/routes.ts'
import { sweepSuggestions } from './large/suggest-triage.ts'
import { linkRoutes } from './links/routes.ts'
import { openForBadReview } from './orders/bad-review.ts'
import { orderTicketRoutes } from './orders/routes.ts'
import { openForReaction } from './orders/skin-reaction.ts'
import { caseRoutes } from './platform-case/routes.ts'
import { revisitRoutes } from './revisits/routes.ts'
import { sweepRevisits } from './revisits/sweep-revisits.ts'
import { handOverFrom } from './routing/hand-over.ts'
import { routingRoutes } from './routing/routes.ts'
import { sweepAbsent } from './routing/sweep-absent.ts'
import { ruleRoutes } from './rules/routes.ts'
import { sweepRules, sweepTimeRules } from './rules/run-rules.ts'
import { sweepMatters } from './same-matter/sweep-matters.ts'
import { satisfactionRoutes } from './satisfaction/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { taskRoutes } from './tasks/routes.ts'
import { sweepLeftTasks } from './tasks/sweep-left.ts'
import { sweepTasks } from './tasks/sweep-tasks.ts'
import { triageRoutes } from './triage/routes.ts'
import { viewRoutes } from './views/routes.ts'

countTicketsBy(countByVersion)

export const tickets = defineModule({
  name: 'tickets',
  uses: ['people', 'playbook', 'language', 'customers', 'channels', 'orders', 'loyalty'],
  actions,
  routes: (app) => {
    intakeRoutes(app)
    byHandRoutes(app)
    inPersonRoutes(app)
    inboxRoutes(app)
    customerHistoryRoutes(app)
    viewRoutes(app)
    bulkRoutes(app)
    exportRoutes(app)
    importRoutes(app)
    handlingRoutes(app)
    triageRoutes(app)
    largeTextRoutes(app)
    linkRoutes(app)
    composerRoutes(app)
    followupRoutes(app)
    caseRoutes(app)
    revisitRoutes(app)
    satisfactionRoutes(app)
    investigationRoutes(app)
    assessmentRoutes(app)
    searchRoutes(app)
    routingRoutes(app)
    ruleRoutes(app)
    taskRoutes(app)
    compensationRoutes(app)
    callRoutes(app)
    orderTicketRoutes(app)
  },
  on: [
    on(staffLocked, 'tickets.handOver', (ctx, body) => handOverFrom(ctx, body.staffId)),
    on(deliveryFailed, 'tickets.notDelivered', notDelivered),
    on(deliveryFailed, 'tickets.standInBySms', standInBySms),
    on(orderReviewed, 'tickets.badReview', openForBadReview),
    on(aftercareAnswered, 'tickets.skinReaction', openForReaction),
    on(calendarUploaded, 'tickets.recomputeProvisional', (ctx) => recomputeProvisional(ctx)),
    on(calendarUploaded, 'tickets.recomputeLegal', (ctx) => recomputeLegal(ctx)),
  ],
  sweeps: [
    { name: 'tickets.alarms', run: sweepAlarms },
    { name: 'tickets.clocks', run: sweepClocks },
    { name: 'tickets.silences', run: sweepSilences },
    { name: 'tickets.approvals', run: sweepApprovals },
    { name: 'tickets.tasks', run: sweepTasks },
    { name: 'tickets.bulks', lane: 'long', run: sweepBulks },
    { name: 'tickets.exports', lane: 'long', run: sweepExports },
    { name: 'tickets.imports', lane: 'long', run: sweepImports },
    { name: 'tickets.oldOrders', lane: 'long', run: sweepOldOrders },
    { name: 'tickets.held', run: sweepHeld },
    { name: 'tickets.heard', lane: 'hear', run: sweepHeard },
    { name: 'tickets.calls', run: sweepCalls },
    { name: 'tickets.revisits', run: sweepRevisits },
    { name: 'tickets.sameMatter', run: sweepMatters },
    { name: 'tickets.leftTasks', run: sweepLeftTasks },
    { name: 'tickets.absent', run: sweepAbsent },
    { name: 'tickets.rules', run: sweepRules },
    { name: 'tickets.timeRules', run: sweepTimeRules },
    { name: 'tickets.suggestions', lane: 'long', run: sweepSuggestions },
    { name: 'tickets.pastOfCustomers', lane: 'long', run: sweepPastTickets },
  ],
})
