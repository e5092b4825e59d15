import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FunctionGraphClient } from '@huaweicloud/huaweicloud-sdk-functiongraph'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { serve } from '../../mocks/adapters/http/node.ts'
import { accessKey, unknownKey, verified, wrongKey } from './access-keys.ts'
import { changeAnything, liveThroughFunctionGraph, projectId } from './function-graph-life-cycle.ts'

/** The package keeps an id of its own in a file under HOME. */
let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'function-graph-'))
  vi.stubEnv('HOME', home)
  // It writes every refusal on the console, with the whole request.
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(home, { recursive: true })
})

/** With an endpoint and a project, the package asks IAM nothing. */
function functionGraphClient(url: string, key = accessKey): FunctionGraphClient {
  vi.stubEnv('HUAWEICLOUD_SDK_AK', key.id)
  vi.stubEnv('HUAWEICLOUD_SDK_SK', key.secret)
  vi.stubEnv('HUAWEICLOUD_SDK_PROJECT_ID', projectId)
  return FunctionGraphClient.newBuilder().withEndpoint(url).build()
}

test('@huaweicloud/huaweicloud-sdk-functiongraph changes settings and code', async () => {
  const { url, emulator, close } = await serve({ ...verified, port: 0 })
  try {
    await liveThroughFunctionGraph(functionGraphClient(url))
    expect(emulator.coverage()).toContainEqual(
      expect.objectContaining({ api: 'huawei-functiongraph-v2', operations: 2, exercised: 2 }),
    )
    expect(existsSync(join(home, '.huaweicloud', 'application_id'))).toBe(true)
  } finally {
    await close()
  }
})

test.each([
  ['a wrong secret', wrongKey],
  ['an unknown key', unknownKey],
])('@huaweicloud/huaweicloud-sdk-functiongraph gets the error for %s', async (_, key) => {
  const { url, close } = await serve({ ...verified, port: 0 })
  try {
    await expect(changeAnything(functionGraphClient(url, key))).rejects.toMatchObject({
      name: 'ClientRequestException',
      httpStatusCode: 401,
      errorCode: 'FSS.0401',
      errorMsg: expect.stringMatching(/./),
      requestId: expect.any(String),
    })
  } finally {
    await close()
  }
})
