import { PageFrame } from '../../ui/PageFrame.tsx'
export function HomePage() {
  return <PageFrame title="今天">…</PageFrame>
}
