import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '#contracts/orders'
import { useLiveState } from '../../app/use-live.ts'
import { CopyLine } from '../../ui/CopyLine.tsx'
import { WarnIcon } from '../../ui/icons.tsx'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { useMoney } from '../../ui/use-money.ts'
import { dateTime } from '../../ui/use-when.ts'
import { VisitPart } from '../visits/index.ts'
import { OrderDeeds } from './OrderDeeds.tsx'
import { Countdown } from './OrderLine.tsx'
import styles from './order.module.css'
import { useOrder } from './order-queries.ts'
import { RefundDue } from './RefundDue.tsx'
import { SlowOffer } from './SlowOffer.tsx'
import { Trace } from './Trace.tsx'
import { useKindWord } from './use-kind-word.ts'
import { useStatusWord } from './use-status-word.ts'
import { useTraceWords } from './use-trace-words.ts'

/** One order and everything that has happened to it, from the tap to the door (O5). */
export function OrderPage() {
  const { t } = useTranslation('orders')
  const { id } = useParams({ strict: false }) as { id: string }
  const order = useOrder(id)
  const word = useKindWord(order.data?.kind ?? 'delivery')
  const offline = useLiveState() === 'lost' && order.data !== undefined
  return (
    <PageFrame
      title={order.data ? word('one.title', { number: order.data.number }) : t('title')}
      actions={order.data ? <OrderDeeds order={order.data} /> : null}
    >
      {offline ? (
        <p className={styles.offline} role="status">
          {t('offline')}
        </p>
      ) : null}
      <QueryState query={order}>{(data) => <Whole key={data.id} order={data} />}</QueryState>
    </PageFrame>
  )
}

function Whole({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  const words = useTraceWords()
  const statusWord = useStatusWord()
  const word = useKindWord(order.kind)
  return (
    <>
      <header className={styles.head}>
        <RefundDue order={order} />
        <SlowOffer order={order} />
        <p className={styles.facts}>
          <b data-status={order.status}>{statusWord(order)}</b>
          <span>{order.shopName}</span>
          <span>
            {t(`source.${order.source}`)} · {t(`kind.${order.kind}`)}
          </span>
          {order.externalId ? <span>{t('one.external', { number: order.externalId })}</span> : null}
          <Countdown row={order} />
        </p>
        {order.taboos.length ? (
          <p className={styles.taboos} role="note">
            <WarnIcon />
            {order.taboos.map((taboo) => (
              <strong key={taboo}>{taboo}</strong>
            ))}
          </p>
        ) : null}
        {order.gaps.length ? (
          <p className={styles.missing} role="note">
            {t('list.missing', {
              what: order.gaps.map((gap) => word(`gap.${gap}`)).join(t('common:list.and')),
            })}
          </p>
        ) : null}
        {order.suspicions.length ? (
          <p className={styles.wrong}>
            {t('one.suspicious')}
            {order.suspicions.map((found) => (
              <a key={found.lineId} href={`#trace-${found.lineId}`}>
                {words.suspicion(found)}
              </a>
            ))}
          </p>
        ) : null}
      </header>
      <div className={styles.columns}>
        <section aria-label={t('one.trace')}>
          <h2>{t('one.trace')}</h2>
          <Trace order={order} />
        </section>
        <div>
          {order.kind === 'visit' ? <VisitPart orderId={order.id} /> : null}
          <Items order={order} />
          <Who order={order} />
          {order.kind === 'visit' ? null : <Promised order={order} />}
          {order.tickets.length ? (
            <section>
              <h2>{t('one.tickets')}</h2>
              {order.tickets.map((ticket) => (
                <Link key={ticket.id} to="/tickets/$id" params={{ id: ticket.id }} className={styles.ticket}>
                  {ticket.number}
                </Link>
              ))}
            </section>
          ) : null}
          <section>
            <h2>{t('one.tracking')}</h2>
            <CopyLine text={order.tracking} label={t('one.copyTracking')} />
          </section>
        </div>
      </div>
    </>
  )
}

function Items({ order }: { order: OrderView }) {
  const { t } = useTranslation(['orders', 'orders-desk'])
  const word = useKindWord(order.kind)
  const money = useMoney(order.currency)
  const { paidMinor, refundedMinor } = order.refund
  const owedMinor = paidMinor && !order.paid ? order.totalMinor - paidMinor : 0
  return (
    <section>
      <h2>{word('one.items')}</h2>
      <ul className={styles.items}>
        {order.items.map((item) => (
          <li key={item.id}>
            <b>
              {item.name}
              {item.quantity > 1 ? ` ×${item.quantity}` : ''}
            </b>
            <span>{money(item.priceMinor * item.quantity)}</span>
            {item.options ? <small>{item.options}</small> : null}
            {item.note ? <em>{item.note}</em> : null}
          </li>
        ))}
      </ul>
      {order.note ? <p className={styles.note}>{order.note}</p> : null}
      <dl className={styles.sums}>
        {order.deliveryFeeMinor ? (
          <div>
            <dt>{t('money.delivery')}</dt>
            <dd>{money(order.deliveryFeeMinor)}</dd>
          </div>
        ) : null}
        {order.discountMinor ? (
          <div>
            <dt>{t('money.discount')}</dt>
            <dd>{money(-order.discountMinor)}</dd>
          </div>
        ) : null}
        <div data-total>
          <dt>{t(order.paid ? 'money.paid' : 'money.unpaid')}</dt>
          <dd>{money(order.totalMinor)}</dd>
        </div>
        {paidMinor && paidMinor !== order.totalMinor ? (
          <div>
            <dt>{t('orders-desk:sums.paid')}</dt>
            <dd>{money(paidMinor)}</dd>
          </div>
        ) : null}
        {owedMinor ? (
          <div data-owed>
            <dt>{t('orders-desk:sums.owed')}</dt>
            <dd>{money(owedMinor)}</dd>
          </div>
        ) : null}
        {refundedMinor ? (
          <div data-back>
            <dt>{t('orders-desk:sums.refunded')}</dt>
            <dd>{money(-refundedMinor)}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  )
}

function Who({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  const name = order.customer || t('nameless')
  return (
    <section>
      <h2>{t('one.customer')}</h2>
      <dl className={styles.who}>
        <dt>{t('field.name')}</dt>
        <dd>
          {order.customerId ? (
            <Link to="/customers/$id" params={{ id: order.customerId }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </dd>
        {order.contact ? (
          <>
            <dt>{t('field.phone')}</dt>
            <dd>{order.contact}</dd>
          </>
        ) : null}
        {order.address ? (
          <>
            <dt>{t('field.address')}</dt>
            <dd>{order.address}</dd>
          </>
        ) : null}
        {order.enteredBy ? (
          <>
            <dt>{t('one.enteredBy')}</dt>
            <dd>{order.enteredBy}</dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

function Promised({ order }: { order: OrderView }) {
  const { t, i18n } = useTranslation('orders')
  const time = (at: string) => dateTime(at, i18n.language)
  if (!order.promisedAt && !order.wantedAt) return null
  return (
    <section>
      <h2>{t('one.promise')}</h2>
      <dl className={styles.who}>
        {order.wantedAt ? (
          <>
            <dt>{t('one.wanted')}</dt>
            <dd>{time(order.wantedAt)}</dd>
          </>
        ) : null}
        {order.firstPromisedAt && order.firstPromisedAt !== order.promisedAt ? (
          <>
            <dt>{t('one.firstPromise')}</dt>
            <dd>
              <del>{time(order.firstPromisedAt)}</del>
            </dd>
          </>
        ) : null}
        {order.promisedAt ? (
          <>
            <dt>{t('one.promised')}</dt>
            <dd>{time(order.promisedAt)}</dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}
