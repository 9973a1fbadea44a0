import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '#contracts/tickets/investigation'
import { useZone } from '../../../app/session.ts'
import { TimeText } from '../../../app/TimeText.tsx'
import { formatInstant } from '../../../ui/time.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Photos } from '../Photos.tsx'
import styles from './Evidence.module.css'
import { deeds, useInvestigationDeed, useLook } from './investigation-queries.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

const THUMBS = 3
type Props = { ticketId: string; evidence: Evidence; may: boolean }

/** One piece of evidence; opening it shows all of it and is kept as a look. */
export function EvidenceCard({ ticketId, evidence, may }: Props) {
  const { t } = useTranslation('investigation')
  const [open, setOpen] = useState(false)
  const look = useLook(ticketId)
  const name = nameOf(t, evidence)
  const happened = useHappened(evidence)
  const toggle = () => {
    if (!open) look.mutate(evidence.id)
    setOpen(!open)
  }
  return (
    <li className={styles.card} data-open={open} data-withdrawn={evidence.withdrawn !== null}>
      <button
        type="button"
        className={styles.summary}
        aria-expanded={open}
        aria-label={t('evidence.open', { name })}
        onClick={toggle}
      >
        <span className={styles.kind}>{t(`evidence.kind.${evidence.kind}`)}</span>
        <b>{name}</b>
        <small>
          {[
            evidence.withdrawn ? t('evidence.withdrawn') : '',
            evidence.byAccused ? t('evidence.own') : '',
            happened,
            evidence.photos.length > THUMBS
              ? t('evidence.photoCount', { count: evidence.photos.length })
              : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {!open && evidence.photos.length > 0 ? (
          <span className={styles.thumbs}>
            {evidence.photos.slice(0, THUMBS).map((photo) => (
              <img key={photo.id} src={`${photo.url}?size=thumb`} alt="" loading="lazy" />
            ))}
          </span>
        ) : null}
      </button>
      {open ? <Opened ticketId={ticketId} evidence={evidence} may={may} name={name} /> : null}
    </li>
  )
}

function Opened({ ticketId, evidence, may, name }: Props & { name: string }) {
  const { t } = useTranslation('investigation')
  const ownStatement = evidence.byAccused
  return (
    <div className={styles.opened}>
      {evidence.reference && evidence.reference !== name ? <p>{evidence.reference}</p> : null}
      {evidence.details ? <p>{evidence.details}</p> : null}
      <Photos photos={evidence.photos} />
      <p className={styles.by}>
        {t('evidence.addedBy', { name: evidence.addedBy })} <TimeText at={evidence.addedAt} />
      </p>
      {evidence.withdrawn ? (
        <p className={styles.gone}>
          {t('evidence.withdrawnBy', { name: evidence.withdrawn.by, reason: evidence.withdrawn.reason })}{' '}
          <TimeText at={evidence.withdrawn.at} />
        </p>
      ) : null}
      <Looks evidence={evidence} />
      {may && !evidence.withdrawn && !ownStatement ? (
        <Withdraw ticketId={ticketId} evidenceId={evidence.id} />
      ) : null}
    </div>
  )
}

/** 谁看过: first and last look of everybody. */
function Looks({ evidence }: { evidence: Evidence }) {
  const { t, i18n } = useTranslation('investigation')
  const zone = useZone()
  const at = (instant: string) => formatInstant(instant, 'full', i18n.language, zone)
  return (
    <details className={styles.looks}>
      <summary>
        {t('evidence.looks')}
        {evidence.looks.length > 0 ? ` · ${evidence.looks.length}` : ''}
      </summary>
      {evidence.looks.length === 0 ? <p>{t('evidence.noLooks')}</p> : null}
      <ul>
        {evidence.looks.map(({ who, firstAt, lastAt }) => (
          <li key={who.id}>
            {t(firstAt === lastAt ? 'evidence.look' : 'evidence.lookAgain', {
              name: who.name,
              first: at(firstAt),
              last: at(lastAt),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Withdraw({ ticketId, evidenceId }: { ticketId: string; evidenceId: string }) {
  const { t } = useTranslation('investigation')
  const [asking, setAsking] = useState(false)
  const deed = useInvestigationDeed(ticketId)
  const problem = useProblem()
  const done = useDone()
  const send = (reason: string) =>
    deed.mutate(deeds.withdraw(evidenceId, reason), {
      onError: problem,
      onSuccess: () => {
        setAsking(false)
        done(t('evidence.withdrawDone'))
      },
    })
  return (
    <>
      <Button size="small" type="text" className={styles.withdraw ?? ''} onClick={() => setAsking(true)}>
        {t('evidence.withdraw')}
      </Button>
      {asking ? (
        <ReasonDialog
          title={t('evidence.withdrawTitle')}
          hint={t('evidence.withdrawHint')}
          placeholder={t('evidence.withdrawPlaceholder')}
          ok={t('evidence.withdraw')}
          busy={deed.isPending}
          send={send}
          close={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}

/** What a piece of evidence is called: its name, its number, its first words, else its kind. */
function nameOf(t: TFunction<'investigation'>, evidence: Evidence): string {
  if (evidence.saidBy) return t('evidence.said', { name: evidence.saidBy.name })
  const first = evidence.details.split('\n')[0]!.slice(0, 30)
  return evidence.title || evidence.reference || first || t(`evidence.kind.${evidence.kind}`)
}

function useHappened({ happenedAt, untilAt }: Evidence): string {
  const { t, i18n } = useTranslation('investigation')
  const zone = useZone()
  if (!happenedAt) return ''
  const day = formatInstant(happenedAt, 'day', i18n.language, zone)
  const from = `${day} ${formatInstant(happenedAt, 'time', i18n.language, zone)}`
  if (!untilAt) return from
  return t('evidence.clip', { from, until: formatInstant(untilAt, 'time', i18n.language, zone) })
}
