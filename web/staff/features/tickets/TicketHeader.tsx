import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Ticket, TicketAction } from '#contracts/tickets'
import { TimeText } from '../../app/TimeText.tsx'
import head from '../../ui/head-buttons.module.css'
import { BackIcon, InfoIcon, MoreIcon } from '../../ui/icons.tsx'
import { NARROW, PHONE, useMedia } from '../../ui/use-media.ts'
import { TicketTags } from './links/TicketTags.tsx'
import { nextStep } from './next-step.ts'
import { PriorityTag } from './PriorityTag.tsx'
import { StepThread } from './StepThread.tsx'
import { TicketGist } from './TicketGist.tsx'
import styles from './TicketHeader.module.css'

type Props = {
  ticket: Ticket
  /** The ticket has its own page (and a way back), or stands in the pane beside the list. */
  own: boolean
  busy: boolean
  /** While an answer is being written, sending it is the loud button. */
  quiet: boolean
  act: (action: TicketAction) => void
  info: boolean
  toggleInfo: () => void
  /** On a phone judgement and clocks stand in a tab of their own. */
  showInfo: () => void
}

/** Title, where it comes from, the five-step thread, and the next step. */
export function TicketHeader({ ticket, own, busy, quiet, act, info, toggleInfo, showInfo }: Props) {
  const { t } = useTranslation('tickets')
  const narrow = useMedia(NARROW)
  const phone = useMedia(PHONE)
  const { primary, others } = nextStep(ticket)
  const Title = own ? 'h1' : 'h2'
  const items = others.map((action) => ({ key: action, label: t(`do.${action}`) }))
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        {own ? (
          <Link to="/inbox" className={head.icon} aria-label={t('ticket.back')}>
            <BackIcon />
          </Link>
        ) : null}
        <Title>{ticket.title}</Title>
        <div className={head.buttons}>
          {primary ? (
            <Button
              type={quiet && primary !== 'take' ? 'default' : 'primary'}
              danger={primary === 'take'}
              loading={busy}
              onClick={() => act(primary)}
            >
              {t(primary === 'assign' ? 'do.assignFirst' : `do.${primary}`)}
            </Button>
          ) : null}
          {items.length > 0 ? (
            <Dropdown
              menu={{ items, onClick: ({ key }) => act(key as TicketAction) }}
              trigger={['click']}
              placement="bottomRight"
            >
              <button type="button" className={head.icon} aria-label={t('ticket.more')}>
                <MoreIcon />
              </button>
            </Dropdown>
          ) : null}
          {narrow && !phone ? (
            <button
              type="button"
              className={head.icon}
              aria-label={t('ticket.info')}
              aria-pressed={info}
              onClick={toggleInfo}
            >
              <InfoIcon />
            </button>
          ) : null}
        </div>
      </div>
      <div className={styles.meta}>
        <PriorityTag priority={ticket.priority} />
        <span>{t(`status.${ticket.status}`)}</span>
        {own ? <span>{ticket.number}</span> : <OwnPage ticket={ticket} />}
        {ticket.shop ? <span>{ticket.shop.name}</span> : null}
        <span>{ticket.channelName}</span>
        <TimeText at={ticket.openedAt} />
        {ticket.cycle > 1 ? <span>{t('row.cycle', { count: ticket.cycle })}</span> : null}
        <TicketTags ticket={ticket} />
      </div>
      {phone ? <TicketGist ticket={ticket} show={showInfo} /> : null}
      <StepThread step={ticket.step} status={ticket.status} />
    </header>
  )
}

function OwnPage({ ticket }: { ticket: Ticket }) {
  return (
    <Link to="/tickets/$id" params={{ id: ticket.id }}>
      {ticket.number}
    </Link>
  )
}
