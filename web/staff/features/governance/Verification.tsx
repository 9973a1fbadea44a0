import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { AuditVerification } from '#contracts/governance'

type Props = { result: z.infer<typeof AuditVerification> | undefined; error: Error | null }

/** What working the chain out again has shown. */
export function Verification({ result, error }: Props) {
  const { t } = useTranslation('governance')
  if (error) return <Alert type="error" title={error.message} style={{ marginBottom: 16 }} />
  if (!result) return null
  const { ok, entries, unlinked, head, broken } = result
  if (!ok) {
    return (
      <Alert
        type="error"
        role="alert"
        style={{ marginBottom: 16 }}
        title={t('verify.broken', { count: broken.length })}
        description={
          <ul>
            {broken.slice(0, 10).map((link) => (
              <li key={`${link.link}${link.entryId}`}>
                {t('verify.brokenAt', { link: link.link, problem: link.problem })} <code>{link.entryId}</code>
              </li>
            ))}
          </ul>
        }
      />
    )
  }
  return (
    <Alert
      type="success"
      role="status"
      style={{ marginBottom: 16 }}
      title={t('verify.ok', { entries })}
      description={
        <>
          {t('verify.head', { head: head.slice(0, 16) })}
          {unlinked > 0 ? `。${t('verify.unlinked', { count: unlinked })}` : ''}
        </>
      }
    />
  )
}
