import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AlarmPage, AlarmRow } from '#contracts/insights'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { AlarmCard } from './AlarmCard.tsx'
import { useAlarms, type View } from './alarm-queries.ts'
import styles from './insights.module.css'

const VIEWS: View[] = ['open', 'ended']
const BONE_HEIGHT = 260

/** 预警: many small voices that say one thing; what may hurt somebody first, then the newest. */
export function AlarmsPage() {
  const { t } = useTranslation('insights')
  const { view = 'open' } = useSearch({ from: '/signed-in/shell/alarms' })
  const navigate = useNavigate({ from: '/alarms' })
  const show = (next: View) => void navigate({ search: next === 'open' ? {} : { view: next }, replace: true })
  const alarms = useAlarms(view)
  return (
    <PageFrame title={t('title')} hint={t('hint')} width="narrow">
      <div className={styles.views} role="tablist" aria-label={t('title')}>
        {VIEWS.map((one) => (
          <Pill key={one} tab on={view === one} pick={() => show(one)}>
            {t(`view.${one}`)}
          </Pill>
        ))}
      </div>
      <QueryState query={alarms} skeleton={<Bones height={BONE_HEIGHT} count={2} />}>
        {({ pages }) => {
          const rows = pages
            .flatMap((page) => page.rows)
            .toSorted((a, b) => Number(harms(b)) - Number(harms(a)))
          if (rows.length === 0) return <Nothing view={view} watched={pages[0]!.watched} />
          return (
            <div className={styles.list}>
              {rows.map((alarm) => (
                <AlarmCard key={alarm.id} alarm={alarm} />
              ))}
              {alarms.hasNextPage ? (
                <Button loading={alarms.isFetchingNextPage} onClick={() => void alarms.fetchNextPage()}>
                  {t('more')}
                </Button>
              ) : null}
            </div>
          )
        }}
      </QueryState>
    </PageFrame>
  )
}

/** Nobody has decided about it yet, and it may hurt somebody: it stands above what is only newer. */
const harms = ({ urgent, state }: AlarmRow) => urgent && (state === 'new' || state === 'seen')

/** What an empty list is worth: how much is watched. */
function Nothing({ view, watched }: { view: View; watched: AlarmPage['watched'] }) {
  const { t, i18n } = useTranslation('insights')
  const count = new Intl.NumberFormat(i18n.language)
  if (view === 'ended') return <Empty title={t('noneEnded')} hint={t('noneEndedHint')} />
  if (!watched.since) return <Empty title={t('noneNew')} hint={t('noneNewHint')} />
  const data = { series: count.format(watched.series), voices: count.format(watched.voices) }
  return <Empty title={t('none')} hint={t('noneHint', data)} />
}
