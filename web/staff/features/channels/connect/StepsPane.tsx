import { useTranslation } from 'react-i18next'
import type { Connection } from '#contracts/channels/connect'
import { CopyLine } from '../../../ui/CopyLine.tsx'
import styles from './connect.module.css'

/** What has to be done at the service itself, in order, with the address to enter there. */
export function StepsPane({ connection }: { connection: Connection }) {
  const own = `connect-${connection.kind}`
  const { t } = useTranslation([own, 'channels'])
  const steps = listOf(t(`${own}:steps`, { returnObjects: true, defaultValue: [] }))
  const confirm = listOf(t(`${own}:confirm`, { returnObjects: true, defaultValue: [] }))
  const { hookUrl, embed } = connection
  return (
    <section className={styles.steps} aria-labelledby="channel-steps">
      <h2 id="channel-steps">{t('channels:connect.steps')}</h2>
      {steps.length ? (
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      ) : (
        <p className={styles.soft}>{t('channels:connect.stepsNone')}</p>
      )}
      {embed ? (
        <div className={styles.hook}>
          <h3>{t(`${own}:embed.title`)}</h3>
          <CopyLine text={embed} label={t(`${own}:embed.copy`)} />
          <p className={styles.soft}>{t(`${own}:embed.hint`)}</p>
          {/src="https:/.test(embed) ? null : <p className={styles.warn}>{t('channels:connect.plain')}</p>}
        </div>
      ) : null}
      {hookUrl ? (
        <div className={styles.hook}>
          <h3>{t('channels:connect.hook')}</h3>
          <CopyLine text={hookUrl} label={t('channels:connect.hookCopy')} />
          <p className={styles.soft}>{t('channels:connect.hookHint')}</p>
          {hookUrl.startsWith('https:') ? null : <p className={styles.warn}>{t('channels:connect.plain')}</p>}
        </div>
      ) : null}
      {confirm.length ? (
        <div className={styles.confirm}>
          <h3>{t('channels:connect.confirmTitle')}</h3>
          <ul>
            {confirm.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}

/** A list of sentences in a words file; anything else counts as none. */
function listOf(words: unknown): string[] {
  return Array.isArray(words) ? words.filter((line) => typeof line === 'string') : []
}
