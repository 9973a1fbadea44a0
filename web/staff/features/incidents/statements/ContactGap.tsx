import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isContactGap } from '#contracts/incidents/gaps'
import { useCan } from '../../../app/session.ts'
import { SERVICE_LINE, serviceLineQuery } from '../../people/index.ts'
import room_ from '../room/room.module.css'

export type Fill = (gap: string, words: string) => void

/** How customers reach us is left open: the brand's number goes in with one tap, and where there is none it says who sets it. */
export function ContactGap({ gaps, fill }: { gaps: readonly string[]; fill?: Fill | undefined }) {
  const { t } = useTranslation('incidents')
  const gap = gaps.find(isContactGap)
  const line = useQuery({ ...serviceLineQuery, enabled: gap !== undefined })
  const sets = useCan('people.manageServiceLine')
  if (!gap || !line.data) return null
  const { said } = line.data
  if (said)
    return fill ? (
      <>
        {' '}
        <button type="button" className={room_.link} onClick={() => fill(gap, said)}>
          {t('statement.contactFill', { said })}
        </button>
      </>
    ) : null
  return (
    <>
      {' '}
      {t('statement.contactNone')}{' '}
      {sets ? (
        <Link to="/shops" hash={SERVICE_LINE} className={room_.link}>
          {t('statement.contactGo')}
        </Link>
      ) : (
        t('statement.contactAdmin')
      )}
    </>
  )
}
