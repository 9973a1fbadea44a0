import { mount } from '../ui/mount.tsx'
import { ProgressPage } from './ProgressPage.tsx'

mount(ProgressPage)
