import { type createDemo, leastFunction } from './fc.ts'

/** Adds a function and an alias to the service `demo`, both named `provisioned`, each with a provisioned instance. */
export function addProvisioned({ send2021 }: Pick<ReturnType<typeof createDemo>, 'send2021'>): void {
  send2021('POST', '/demo/functions', { ...leastFunction, functionName: 'provisioned' })
  send2021('POST', '/demo/aliases', { aliasName: 'provisioned', versionId: '1' })
  send2021('PUT', '/demo/functions/provisioned/provision-config?qualifier=LATEST', { target: 1 })
  send2021('PUT', '/demo/functions/f/provision-config?qualifier=provisioned', { target: 1 })
}
