import { useQuery } from '@tanstack/react-query'
import { Select, type SelectProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { shopsQuery } from '../people/index.ts'

type Named = { id: string; name: string }
type Props = Omit<SelectProps<string[]>, 'mode' | 'options'> & { known?: readonly Named[] }

/** Several shops by name. `known`: those that stand in the room already, also for whoever does not reach them. */
export function ShopSelect({ known = [], ...more }: Props) {
  const { t } = useTranslation('incidents')
  const all = useShops()
  const names = new Map([...known, ...(all ?? [])].map(({ id, name }) => [id, name]))
  return (
    <Select
      mode="multiple"
      maxTagCount={8}
      placeholder={t('open.shopsHint')}
      showSearch={{ optionFilterProp: 'label' }}
      {...more}
      options={[...names].map(([value, label]) => ({ value, label }))}
    />
  )
}

/** The shops within the reader's reach; undefined while they have not come. */
export function useShops(): Named[] | undefined {
  return useQuery({ ...shopsQuery, enabled: useCan('people.readShops') }).data
}
