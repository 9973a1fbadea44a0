import { useTranslation } from 'react-i18next'
import type { OrderView } from '#contracts/orders'
import { useZone } from '../../app/session.ts'
import { dayIn, formatInstant } from '../../ui/time.ts'
import styles from './order.module.css'
import { Proof } from './Proof.tsx'
import { useTraceWords } from './use-trace-words.ts'

/** The time line: who took it, made it, checked it, carried it, and which step looks wrong. */
export function Trace({ order }: { order: OrderView }) {
  const { t, i18n } = useTranslation('orders')
  const zone = useZone()
  const words = useTraceWords(order.currency, order.kind)
  return (
    <ol className={styles.trace}>
      {order.trace.map((line, n) => {
        const before = order.trace[n - 1]
        const newDay = !before || dayIn(zone, before.at) !== dayIn(zone, line.at)
        const wrong = order.suspicions.find((found) => found.lineId === line.id)
        const detail = words.detail(line)
        const photos = photosOf(line.data)
        return (
          <li key={line.id} id={`trace-${line.id}`} data-kind={line.kind} data-wrong={Boolean(wrong)}>
            {newDay ? <h3>{formatInstant(line.at, 'day', i18n.language, zone)}</h3> : null}
            <time dateTime={line.at}>{formatInstant(line.at, 'time', i18n.language, zone)}</time>
            <div>
              <p>
                <b>{words.title(line)}</b>
                {detail ? <span>{detail}</span> : null}
              </p>
              <small>{line.byName || t(`by.${line.by}`)}</small>
              {wrong ? <strong>{words.suspicion(wrong)}</strong> : null}
              {photos.map((src) => (
                <img key={src} src={src} alt={t('one.photo')} loading="lazy" />
              ))}
              <Proof order={order} line={line} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** Pictures of a line as addresses that this person may open. */
function photosOf(data: Record<string, unknown>): string[] {
  const given = Array.isArray(data.photos) ? data.photos : [data.photo, data.photoUrl]
  return given.filter((one): one is string => typeof one === 'string' && one.startsWith('/'))
}
