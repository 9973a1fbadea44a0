import { z } from 'zod'
import { AlarmCount, AlarmPage, AlarmQuery, DismissAlarm } from '#contracts/insights'
import { IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { dismissAlarm, seeAlarm } from './alarms/judge-alarm.ts'
import { countNewAlarms, readAlarms } from './alarms/read-alarms.ts'

const read = { can: 'insights.readAlarms' }
const judge = { can: 'insights.judgeAlarms' }
const nothing = { 204: z.null() }

export function alarmRoutes(app: App): void {
  app.get(
    '/alarms',
    { config: read, schema: { querystring: AlarmQuery, response: { 200: AlarmPage } } },
    (req) => readAlarms(req.ctx, req.query),
  )
  app.get('/alarms/counts', { config: read, schema: { response: { 200: AlarmCount } } }, (req) =>
    countNewAlarms(req.ctx),
  )
  app.put(
    '/alarms/:id/seen',
    { config: judge, schema: { params: IdParam, response: nothing } },
    async (req, reply) => {
      await seeAlarm(req.ctx, req.params.id)
      return reply.code(204).send(null)
    },
  )
  app.put(
    '/alarms/:id/dismissal',
    { config: judge, schema: { params: IdParam, body: DismissAlarm, response: nothing } },
    async (req, reply) => {
      await dismissAlarm(req.ctx, req.params.id, req.body)
      return reply.code(204).send(null)
    },
  )
}
