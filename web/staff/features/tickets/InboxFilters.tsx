import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/api.ts'
import type { InboxSearch } from '../../app/inbox-search.ts'
import styles from './InboxFilters.module.css'

const CHOICES = {
  priority: ['P1', 'P2', 'P3', 'P4'],
  kind: ['complaint', 'emergency', 'inquiry', 'suggestion', 'praise'],
  status: [
    'new',
    'assigned',
    'in_progress',
    'waiting_customer',
    'proposed',
    'resolved',
    'reopened',
    'closed',
  ],
  channel: ['qr', 'counter', 'website', 'api'],
  sort: ['updated', 'due', 'newest'],
} as const
type Filter = keyof typeof CHOICES | 'shop' | 'reopened'

/** Narrow the list; each choice goes into the address, so a filtered list can be sent to somebody. */
export function InboxFilters({ search }: { search: InboxSearch }) {
  const { t } = useTranslation('tickets')
  const navigate = useNavigate({ from: '/inbox' })
  const shops = useQuery({
    queryKey: ['people', 'shops'],
    queryFn: ({ signal }) => api.get('/api/shops', { signal }),
    staleTime: 300_000,
    retry: false,
  })
  const choose = (key: Filter, value: string | true) =>
    void navigate({
      search: ({ [key]: _old, ticket: _open, ...rest }: InboxSearch) =>
        value ? { ...rest, [key]: value } : rest,
    })
  const options = (key: keyof typeof CHOICES) =>
    CHOICES[key].map((value) => ({ value, label: key === 'priority' ? value : t(`${key}.${value}`) }))
  const any =
    search.shop ||
    search.category ||
    search.assignee ||
    search.reopened ||
    Object.keys(CHOICES).some((key) => search[key as 'kind'])
  return (
    <div className={styles.filters}>
      {shops.data && shops.data.length > 1 ? (
        <Choice
          name={t('filter.shop')}
          value={search.shop}
          options={shops.data.map((shop) => ({ value: shop.id, label: shop.name }))}
          choose={(value) => choose('shop', value)}
        />
      ) : null}
      {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((key) => (
        <Choice
          key={key}
          name={t(`filter.${key}`)}
          value={search[key]}
          options={options(key)}
          choose={(value) => choose(key, value)}
        />
      ))}
      <Choice
        name={t('filter.reopened')}
        value={search.reopened ? 'true' : undefined}
        options={[{ value: 'true', label: t('filter.reopenedOnly') }]}
        choose={(value) => choose('reopened', value && true)}
      />
      {any ? (
        <button type="button" onClick={() => void navigate({ search: { view: search.view ?? 'mine' } })}>
          {t('filter.clear')}
        </button>
      ) : null}
    </div>
  )
}

type ChoiceProps = {
  name: string
  value: string | undefined
  options: { value: string; label: string }[]
  choose: (value: string) => void
}

function Choice({ name, value, options, choose }: ChoiceProps) {
  return (
    <select
      aria-label={name}
      value={value ?? ''}
      data-on={Boolean(value)}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{name}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
