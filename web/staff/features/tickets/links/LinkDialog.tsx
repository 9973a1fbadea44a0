import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { LinkedTicket, MergeVerdict, TicketLinks } from '#contracts/tickets/links'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { FoundTickets } from './FoundTickets.tsx'
import styles from './Links.module.css'
import { linkDeeds, useLinkDeed } from './link-queries.ts'
import { useLinkWords } from './use-link-words.ts'

type Way = 'here' | 'there' | 'relate'
type Props = {
  ticket: Ticket
  links: TicketLinks
  /** Already chosen in the list; null: it is looked for here. */
  other: LinkedTicket | null
  close: () => void
}

/** Finds another ticket and merges it into this one, this one into it, or relates both. */
export function LinkDialog({ ticket, links, other, close }: Props) {
  const { t } = useTranslation('links')
  const [chosen, setChosen] = useState<LinkedTicket | null>(other)
  const [asked, setAsked] = useState('')
  const [picked, setPicked] = useState<Way | null>(null)
  const [words, setWords] = useState('')
  const [sure, setSure] = useState(false)
  const q = useDeferredValue(asked.trim())
  const ways = chosen ? waysFor(chosen, links) : []
  const way = picked && ways.some((w) => w.way === picked && w.open) ? picked : ways.find((w) => w.open)?.way
  const verdict = chosen && (way === 'here' || way === 'there') ? chosen[way] : null
  const asksSure = verdict === 'confirm'
  const { send, busy } = useSend(ticket, close)
  return (
    <Modal
      open
      title={t('dialog.title', { number: ticket.number })}
      okText={t(way === 'relate' ? 'dialog.relate' : 'dialog.merge')}
      onOk={() => chosen && way && send(way, chosen, words, asksSure)}
      onCancel={close}
      confirmLoading={busy}
      okButtonProps={{ disabled: !chosen || !way || (asksSure && !sure) }}
      width={560}
    >
      {other ? null : (
        <Input
          autoFocus
          allowClear
          value={asked}
          maxLength={80}
          aria-label={t('dialog.search')}
          placeholder={t('dialog.search')}
          onChange={(event) => setAsked(event.target.value)}
        />
      )}
      <FoundTickets
        ticketId={ticket.id}
        q={q}
        first={other ? [other] : [...links.sameCustomer, ...links.sameOrder]}
        chosen={chosen?.id ?? null}
        choose={(one) => {
          setChosen(one)
          setSure(false)
        }}
      />
      {chosen ? <Ways ways={ways} way={way} pick={setPicked} ticket={ticket} chosen={chosen} /> : null}
      {chosen ? (
        <Input.TextArea
          rows={2}
          maxLength={way === 'relate' ? 200 : 500}
          value={words}
          aria-label={t('dialog.words')}
          placeholder={t('dialog.words')}
          onChange={(event) => setWords(event.target.value)}
        />
      ) : null}
      {asksSure ? (
        <label className={styles.sure}>
          <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
          <span>{t('dialog.sure')}</span>
        </label>
      ) : null}
    </Modal>
  )
}

type Open = { way: Way; open: boolean; verdict: MergeVerdict | null }

function waysFor(other: LinkedTicket, links: TicketLinks): Open[] {
  const merges = links.can.includes('merge')
  const fits = (verdict: MergeVerdict) => merges && (verdict === 'yes' || verdict === 'confirm')
  const relate = { way: 'relate' as const, open: links.can.includes('relate'), verdict: null }
  return [
    { way: 'here', open: fits(other.here), verdict: other.here },
    { way: 'there', open: fits(other.there), verdict: other.there },
    relate,
  ]
}

type WaysProps = {
  ways: Open[]
  way: Way | undefined
  pick: (way: Way) => void
  ticket: Ticket
  chosen: LinkedTicket
}

function Ways({ ways, way, pick, ticket, chosen }: WaysProps) {
  const { t } = useTranslation('links')
  const words = useLinkWords()
  const numbers = { number: ticket.number, other: chosen.number }
  return (
    <div className={styles.ways} role="radiogroup" aria-label={t('dialog.way')}>
      {ways.map((one) => (
        <label key={one.way} data-off={!one.open}>
          <input
            type="radio"
            name="way"
            checked={one.way === way}
            disabled={!one.open}
            onChange={() => pick(one.way)}
          />
          <span>{t(`way.${one.way}`, numbers)}</span>
          {one.verdict && !one.open ? <small>{words.verdict(one.verdict)}</small> : null}
        </label>
      ))}
    </div>
  )
}

function useSend(ticket: Ticket, close: () => void) {
  const { t } = useTranslation('links')
  const navigate = useNavigate()
  const deed = useLinkDeed()
  const problem = useProblem()
  const done = useDone()
  const send = (way: Way, other: LinkedTicket, words: string, confirmed: boolean) => {
    const sure = confirmed ? { sameCustomer: true as const } : {}
    const what =
      way === 'here'
        ? linkDeeds.merge(other.id, { targetId: ticket.id, reason: words, ...sure })
        : way === 'there'
          ? linkDeeds.merge(ticket.id, { targetId: other.id, reason: words, ...sure })
          : linkDeeds.relate(ticket.id, other.id, words)
    deed.mutate(what, {
      onError: problem,
      onSuccess: () => {
        done(
          way === 'relate'
            ? t('did.relate')
            : t('did.merge', { number: way === 'here' ? other.number : ticket.number }),
        )
        close()
        // The work goes on where both stand now.
        if (way === 'there') void navigate({ to: '/tickets/$id', params: { id: other.id } })
      },
    })
  }
  return { send, busy: deed.isPending }
}
