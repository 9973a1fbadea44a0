import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Extent, Grant } from '#contracts/people'
import { regionsQuery, shopsQuery } from './people-queries.ts'

/** Words for where a grant reaches, with the names of regions and shops this person may see. */
export function useExtentWords(): (extent: Extent) => string {
  const { t } = useTranslation('people')
  const shops = useQuery(shopsQuery).data
  const regions = useQuery(regionsQuery).data
  return (extent) => {
    if (extent.kind === 'brand') return t('staff.extent.brand')
    const name =
      extent.kind === 'region'
        ? regions?.find((region) => region.id === extent.regionId)?.name
        : shops?.find((shop) => shop.id === extent.shopId)?.name
    if (name === undefined) return shops && regions ? t('staff.gone') : '…'
    return t(`staff.extent.${extent.kind}`, { name })
  }
}

/** Grants of one role joined: 店长（西湖银泰店、城西店）. */
export function useGrantWords(): (grants: Grant[]) => Array<{ role: string; extents: string }> {
  const { t } = useTranslation('people')
  const words = useExtentWords()
  return (grants) =>
    [...Map.groupBy(grants, (grant) => grant.role)].map(([role, held]) => ({
      role: t(`role.${role}`),
      extents: held.map((grant) => words(grant.extent)).join('、'),
    }))
}
