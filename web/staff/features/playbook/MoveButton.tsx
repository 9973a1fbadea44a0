import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { DownIcon } from '../../ui/icons.tsx'

/** Moves one item of a list a place up or down. */
export function MoveButton({ by, disabled, onMove }: { by: -1 | 1; disabled: boolean; onMove: () => void }) {
  const { t } = useTranslation('playbook-admin')
  return (
    <Button
      type="text"
      size="small"
      disabled={disabled}
      aria-label={t(by === -1 ? 'edit.up' : 'edit.down')}
      title={t(by === -1 ? 'edit.up' : 'edit.down')}
      icon={
        <span style={by === -1 ? { rotate: '180deg', display: 'flex' } : { display: 'flex' }}>
          <DownIcon size={14} />
        </span>
      }
      onClick={onMove}
    />
  )
}
