import { z } from 'zod'
import { Id, IdParam } from '#contracts/kit'
import { Absence, Invitation, SaveAbsence, SaveStaff, Staff } from '#contracts/people'
import type { App } from '#platform/module'
import { withoutDefaults } from '../change-schema.ts'
import { Nothing } from '../sign-in/routes.ts'
import { addAbsence, listAbsences, removeAbsence } from './absences.ts'
import { inviteStaff, lockStaff, readmitStaff } from './lock-staff.ts'
import { addStaff, changeStaff, listStaff } from './save-staff.ts'

const read = { can: 'people.readStaff' }
const manage = { can: 'people.manageStaff' }
const absences = { can: 'people.manageAbsences' }
const ChangeStaff = withoutDefaults(SaveStaff)
const AbsenceParams = z.strictObject({ id: Id, absenceId: Id })

export function staffRoutes(app: App): void {
  app.get('/staff', { config: read, schema: { response: { 200: z.array(Staff) } } }, (req) =>
    listStaff(req.ctx),
  )
  app.post(
    '/staff',
    { config: manage, schema: { body: SaveStaff, response: { 201: Staff } } },
    async (req, reply) => reply.code(201).send(await addStaff(req.ctx, req.body)),
  )
  app.patch(
    '/staff/:id',
    { config: manage, schema: { params: IdParam, body: ChangeStaff, response: { 200: Staff } } },
    (req) => changeStaff(req.ctx, req.params.id, req.body),
  )
  app.put(
    '/staff/:id/lock',
    { config: manage, schema: { params: IdParam, response: { 200: Staff } } },
    (req) => lockStaff(req.ctx, req.params.id),
  )
  app.delete(
    '/staff/:id/lock',
    { config: manage, schema: { params: IdParam, response: { 200: Staff } } },
    (req) => readmitStaff(req.ctx, req.params.id),
  )
  app.post(
    '/staff/:id/invitation',
    { config: manage, schema: { params: IdParam, response: { 201: Invitation } } },
    async (req, reply) => reply.code(201).send(await inviteStaff(req.ctx, req.params.id)),
  )
}

export function absenceRoutes(app: App): void {
  app.get(
    '/staff/:id/absences',
    { config: absences, schema: { params: IdParam, response: { 200: z.array(Absence) } } },
    (req) => listAbsences(req.ctx, req.params.id),
  )
  app.post(
    '/staff/:id/absences',
    { config: absences, schema: { params: IdParam, body: SaveAbsence, response: { 201: Absence } } },
    async (req, reply) => reply.code(201).send(await addAbsence(req.ctx, req.params.id, req.body)),
  )
  app.delete(
    '/staff/:id/absences/:absenceId',
    { config: absences, schema: { params: AbsenceParams, response: { 204: Nothing } } },
    async (req, reply) => {
      await removeAbsence(req.ctx, req.params.id, req.params.absenceId)
      return reply.code(204).send(null)
    },
  )
}
