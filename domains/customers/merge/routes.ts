import {
  FilePair,
  MatchPage,
  MatchQuery,
  MergeDone,
  MergeFiles,
  MergePair,
  RejectMatch,
  UndoMerge,
} from '#contracts/customers/merge'
import { Empty, IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { listMatches } from '../match/list-matches.ts'
import { rejectMatch } from '../match/reject-match.ts'
import { compareFiles } from './compare-files.ts'
import { mergeFiles } from './merge-files.ts'
import { undoMerge } from './undo-merge.ts'

const config = { can: 'customers.merge' }

/** Two files of one person: what speaks for it, merging, and taking it back. */
export function mergeRoutes(app: App): void {
  app.get(
    '/customers/:id/comparison/:otherId',
    { config, schema: { params: FilePair, response: { 200: MergePair } } },
    (req) => compareFiles(req.ctx, req.params.id, req.params.otherId),
  )
  app.put(
    '/customers/:id/merged/:otherId',
    { config, schema: { params: FilePair, body: MergeFiles, response: { 200: MergeDone } } },
    (req) => mergeFiles(req.ctx, req.params.id, req.params.otherId, req.body),
  )
  app.put(
    '/customer-merges/:id/undoing',
    { config, schema: { params: IdParam, body: UndoMerge, response: { 200: MergeDone } } },
    (req) => undoMerge(req.ctx, req.params.id, req.body.reason),
  )
  app.get(
    '/customer-matches',
    { config, schema: { querystring: MatchQuery, response: { 200: MatchPage } } },
    (req) => listMatches(req.ctx, req.query),
  )
  app.put(
    '/customer-matches/:id/rejection',
    { config, schema: { params: IdParam, body: RejectMatch, response: { 200: Empty } } },
    (req) => rejectMatch(req.ctx, req.params.id, req.body.reason),
  )
}
