import { useQuery } from '@tanstack/react-query'
import { useCan } from '../../app/session.ts'
import { staffQuery } from '../people/index.ts'

type Choice = { value: string; label: string }

/** Active people who could watch a channel; null when this person may not read the staff list. */
export function useOwnerChoices(
  wanted: boolean,
  current: { id: string; name: string } | null,
): Choice[] | null {
  const mayRead = useCan('people.readStaff')
  const staff = useQuery({ ...staffQuery, enabled: wanted && mayRead }).data
  if (!mayRead) return null
  const active = (staff ?? []).filter((person) => person.state === 'active')
  const choices = active.map((person) => ({ value: person.id, label: person.name }))
  const missing = current && !choices.some((choice) => choice.value === current.id)
  return missing ? [{ value: current.id, label: current.name }, ...choices] : choices
}
