import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { CompensationDesk, FittingOffer } from '#contracts/tickets/compensation'
import styles from './Compensation.module.css'
import { formatMoney, KINDS, needsItem } from './money.ts'
import { PathLine } from './PathLine.tsx'
import { isFree } from './SuggestionCard.tsx'
import { useProposal } from './use-proposal.tsx'

type Props = { ticket: Ticket; desk: CompensationDesk; from: FittingOffer | null; close: () => void }
const SHORTEST_REASON = 4

/** Another kind or amount; while it is typed the line below says what will happen. */
export function ProposeForm({ ticket, desk, from, close }: Props) {
  const { t, i18n } = useTranslation('compensation')
  const [kind, setKind] = useState(from?.kind ?? 'coupon')
  const [amount, setAmount] = useState<number | null>(
    from && from.kind !== 'points' ? from.amountMinor / 100 : null,
  )
  const [points, setPoints] = useState<number | null>(from?.points || null)
  const [item, setItem] = useState(from?.item ?? '')
  const [reason, setReason] = useState('')
  const { send, busy } = useProposal(ticket, desk)
  const amountMinor = kind === 'points' ? (points ?? 0) * desk.pointMinor : Math.round((amount ?? 0) * 100)
  const followed = from !== null && from.kind === kind && from.amountMinor === amountMinor
  const offers = desk.suggestion ? [desk.suggestion, ...desk.alternatives] : []
  const most = Math.max(0, ...offers.map((offer) => offer.amountMinor))
  const beyond = kind === 'refund' && desk.order !== null && amountMinor > desk.order.leftMinor
  const ready =
    amountMinor > 0 &&
    !beyond &&
    (!needsItem(kind) || item.trim() !== '') &&
    (followed || reason.trim().length >= SHORTEST_REASON)
  const wish = {
    kind,
    reason,
    ...(kind === 'points' ? { points: points ?? 0 } : { amountMinor }),
    ...(needsItem(kind) ? { item } : {}),
    ...(followed && from ? { offer: from.key } : {}),
  }
  return (
    <div className={styles.form}>
      <div className={styles.kinds} role="radiogroup" aria-label={t('form.kind')}>
        {KINDS.map((one) => (
          <label key={one} data-off={one === 'points' && !desk.customerKnown}>
            <input
              type="radio"
              name="compensation-kind"
              checked={kind === one}
              disabled={one === 'points' && !desk.customerKnown}
              onChange={() => setKind(one)}
            />
            {t(`kind.${one}`)}
          </label>
        ))}
      </div>
      {desk.customerKnown ? null : <p className={styles.hint}>{t('form.noPoints')}</p>}
      <div className={styles.row}>
        {kind === 'points' ? (
          <InputNumber
            autoFocus
            min={1}
            max={100_000}
            precision={0}
            value={points}
            aria-label={t('form.points')}
            placeholder={t('form.points')}
            suffix={t('form.worth', { amount: formatMoney(amountMinor, desk.currency, i18n.language) })}
            onChange={setPoints}
          />
        ) : (
          <InputNumber
            autoFocus
            min={0}
            max={100_000}
            precision={2}
            value={amount}
            prefix="¥"
            aria-label={t(needsItem(kind) ? 'form.itemWorth' : 'form.amount')}
            placeholder={t(needsItem(kind) ? 'form.itemWorth' : 'form.amount')}
            onChange={setAmount}
          />
        )}
        {needsItem(kind) ? (
          <Input
            value={item}
            maxLength={120}
            aria-label={t(`form.item.${kind}`)}
            placeholder={t(`form.item.${kind}`)}
            onChange={(event) => setItem(event.target.value)}
          />
        ) : null}
      </div>
      <Input.TextArea
        rows={2}
        maxLength={500}
        value={reason}
        aria-label={t('form.reason')}
        placeholder={followed ? t('form.reasonOptional') : t('form.reasonNeeded')}
        onChange={(event) => setReason(event.target.value)}
      />
      {amountMinor > most ? (
        <p className={styles.above}>
          {most > 0
            ? t('form.above', { amount: formatMoney(most, desk.currency, i18n.language) })
            : t('form.noOffer')}
        </p>
      ) : null}
      {kind === 'refund' && desk.order ? (
        <p className={beyond ? styles.above : styles.hint}>
          {t('form.order', {
            number: desk.order.number,
            left: formatMoney(desk.order.leftMinor, desk.currency, i18n.language),
          })}
        </p>
      ) : null}
      <PathLine desk={desk} amountMinor={amountMinor} />
      <div className={styles.foot}>
        <Button type="primary" disabled={!ready} loading={busy} onClick={() => send(wish, close)}>
          {t(isFree(desk, amountMinor) ? 'suggest.give' : 'suggest.propose')}
        </Button>
        <Button onClick={close}>{t('form.back')}</Button>
      </div>
    </div>
  )
}
