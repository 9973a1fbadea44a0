import { useTranslation } from 'react-i18next'
import type { AffectedSummary } from '#contracts/incidents/affected'
import styles from './affected.module.css'

const TOLD = ['reached', 'replied', 'called', 'would_be_sent'] as const

/** How many are told, how many are not yet, how many can't be, and how many are answered in their tickets instead. */
export function Reached({ affected, drill }: { affected: AffectedSummary; drill: boolean }) {
  const { t } = useTranslation('incidents')
  const sum = (states: readonly (keyof typeof affected.count)[]) =>
    states.reduce((total, state) => total + (affected.count[state] ?? 0), 0)
  const told = sum(TOLD)
  const unreached = sum(['unreached'])
  const noWay = sum(['no_way'])
  const not = unreached + noWay
  const complained = sum(['complained'])
  const share = (n: number) => `${affected.customers ? (n / affected.customers) * 100 : 0}%`
  return (
    <section className={styles.reached} aria-label={t('affected.progress')}>
      <p className={styles.big}>
        <b>{t('affected.customers', { count: affected.customers })}</b>
        <span>{t(`affected.state.${affected.state}`)}</span>
      </p>
      <div className={styles.track} aria-hidden>
        <i data-tone="leaf" style={{ width: share(told) }} />
        <i data-tone="cinnabar" style={{ width: share(not) }} />
        <i data-tone="quiet" style={{ width: share(complained) }} />
      </div>
      <p className={styles.legend}>
        <span data-tone={told ? 'leaf' : undefined}>
          {t(drill ? 'affected.wouldTell' : 'affected.told', { count: told })}
        </span>
        {noWay ? <span data-tone="cinnabar">{t('affected.noWay', { count: noWay })}</span> : null}
        {unreached || !noWay ? (
          <span data-tone={unreached ? 'cinnabar' : undefined}>
            {t('affected.untold', { count: unreached })}
          </span>
        ) : null}
        <span>
          {t('affected.waiting', { count: Math.max(0, affected.customers - told - not - complained) })}
        </span>
        {complained ? <span>{t('affected.complained.count', { count: complained })}</span> : null}
        {affected.count.replied ? (
          <span>{t('affected.replied', { count: affected.count.replied })}</span>
        ) : null}
      </p>
    </section>
  )
}
