import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { CompensationDesk, FittingOffer } from '#contracts/tickets/compensation'
import styles from './Compensation.module.css'
import { PathLine } from './PathLine.tsx'
import { useGiftWords } from './use-gift-words.ts'
import { useProposal } from './use-proposal.tsx'

type Props = { ticket: Ticket; desk: CompensationDesk; other: (offer: FittingOffer | null) => void }

/** What the playbook suggests, its reason first; one press proposes it. */
export function SuggestionCard({ ticket, desk, other }: Props) {
  const { t } = useTranslation('compensation')
  const gift = useGiftWords(desk.currency)
  const { send, busy } = useProposal(ticket, desk)
  const { suggestion, alternatives } = desk
  if (!suggestion)
    return (
      <div className={styles.card}>
        <p className={styles.reason}>{t('suggest.none')}</p>
        <div className={styles.foot}>
          <Button onClick={() => other(null)}>{t('suggest.own')}</Button>
        </div>
      </div>
    )
  const { key, kind, amountMinor, points, item } = suggestion
  return (
    <div className={styles.card}>
      <p className={styles.lead}>
        {t('suggest.title')}
        <b>{gift(suggestion)}</b>
      </p>
      <p className={styles.reason}>{t('suggest.because', { reason: suggestion.reason })}</p>
      <Because offer={suggestion} />
      <PathLine desk={desk} amountMinor={amountMinor} />
      <div className={styles.foot}>
        <Button
          type="primary"
          loading={busy}
          onClick={() => send({ offer: key, kind, amountMinor, points, item })}
        >
          {t(isFree(desk, amountMinor) ? 'suggest.give' : 'suggest.propose')}
        </Button>
        <Button onClick={() => other(suggestion)}>{t('suggest.other')}</Button>
      </div>
      {alternatives.length > 0 ? (
        <div className={styles.alternatives}>
          <span>{t('suggest.alternatives')}</span>
          {alternatives.map((offer) => (
            <button key={offer.key} type="button" title={offer.reason} onClick={() => other(offer)}>
              {gift(offer)}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  )
}

function Because({ offer }: { offer: FittingOffer }) {
  const { t } = useTranslation('compensation')
  const { category, severity, customer } = offer.because
  const chips = [
    category && t('because.category', { category }),
    severity && t('because.severity', { severity }),
    customer && t('because.customer', { customer: t(`value.${customer}`) }),
  ].filter(Boolean)
  if (chips.length === 0) return null
  return <p className={styles.because}>{chips.join(' · ')}</p>
}

export function isFree(desk: CompensationDesk, amountMinor: number): boolean {
  return desk.paths.find((p) => p.upToMinor === null || amountMinor <= p.upToMinor)?.steps.length === 0
}
