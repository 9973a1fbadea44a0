import { useTranslation } from 'react-i18next'
import type { Point } from '#contracts/kit'
import type { BoardRider, BoardStop, DispatchBoard } from '#contracts/orders/delivery'
import { type MapScale, mapScale } from '../../ui/map-scale.ts'
import styles from './dispatch.module.css'

const SIZE = { width: 640, height: 520, pad: 44 }
const HUES = ['--pine', '--slate', '--amber', '--leaf', '--cinnabar'] as const
type Props = { board: DispatchBoard; chosen: string | null; choose: (id: string | null) => void }

/** Shops, riders and doors by their coordinates; drawn here, so that no address leaves the house. */
export function DispatchMap({ board, chosen, choose }: Props) {
  const { t } = useTranslation('orders-delivery')
  const stops = [...board.waiting, ...board.riders.flatMap((r) => r.stops)]
  const places: (Point | null)[] = [...board.shops, ...board.riders, ...stops].map((p) => p.point)
  const scale = mapScale(
    places.filter((p) => p !== null),
    SIZE,
  )
  const unplaced = stops.filter((s) => !s.point).length
  if (!scale) return null
  return (
    <figure className={styles.map} aria-label={t('board.map')}>
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={t('board.map')}>
        {board.riders.map((rider, n) => (
          <Way key={rider.id} rider={rider} board={board} scale={scale} hue={HUES[n % HUES.length]!} />
        ))}
        {board.shops.map((shop) =>
          shop.point ? <Shop key={shop.id} name={shop.name} at={scale.xy(shop.point)} /> : null,
        )}
        {board.waiting.map((stop) => (
          <Door key={stop.id} stop={stop} scale={scale} hue="--ink-3" chosen={chosen} choose={choose} />
        ))}
        {board.riders.map((rider, n) =>
          rider.stops.map((stop) => (
            <Door
              key={stop.id}
              stop={stop}
              scale={scale}
              hue={HUES[n % HUES.length]!}
              chosen={chosen}
              choose={choose}
            />
          )),
        )}
        {board.riders.map((rider, n) =>
          rider.point ? (
            <g key={rider.id} opacity={rider.located ? 1 : 0.4}>
              <Rider name={rider.name} at={scale.xy(rider.point)} hue={HUES[n % HUES.length]!} />
            </g>
          ) : null,
        )}
        <g transform={`translate(16 ${SIZE.height - 16})`}>
          <path d={`M0 -5v5h${scale.bar.px}v-5`} fill="none" stroke="var(--ink-3)" />
          <text x={scale.bar.px + 8} y={1} className={styles.small}>
            {t('board.scale', { km: scale.bar.km })}
          </text>
        </g>
      </svg>
      {unplaced ? <figcaption>{t('board.unplaced', { count: unplaced })}</figcaption> : null}
    </figure>
  )
}

/** From where the rider is over the shops that wait to the doors, in the order of the round. */
function Way({
  rider,
  board,
  scale,
  hue,
}: {
  rider: BoardRider
  board: DispatchBoard
  scale: MapScale
  hue: string
}) {
  const waiting = rider.stops.filter((s) => s.state === 'assigned').map((s) => s.shopId)
  const shops = board.shops.filter((s) => waiting.includes(s.id))
  const points = [rider, ...shops, ...rider.stops].flatMap(({ point }) => (point ? [scale.xy(point)] : []))
  if (points.length < 2) return null
  return (
    <polyline
      points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
      fill="none"
      stroke={`var(${hue})`}
      strokeWidth={2}
      strokeDasharray="5 5"
      opacity={0.6}
    />
  )
}

function Shop({ name, at }: { name: string; at: { x: number; y: number } }) {
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <rect x={-8} y={-8} width={16} height={16} rx={4} fill="var(--ink)" />
      <text y={24} textAnchor="middle" className={styles.small}>
        {name}
      </text>
    </g>
  )
}

function Rider({ name, at, hue }: { name: string; at: { x: number; y: number }; hue: string }) {
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <circle r={11} fill={`var(${hue})`} stroke="var(--surface)" strokeWidth={2} />
      <text y={-16} textAnchor="middle" className={styles.small}>
        {name}
      </text>
    </g>
  )
}

function Door({
  stop,
  scale,
  hue,
  chosen,
  choose,
}: {
  stop: BoardStop
  scale: MapScale
  hue: string
  chosen: string | null
  choose: Props['choose']
}) {
  const { t } = useTranslation('orders-delivery')
  if (!stop.point) return null
  const { x, y } = scale.xy(stop.point)
  const big = chosen === stop.id
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only lights up the line of the list, which is reached by keyboard
    <g
      transform={`translate(${x} ${y})`}
      onMouseEnter={() => choose(stop.id)}
      onMouseLeave={() => choose(null)}
    >
      <title>{t('board.stopAt', { number: stop.number, area: stop.area })}</title>
      <circle
        r={big ? 9 : 6}
        fill={stop.lateMin ? 'var(--cinnabar)' : 'var(--surface)'}
        stroke={`var(${stop.lateMin ? '--cinnabar' : hue})`}
        strokeWidth={3}
      />
      {big ? (
        <text y={-14} textAnchor="middle" className={styles.small}>
          {stop.number}
        </text>
      ) : null}
    </g>
  )
}
