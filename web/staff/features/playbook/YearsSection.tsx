import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { QueryState } from '../../ui/QueryState.tsx'
import { Section } from '../../ui/Section.tsx'
import layoutStyles from './layout.module.css'
import listsStyles from './lists.module.css'
import { type YearView, yearsQuery } from './playbook-queries.ts'
import { YearUpload } from './YearUpload.tsx'
import { runsOfDates } from './year-table.ts'

/** The State Council's holidays year by year, newest first, and a way to bring in the next one. */
export function YearsSection() {
  const { t } = useTranslation('playbook-admin')
  const years = useQuery(yearsQuery)
  const mayUpload = useCan('playbook.uploadCalendar')
  return (
    <QueryState query={years}>
      {(rows) => {
        const sorted = rows.toSorted((a, b) => b.year - a.year)
        const next = (sorted[0]?.year ?? new Date().getFullYear() - 1) + 1
        return (
          <>
            {mayUpload ? <YearUpload /> : null}
            <p className={layoutStyles.note}>{t('year.next', { year: next })}</p>
            {sorted.map((row) => (
              <Year key={row.year} row={row} />
            ))}
          </>
        )
      }}
    </QueryState>
  )
}

function Year({ row }: { row: YearView }) {
  const { t } = useTranslation('playbook-admin')
  return (
    <Section title={t('year.title', { year: row.year })} hint={t(`year.source.${row.source}`)}>
      <dl className={listsStyles.year}>
        <div>
          <dt>
            {t('year.off')} <small>{t('year.offCount', { count: row.offDays.length })}</small>
          </dt>
          <dd>
            <Dates dates={row.offDays} />
          </dd>
        </div>
        <div>
          <dt>
            {t('year.work')} <small>{t('year.offCount', { count: row.makeUpWorkdays.length })}</small>
          </dt>
          <dd>
            <Dates dates={row.makeUpWorkdays} />
          </dd>
        </div>
      </dl>
    </Section>
  )
}

function Dates({ dates }: { dates: string[] }) {
  const { t, i18n } = useTranslation('playbook-admin')
  if (dates.length === 0) return t('year.offNone')
  const short = new Intl.DateTimeFormat(i18n.language, { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  const say = (date: string) => short.format(new Date(`${date}T00:00:00Z`))
  return (
    <span className={listsStyles.words}>
      {runsOfDates(dates).map(({ from, to }) => (
        <span key={from}>
          {from === to
            ? `${say(from)} ${weekday.format(new Date(`${from}T00:00:00Z`))}`
            : t('year.run', { from: say(from), to: say(to) })}
        </span>
      ))}
    </span>
  )
}
