import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty } from '../ui/states.tsx'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <main id="main">
      <Empty
        title={t('state.notFound')}
        hint={t('state.notFoundHint')}
        actions={<Link to="/">{t('state.goToday')}</Link>}
      />
    </main>
  )
}
