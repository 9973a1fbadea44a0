import { mount } from '../ui/mount.tsx'
import { tellHeight } from '../ui/tell-height.ts'
import { FormPage } from './FormPage.tsx'

mount(FormPage)
tellHeight()
