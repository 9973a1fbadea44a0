import { lazy, Suspense } from 'react'
import type { Playbook } from '#contracts/playbook'
import { LinesSkeleton } from '../../ui/states.tsx'
import { CalendarsSection } from './CalendarsSection.tsx'
import { CategoriesSection } from './CategoriesSection.tsx'
import { CausesSection } from './CausesSection.tsx'
import { ClosingSection } from './ClosingSection.tsx'
import { CompensationSection } from './CompensationSection.tsx'
import type { Edit } from './draft-editing.ts'
import { EmergenciesSection } from './emergencies/EmergenciesSection.tsx'
import { FormsSection } from './FormsSection.tsx'
import { MatrixSection } from './MatrixSection.tsx'
import { OrdersSection } from './OrdersSection.tsx'
import { ResponsibilitySection } from './ResponsibilitySection.tsx'
import { RevisitSection } from './RevisitSection.tsx'
import { RisksSection } from './RisksSection.tsx'
import { SignalsSection } from './SignalsSection.tsx'
import { SlaSection } from './SlaSection.tsx'
import type { Go, SectionKey } from './section-list.ts'
import { TemplatesSection } from './TemplatesSection.tsx'
import { VersionsSection } from './VersionsSection.tsx'
import { YearsSection } from './YearsSection.tsx'

const TextSection = lazy(() => import('./TextSection.tsx').then((m) => ({ default: m.TextSection })))

type Props = { section: SectionKey; doc: Playbook; edit: Edit | null; go: Go }

const SECTIONS = {
  categories: CategoriesSection,
  risks: RisksSection,
  emergencies: EmergenciesSection,
  signals: SignalsSection,
  matrix: MatrixSection,
  responsibility: ResponsibilitySection,
  sla: SlaSection,
  calendars: CalendarsSection,
  templates: TemplatesSection,
  forms: FormsSection,
  closing: ClosingSection,
  causes: CausesSection,
  compensation: CompensationSection,
  revisit: RevisitSection,
  orders: OrdersSection,
}

/** The chosen section of one document, readable, and editable where `edit` is given. */
export function SectionBody({ section, doc, edit, go }: Props) {
  if (section === 'years') return <YearsSection />
  if (section === 'versions') return <VersionsSection go={go} />
  if (section === 'text') {
    return (
      <Suspense fallback={<LinesSkeleton />}>
        <TextSection document={doc} edit={edit} />
      </Suspense>
    )
  }
  if (section === 'checks') return null
  const Section = SECTIONS[section]
  return <Section doc={doc} edit={edit} />
}
