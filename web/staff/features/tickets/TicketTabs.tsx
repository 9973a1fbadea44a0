import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import styles from './TicketTabs.module.css'
import type { TicketTab } from './ticket-tabs.ts'

type Props = { ticket: Ticket; tab: TicketTab; choose: (tab: TicketTab) => void; phone: boolean }

/** 对话 · 调查 · 方案 · 回访: the facets of one ticket; on phones also its facts. */
export function TicketTabs({ ticket, tab, choose, phone }: Props) {
  const { t } = useTranslation('tickets')
  const tabs: TicketTab[] = phone
    ? ['talk', 'info', 'case', 'plan', 'after']
    : ['talk', 'case', 'plan', 'after']
  const shown = tabs.includes(tab) ? tab : 'talk'
  return (
    <div className={styles.tabs} role="tablist" aria-label={t('tab.label')}>
      {tabs.map((key) => (
        <button key={key} type="button" role="tab" aria-selected={key === shown} onClick={() => choose(key)}>
          {t(`tab.${key}`)}
          {key === 'plan' && ticket.openTasks > 0 ? <span>{ticket.openTasks}</span> : null}
          {key === 'case' && ticket.missingFacts.length > 0 ? (
            <span data-missing title={t('tab.missing', { count: ticket.missingFacts.length })}>
              {ticket.missingFacts.length}
            </span>
          ) : null}
        </button>
      ))}
    </div>
  )
}
