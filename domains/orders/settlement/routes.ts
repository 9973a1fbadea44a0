import {
  ExportSettlement,
  SettledOrderPage,
  SettledOrdersQuery,
  Settlement,
  SettlementQuery,
} from '#contracts/orders/settlement'
import type { App } from '#platform/module'
import { exportSettlement } from './export-settlement.ts'
import { readSettledOrders, readSettlement } from './read-settlement.ts'

/** The books: what the shops took and gave back (G1). */
export function settlementRoutes(app: App): void {
  const config = { can: 'orders.readSettlement' }
  app.get(
    '/settlement',
    { config, schema: { querystring: SettlementQuery, response: { 200: Settlement } } },
    (req) => readSettlement(req.ctx, req.query),
  )
  app.get(
    '/settlement/orders',
    {
      config: { can: 'orders.readSettledOrders' },
      schema: { querystring: SettledOrdersQuery, response: { 200: SettledOrderPage } },
    },
    (req) => readSettledOrders(req.ctx, req.query),
  )
  app.get('/settlement/file', { config, schema: { querystring: ExportSettlement } }, async (req, reply) => {
    const { file, type, body } = await exportSettlement(req.ctx, req.query)
    return reply.header('content-disposition', `attachment; filename="${file}"`).type(type).send(body)
  })
}
