import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Role, type Staff, StaffState } from '#contracts/people'
import { useMe } from '../../app/session.ts'
import { SearchIcon } from '../../ui/icons.tsx'
import { Empty } from '../../ui/states.tsx'
import { useWhen } from '../../ui/use-when.ts'
import styles from './people.module.css'
import { useGrantWords } from './use-grant-words.ts'

const ALL = 'all'
type Filter = { words: string; role: string; state: string }
const EVERYBODY: Filter = { words: '', role: ALL, state: ALL }

/** People, filtered by name, role and state. */
export function StaffTable({ staff, onOpen }: { staff: Staff[]; onOpen: ((person: Staff) => void) | null }) {
  const { t } = useTranslation('people')
  const [filter, setFilter] = useState(EVERYBODY)
  const matching = staff.filter((person) => fits(person, filter))
  const held = Role.options.filter((role) =>
    staff.some((person) => person.grants.some((grant) => grant.role === role)),
  )
  return (
    <>
      <div className={styles.filters}>
        <Input
          allowClear
          prefix={<SearchIcon size={16} />}
          aria-label={t('staff.search')}
          placeholder={t('staff.search')}
          value={filter.words}
          onChange={(event) => setFilter({ ...filter, words: event.target.value })}
        />
        <Select
          aria-label={t('staff.role')}
          value={filter.role}
          options={[
            { value: ALL, label: t('staff.allRoles') },
            ...held.map((value) => ({ value, label: t(`role.${value}`) })),
          ]}
          onChange={(role) => setFilter({ ...filter, role })}
        />
        <Select
          aria-label={t('staff.allStates')}
          value={filter.state}
          options={[
            { value: ALL, label: t('staff.allStates') },
            ...StaffState.options.map((value) => ({ value, label: t(`staff.stateOf.${value}`) })),
          ]}
          onChange={(state) => setFilter({ ...filter, state })}
        />
      </div>
      {matching.length === 0 ? (
        <Empty
          title={t('staff.noMatch')}
          actions={<Button onClick={() => setFilter(EVERYBODY)}>{t('staff.clear')}</Button>}
        />
      ) : (
        <ul className={styles.list}>
          {matching.map((person) => (
            <StaffLine key={person.id} person={person} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </>
  )
}

function fits(person: Staff, { words, role, state }: Filter): boolean {
  const text = `${person.name} ${person.login}`.toLowerCase()
  return (
    text.includes(words.trim().toLowerCase()) &&
    (role === ALL || person.grants.some((grant) => grant.role === role)) &&
    (state === ALL || person.state === state)
  )
}

function StaffLine({ person, onOpen }: { person: Staff; onOpen: ((person: Staff) => void) | null }) {
  return (
    <li className={styles.line}>
      {onOpen ? (
        <button type="button" className={styles.open} onClick={() => onOpen(person)}>
          <StaffWords person={person} />
        </button>
      ) : (
        <div className={styles.open}>
          <StaffWords person={person} />
        </div>
      )}
    </li>
  )
}

function StaffWords({ person }: { person: Staff }) {
  const { t } = useTranslation('people')
  const me = useMe()
  const when = useWhen()
  const grantWords = useGrantWords()
  return (
    <span className={styles.person}>
      <span className={styles.who}>
        <strong>{person.name}</strong>
        <small>
          {[person.login, person.id === me.staffId && t('staff.you'), person.phoneMasked]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <span className={styles.roles}>
        {grantWords(person.grants).map(({ role, extents }) => (
          <span key={role}>
            {role} <small>{extents}</small>
          </span>
        ))}
      </span>
      <Presence person={person} />
      <small className={styles.seen}>{person.lastSeenAt ? when(person.lastSeenAt) : t('staff.never')}</small>
    </span>
  )
}

/** Where somebody stands: locked out or invited comes before on duty, away or off. */
function Presence({ person }: { person: Staff }) {
  const { t } = useTranslation('people')
  if (person.state !== 'active') {
    return (
      <span className={styles.state} data-state={person.state}>
        {t(`staff.stateOf.${person.state}`)}
      </span>
    )
  }
  const presence = person.away ? 'away' : person.onDuty ? 'on' : 'off'
  const words = { away: 'staff.away', on: 'staff.onDuty', off: 'staff.offDuty' }[presence]
  return (
    <span className={styles.presence} data-presence={presence}>
      {t(words)}
    </span>
  )
}
