import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Extent, type Grant, Role } from '#contracts/people'
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx'
import styles from './people.module.css'
import { regionsQuery, shopsQuery } from './people-queries.ts'

type Props = { value?: Grant[]; onChange?: (grants: Grant[]) => void }

/** Roles with the extent of each; as many as a person has. */
export function GrantsEditor({ value = [], onChange }: Props) {
  const { t } = useTranslation('people')
  const extents = useExtentOptions()
  const roles = Role.options.map((role) => ({ value: role, label: t(`role.${role}`) }))
  const change = (index: number, part: Partial<Grant>) =>
    onChange?.(value.map((grant, i) => (i === index ? { ...grant, ...part } : grant)))
  return (
    <div>
      {value.map((grant, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a grant has no identity but its place
        <div key={i} className={styles.grant}>
          <Select
            aria-label={t('edit.rolePlaceholder')}
            placeholder={t('edit.rolePlaceholder')}
            showSearch={{ optionFilterProp: 'label' }}
            value={grant.role}
            options={roles}
            onChange={(role) => change(i, { role })}
          />
          <Select
            aria-label={t('edit.extentPlaceholder')}
            placeholder={t('edit.extentPlaceholder')}
            showSearch={{ optionFilterProp: 'label' }}
            value={grant.extent ? keyOf(grant.extent) : undefined}
            options={extents}
            onChange={(key) => change(i, { extent: extentOf(key) })}
          />
          <Button
            type="text"
            icon={<CloseIcon size={14} />}
            aria-label={t('edit.removeGrant')}
            disabled={value.length === 1}
            onClick={() => onChange?.(value.filter((_, j) => j !== i))}
          />
        </div>
      ))}
      <Button
        type="dashed"
        icon={<PlusIcon size={14} />}
        onClick={() => onChange?.([...value, {} as unknown as Grant])}
      >
        {t('edit.addGrant')}
      </Button>
    </div>
  )
}

function useExtentOptions() {
  const { t } = useTranslation('people')
  const shops = useQuery(shopsQuery).data ?? []
  const regions = useQuery(regionsQuery).data ?? []
  return [
    { label: t('edit.extentGroup.brand'), options: [{ value: 'brand', label: t('staff.extent.brand') }] },
    {
      label: t('edit.extentGroup.region'),
      options: regions.map((r) => ({
        value: `region:${r.id}`,
        label: t('staff.extent.region', { name: r.name }),
      })),
    },
    {
      label: t('edit.extentGroup.shop'),
      options: shops.map((s) => ({ value: `shop:${s.id}`, label: s.name })),
    },
  ].filter((group) => group.options.length > 0)
}

function keyOf(extent: Extent): string {
  if (extent.kind === 'brand') return 'brand'
  return extent.kind === 'region' ? `region:${extent.regionId}` : `shop:${extent.shopId}`
}

function extentOf(key: string): Extent {
  const [kind, id = ''] = key.split(':')
  if (kind === 'region') return { kind, regionId: id }
  return kind === 'shop' ? { kind, shopId: id } : { kind: 'brand' }
}
