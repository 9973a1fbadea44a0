import { AuditPage, AuditQuery, AuditVerification } from '#contracts/governance'
import { linkAudit } from '#platform/audit/chain'
import { type App, defineModule } from '#platform/module'
import { actions } from './actions.ts'
import { readAudit, readVerification } from './read-audit.ts'

const read = { can: 'governance.readAudit' }
const verify = { can: 'governance.verifyAudit' }

export const governance = defineModule({
  name: 'governance',
  uses: [],
  actions,
  routes: (app: App) => {
    app.get(
      '/audit',
      { config: read, schema: { querystring: AuditQuery, response: { 200: AuditPage } } },
      (req) => readAudit(req.ctx, req.query),
    )
    app.get(
      '/audit/verification',
      { config: verify, schema: { response: { 200: AuditVerification } } },
      (req) => readVerification(req.ctx),
    )
  },
  sweeps: [{ name: 'governance.linkAudit', run: linkAudit }],
})
