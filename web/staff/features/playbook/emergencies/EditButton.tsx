import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

/** Opens one line to be changed; read out with what it is. */
export function EditButton({ name, onClick }: { name: string; onClick: () => void }) {
  const { t } = useTranslation('playbook-admin')
  return (
    <Button type="text" size="small" onClick={onClick} aria-label={`${t('edit.change')} ${name}`}>
      {t('edit.change')}
    </Button>
  )
}
