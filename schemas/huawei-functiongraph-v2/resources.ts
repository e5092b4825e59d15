import { resource } from '../core/resource.ts'
import { huaweiFunctionGraphV2 } from './api.ts'

const { updateFunctionConfig, updateFunctionCode } = huaweiFunctionGraphV2.operations

/** A project is an account; its id stands in every path. */
export const project = resource({ name: 'project', key: 'project_id', keyIn: 'fixture' })

/** No operation creates, reads or deletes a function. A change of settings returns everything that can be read. */
export const functionResource = resource({
  name: 'function',
  parent: project,
  key: 'function_urn',
  keyIn: 'fixture',
  read: updateFunctionConfig,
  update: updateFunctionConfig,
  missing: 'FSS.1051',
  idField: 'func_id',
  volatile: ['last_modified', 'image_name'],
  // The URN in the path names the function.
  ignored: ['func_name'],
})

/** The code of a function: there is exactly one, and only the response to a change of it shows it. */
export const code = resource({
  name: 'code',
  parent: functionResource,
  key: 'function_urn',
  keyIn: 'none',
  update: updateFunctionCode,
  missing: 'FSS.1051',
})

/** Everything that FunctionGraph v2 stores, parents first. */
export const resources = [project, functionResource, code] as const
