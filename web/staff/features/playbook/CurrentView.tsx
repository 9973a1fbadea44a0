import type { Playbook } from '#contracts/playbook'
import { PlaybookLayout } from './PlaybookLayout.tsx'
import { SectionBody } from './SectionBody.tsx'
import type { Go, SectionKey } from './section-list.ts'

/** The version in force, to read. */
export function CurrentView({ section, go, document }: { section: SectionKey; go: Go; document: Playbook }) {
  return (
    <PlaybookLayout section={section} go={go}>
      <SectionBody section={section} doc={document} edit={null} go={go} />
    </PlaybookLayout>
  )
}
