import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { LinkedTicket, SameMatter, TicketLinks } from '#contracts/tickets/links'
import { useIncidentsOfTicket } from '../../incidents/index.ts'
import aside from '../TicketAside.module.css'
import { LinkDialog } from './LinkDialog.tsx'
import { LinkLine } from './LinkLine.tsx'
import styles from './Links.module.css'
import { linkDeeds, useLinks } from './link-queries.ts'
import { RoomTickets } from './RoomTickets.tsx'
import { SameMatters } from './SameMatter.tsx'
import { useLinkWords } from './use-link-words.ts'
import { useMatterWords } from './use-matter-words.ts'
import { useRun } from './use-run.ts'

/** T4: what belongs to the same emergency room and the same customer's other open tickets first, then what is merged, of the same order, or related by hand. */
export function LinksPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('links')
  const links = useLinks(ticket.id).data
  const rooms = useIncidentsOfTicket(ticket.id).of?.filter(({ others }) => others > 0) ?? []
  const [asked, setAsked] = useState<Asked | null>(null)
  if (!links) return null
  const opens = links.can.includes('merge') || links.can.includes('relate')
  const none = !(
    rooms.length +
    Number(links.mergedInto !== null) +
    links.sameMatter.length +
    links.sameCustomer.length +
    links.merged.length +
    links.sameOrder.length +
    links.related.length
  )
  return (
    <section>
      <h2>
        {t('title')}
        {opens ? (
          <button type="button" onClick={() => setAsked({ other: null })}>
            {t('find')}
          </button>
        ) : null}
      </h2>
      {none ? <p className={aside.why}>{t('none')}</p> : null}
      {rooms.map((room) => (
        <RoomTickets key={room.id} room={room} />
      ))}
      <Lists ticket={ticket} links={links} ask={(other) => setAsked({ other })} />
      {asked ? (
        <LinkDialog ticket={ticket} links={links} other={asked.other} close={() => setAsked(null)} />
      ) : null}
    </section>
  )
}

type Asked = { other: LinkedTicket | null }
type ListsProps = { ticket: Ticket; links: TicketLinks; ask: (other: LinkedTicket) => void }

function Lists({ ticket, links, ask }: ListsProps) {
  const { t } = useTranslation('links')
  const run = useRun()
  const words = useLinkWords()
  const sayMatter = useMatterWords()
  const byItself = (other: LinkedTicket) => links.sameMatter.find(({ id }) => id === other.id)
  const proposed = new Set(links.sameMatter.flatMap((m) => (m.state === 'proposed' ? m.id : [])))
  const mergeable = (other: LinkedTicket) => {
    if (!links.can.includes('merge')) return null
    const merge = () =>
      other.here === 'yes'
        ? run(linkDeeds.merge(other.id, { targetId: ticket.id }), t('did.merge', { number: other.number }))
        : ask(other)
    if (other.here === 'yes' || other.here === 'confirm')
      return <Small words={t('mergeHere')} about={other.number} press={merge} />
    if (other.there === 'yes' || other.there === 'confirm')
      return <Small words={t('mergeThere')} about={other.number} press={() => ask(other)} />
    // What keeps the other one out; that this ticket itself has ended is seen above.
    return other.here.startsWith('source') || other.here === 'different_customers' ? (
      <small className={styles.why}>{words.verdict(other.here)}</small>
    ) : null
  }
  const noteOf = (matter: SameMatter | undefined) => (matter ? sayMatter(matter) : '')
  return (
    <>
      <SameMatters {...{ ticket, links, ask }} />
      <Group title={t('sameCustomer')} of={links.sameCustomer.filter(({ id }) => !proposed.has(id))}>
        {(other) => <LinkLine key={other.id} link={other} deed={mergeable(other)} />}
      </Group>
      <Group title={t('merged')} of={links.merged}>
        {(other) => (
          <LinkLine
            key={other.id}
            link={other}
            note={other.reason || noteOf(byItself(other))}
            deed={
              links.can.includes('split') ? (
                <Small
                  words={t('split')}
                  about={other.number}
                  press={() => run(linkDeeds.split(other.id, ''), t('did.split', { number: other.number }))}
                />
              ) : null
            }
          />
        )}
      </Group>
      <Group title={t('sameOrder')} of={links.sameOrder.filter(({ id }) => !proposed.has(id))}>
        {(other) => <LinkLine key={other.id} link={other} deed={mergeable(other)} />}
      </Group>
      <Group title={t('related')} of={links.related}>
        {(other) => (
          <LinkLine
            key={other.id}
            link={other}
            note={other.reason}
            deed={
              links.can.includes('relate') ? (
                <Small
                  words={t('unrelate')}
                  about={other.number}
                  press={() => run(linkDeeds.unrelate(ticket.id, other.id), t('did.unrelate'))}
                />
              ) : null
            }
          />
        )}
      </Group>
    </>
  )
}

type GroupProps<T> = { title: string; of: T[]; children: (one: T) => React.ReactNode }

function Group<T>({ title, of, children }: GroupProps<T>) {
  if (!of.length) return null
  return (
    <div className={styles.group}>
      <h3>{title}</h3>
      <ul>{of.map(children)}</ul>
    </div>
  )
}

function Small({ words, about, press }: { words: string; about: string; press: () => void }) {
  return (
    <button type="button" className={styles.deed} aria-label={`${words} ${about}`} onClick={press}>
      {words}
    </button>
  )
}
