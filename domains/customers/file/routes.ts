import { RevealReason } from '#contracts/customers'
import {
  AddAddress,
  AddNote,
  AddTrait,
  ChangePage,
  CustomerFile,
  CustomerPage,
  CustomerPart,
  CustomerQuery,
  DecideChange,
  EditCustomer,
  FileRevealed,
  GiveConsent,
  HistoryQuery,
} from '#contracts/customers/file'
import { IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { decideProposal } from '../changes/decide-change.ts'
import { listChanges } from '../changes/list-changes.ts'
import * as edit from './edit-file.ts'
import { listCustomers } from './list-customers.ts'
import { readFile, revealFile } from './read-file.ts'

const read = { can: 'customers.read' }
const write = { can: 'customers.edit' }
const response = { 200: CustomerFile }

/** 顾客: the list and one file. */
export function fileRoutes(app: App): void {
  app.get(
    '/customers',
    { config: read, schema: { querystring: CustomerQuery, response: { 200: CustomerPage } } },
    (req) => listCustomers(req.ctx, req.query),
  )
  app.get('/customers/:id', { config: read, schema: { params: IdParam, response } }, (req) =>
    readFile(req.ctx, req.params.id),
  )
  app.get(
    '/customers/:id/changes',
    { config: read, schema: { params: IdParam, querystring: HistoryQuery, response: { 200: ChangePage } } },
    (req) => listChanges(req.ctx, req.params.id, req.query.cursor),
  )
  app.post(
    '/customers/:id/reveal',
    {
      config: { can: 'customers.reveal' },
      schema: { params: IdParam, body: RevealReason, response: { 200: FileRevealed } },
    },
    (req) => revealFile(req.ctx, req.params.id, req.body.reason),
  )
  app.post(
    '/customers/:id/notes',
    { config: { can: 'customers.note' }, schema: { params: IdParam, body: AddNote, response } },
    (req) => edit.addNote(req.ctx, req.params.id, req.body.text),
  )
}

/** What a file says of its customer, part by part. */
export function partRoutes(app: App): void {
  const one = { params: IdParam, response }
  const part = { params: CustomerPart, response }
  app.put('/customers/:id', { config: write, schema: { ...one, body: EditCustomer } }, (req) =>
    edit.editCustomer(req.ctx, req.params.id, req.body),
  )
  app.post('/customers/:id/traits', { config: write, schema: { ...one, body: AddTrait } }, (req) =>
    edit.addTrait(req.ctx, req.params.id, req.body),
  )
  app.delete('/customers/:id/traits/:partId', { config: write, schema: part }, (req) =>
    edit.removeTrait(req.ctx, req.params.id, req.params.partId),
  )
  app.post('/customers/:id/addresses', { config: write, schema: { ...one, body: AddAddress } }, (req) =>
    edit.addAddress(req.ctx, req.params.id, req.body),
  )
  app.put('/customers/:id/addresses/:partId/default', { config: write, schema: part }, (req) =>
    edit.chooseAddress(req.ctx, req.params.id, req.params.partId),
  )
  app.delete('/customers/:id/addresses/:partId', { config: write, schema: part }, (req) =>
    edit.removeAddress(req.ctx, req.params.id, req.params.partId),
  )
  app.post('/customers/:id/consents', { config: write, schema: { ...one, body: GiveConsent } }, (req) =>
    edit.addConsent(req.ctx, req.params.id, req.body),
  )
  app.delete('/customers/:id/consents/:partId', { config: write, schema: part }, (req) =>
    edit.withdrawConsent(req.ctx, req.params.id, req.params.partId),
  )
  app.put(
    '/customers/:id/proposals/:partId/decision',
    { config: write, schema: { ...part, body: DecideChange } },
    (req) => decideProposal(req.ctx, req.params.id, req.params.partId, req.body.decision),
  )
}
