import { Select } from 'antd'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskOwners } from '#contracts/tickets/tasks'
import styles from './Fields.module.css'
import { useTaskOwners } from './task-queries.ts'

/** `team:<key>`, the id of a person, or empty: whoever it falls to by itself. */
export type OwnerValue = string
const TEAM = 'team:'

/** What a chosen owner is for the API. */
export function ownerOf(value: OwnerValue): { ownerId?: string; team?: string } {
  if (!value) return {}
  return value.startsWith(TEAM) ? { team: value.slice(TEAM.length) } : { ownerId: value }
}

type Choice = { label: ReactNode; value?: string; words?: string; options?: Choice[] }
type Props = {
  ticketId: string
  value: OwnerValue
  choose: (value: OwnerValue) => void
  /** What it means to choose nobody. */
  nobody: string
  /** Only people: a task that has an owner is handed to a person. */
  peopleOnly?: boolean
}

/** A colleague, or a team of which whoever is present with the least to do gets it. */
export function OwnerSelect({ ticketId, value, choose, nobody, peopleOnly = false }: Props) {
  const { t } = useTranslation(['tasks', 'tickets'])
  const owners = useTaskOwners(ticketId, true)
  return (
    <Select<string, Choice>
      className={styles.owner ?? ''}
      aria-label={t('plan.who')}
      placeholder={nobody}
      value={value || undefined}
      allowClear={!peopleOnly}
      loading={owners.isPending}
      showSearch={{ optionFilterProp: 'words' }}
      notFoundContent={t('owners.none')}
      popupMatchSelectWidth={320}
      onChange={(next: string | undefined) => choose(next ?? '')}
      options={owners.data ? optionsOf(t, owners.data, peopleOnly) : []}
    />
  )
}

function optionsOf(
  t: TFunction<['tasks', 'tickets']>,
  { people, teams }: TaskOwners,
  peopleOnly: boolean,
): Choice[] {
  const line = (name: string, note: string, on: boolean) => (
    <span className={styles.option}>
      <i data-on={on} />
      {name}
      <small>{note}</small>
    </span>
  )
  const staffed = teams.map((team) => ({
    value: `${TEAM}${team.key}`,
    words: team.name,
    label: line(
      team.name,
      team.present ? t('owners.present', { count: team.present }) : t('owners.absent'),
      team.present > 0,
    ),
  }))
  const persons = people.map((person) => {
    const roles = person.roles.map((role) => t(`tickets:role.${role}`)).join(t('common:list.and'))
    const state = person.onDuty ? t('owners.open', { count: person.openTasks }) : t('owners.off')
    return {
      value: person.id,
      words: `${person.name} ${roles}`,
      label: line(person.name, `${roles} · ${state}`, person.onDuty),
    }
  })
  if (peopleOnly) return persons
  return [
    { label: t('owners.teams'), options: staffed },
    { label: t('owners.people'), options: persons },
  ]
}
