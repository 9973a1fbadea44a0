import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Import } from '#contracts/tickets/import'
import { useZone } from '../../app/session.ts'
import { TimeText } from '../../app/TimeText.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Section } from '../../ui/Section.tsx'
import { formatInstant } from '../../ui/time.ts'
import styles from './import.module.css'
import { emergenciesQuery } from './import-queries.ts'
import { useCounts } from './use-counts.ts'

/** What became of a file: how many of what, the emergencies in it, every row to take away. */
export function ResultPart({ file }: { file: Import }) {
  const { t } = useTranslation('import')
  const title = t(`result.${file.state === 'done' || file.state === 'failed' ? file.state : 'cancelled'}`, {
    name: file.fileName,
  })
  return (
    <>
      <Section title={title}>
        {file.problem ? (
          <p role="alert" className={styles.problem}>
            {t(`problem.${file.problem.code}`, file.problem.data)}
          </p>
        ) : null}
        <Counts file={file} />
        <div className={styles.actions}>
          <Link to="/import" className={styles.again}>
            {t('do.again')}
          </Link>
          <Downloads file={file} />
        </div>
        <Kept file={file} />
      </Section>
      <Emergencies file={file} />
    </>
  )
}

export function Counts({ file }: { file: Import }) {
  const counts = useCounts(file)
  if (!counts.length) return null
  return (
    <dl className={styles.counts}>
      {counts.map(({ key, name, text }) => (
        <div key={key} data-key={key}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Downloads({ file }: { file: Import }) {
  const { t } = useTranslation('import')
  if (!file.startedAt || !file.expiresAt || !file.counts.seen) return null
  const address = `/api/imports/${file.id}/file`
  return (
    <>
      <a href={address} download>
        {t('result.download')}
      </a>
      {file.counts.refused ? (
        <a href={`${address}?only=refused`} download>
          {t('result.refused')}
        </a>
      ) : null}
    </>
  )
}

function Kept({ file }: { file: Import }) {
  const { t, i18n } = useTranslation('import')
  const zone = useZone()
  if (!file.startedAt) return null
  const words = file.expiresAt
    ? t('result.kept', { date: formatInstant(file.expiresAt, 'full', i18n.language, zone) })
    : t('result.gone')
  return (
    <p className={styles.note}>
      {file.counts.refused && file.expiresAt ? `${t('result.refusedHint')} ` : ''}
      {words}
    </p>
  )
}

export function Emergencies({ file }: { file: Import }) {
  const { t } = useTranslation('import')
  const some = file.counts.emergencies > 0
  const emergencies = useQuery({ ...emergenciesQuery(file.id), enabled: some })
  if (!some) return null
  return (
    <Section title={t('emergency.title')} hint={t('emergency.hint')}>
      <QueryState query={emergencies}>
        {(rows) => (
          <>
            <ul className={styles.list}>
              {rows.map((one) => (
                <li key={one.ticketId} className={styles.line}>
                  <Link to="/tickets/$id" params={{ id: one.ticketId }}>
                    {one.number} {one.title}
                  </Link>
                  <span className={styles.tag}>
                    {t(one.history ? 'emergency.history' : 'emergency.live')}
                  </span>
                  <small>
                    {one.priority} · <TimeText at={one.at} />
                  </small>
                </li>
              ))}
            </ul>
            {rows.length < file.counts.emergencies ? (
              <p className={styles.note}>{t('emergency.more', { count: rows.length })}</p>
            ) : null}
          </>
        )}
      </QueryState>
    </Section>
  )
}
