import { useQuery } from '@tanstack/react-query'
import { Link, useRouter, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { BackIcon } from '../../ui/icons.tsx'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { NoPermission } from '../../ui/states.tsx'
import { ImportList } from './ImportList.tsx'
import styles from './import.module.css'
import { importQuery } from './import-queries.ts'
import { ResultPart } from './ResultPart.tsx'
import { ReadingPart, RunningPart } from './RunningPart.tsx'
import { SetupPart } from './SetupPart.tsx'
import { UploadPart } from './UploadPart.tsx'

/** 导入文件: bring one, see how it is read, let it run, see what became of it. `?id=` names the file that is looked at. */
export function ImportPage() {
  const { t } = useTranslation('import')
  const router = useRouter()
  const searchStr = useRouterState({ select: (state) => state.location.searchStr })
  const mayImport = useCan('tickets.import')
  const id = new URLSearchParams(searchStr).get('id')
  const open = (wanted: string) => router.history.push(`/import?id=${wanted}`)
  const back = (
    <Link to="/import" className={styles.back}>
      <BackIcon size={16} />
      {t('back')}
    </Link>
  )
  return (
    <PageFrame title={t('title')} hint={id ? null : t('hint')} actions={id ? back : null} width="wide">
      {!mayImport ? (
        <NoPermission />
      ) : id ? (
        <OneImport key={id} id={id} />
      ) : (
        <>
          <UploadPart opened={open} />
          <ImportList open={open} />
        </>
      )}
    </PageFrame>
  )
}

function OneImport({ id }: { id: string }) {
  const one = useQuery(importQuery(id))
  return (
    <QueryState query={one}>
      {(file) => {
        if (file.state === 'reading') return <ReadingPart file={file} />
        if (file.state === 'ready') return <SetupPart file={file} />
        if (file.state === 'running' || file.state === 'paused') return <RunningPart file={file} />
        return <ResultPart file={file} />
      }}
    </QueryState>
  )
}
