import { SteerLearning, TriageLearning } from '#contracts/language'
import { LargeSettings, LargeTest, LargeUses, SaveLarge, TryLarge } from '#contracts/language/large'
import type { App } from '#platform/module'
import { largeUses } from './large/ask-large.ts'
import { readLarge, saveLarge, tryLarge } from './large/settings.ts'
import { readLearning, rollBack, steerLearning } from './layer/steer-learning.ts'

export function languageRoutes(app: App): void {
  const response = { 200: TriageLearning }
  app.get('/triage-learning', { config: { can: 'language.read' }, schema: { response } }, (req) =>
    readLearning(req.ctx),
  )
  app.put(
    '/triage-learning',
    { config: { can: 'language.steer' }, schema: { body: SteerLearning, response } },
    (req) => steerLearning(req.ctx, req.body),
  )
  app.delete('/triage-learning/version', { config: { can: 'language.steer' }, schema: { response } }, (req) =>
    rollBack(req.ctx),
  )
}

/** A large language model elsewhere: off until somebody connects one. */
export function largeRoutes(app: App): void {
  const config = { can: 'language.connect' }
  const response = { 200: LargeSettings }
  app.get('/large-model', { config, schema: { response } }, (req) => readLarge(req.ctx))
  app.put('/large-model', { config, schema: { body: SaveLarge, response } }, (req) =>
    saveLarge(req.ctx, req.body),
  )
  app.post(
    '/large-model/test',
    { config: { ...config, perMinute: 20 }, schema: { body: TryLarge, response: { 200: LargeTest } } },
    (req) => tryLarge(req.ctx, req.body),
  )
  app.get(
    '/large-model/uses',
    { config: { can: 'language.use' }, schema: { response: { 200: LargeUses } } },
    async (req) => ({ uses: await largeUses(req.ctx) }),
  )
}
