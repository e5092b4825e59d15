/**
 * Deploys a template with the deployment tool `@alicloud/fun`, deploys it again and invokes a function.
 * The argument is the folder in which the tool is installed.
 */
import { deepEqual, match } from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const { MOCK_URL, MOCK_ACCOUNT, MOCK_KEY_ID, MOCK_SECRET, HOME } = process.env
const toolFile = join(process.argv[2], 'node_modules/@alicloud/fun/bin/fun.js')
const app = join(HOME, 'app')
cpSync(join(import.meta.dirname, 'app'), app, { recursive: true })

// The tool checks the folders of the NAS with a function of its own, which must return `OK`.
await control('seed', {
  method: 'POST',
  headers: { 'content-type': 'application/yaml' },
  body: readFileSync(join(import.meta.dirname, 'seed.yaml')),
})

const deployed = await runTool('deploy', '--assume-yes')
match(deployed, /Checking nas directories done/)
match(deployed, /trigger daily deploy success/)
match(deployed, /trigger web deploy success/)
match(deployed, /service shop deploy success/)
const first = await requestLog()
deepEqual(countOf(first, 'Create'), { CreateService: 2, CreateFunction: 3, CreateTrigger: 2 })
const service = first.find(
  ({ operation, request }) => operation === 'CreateService' && /"shop"/.test(request.body.text),
)
const { vpcConfig, nasConfig, description, role } = JSON.parse(service.response.body.text)
deepEqual(
  { vpcConfig, nasConfig, description, role },
  {
    vpcConfig: { vpcId: 'vpc-1', vSwitchIds: ['vsw-1', 'vsw-2'], securityGroupId: 'sg-1' },
    nasConfig: {
      userId: 100,
      groupId: 100,
      mountPoints: [{ serverAddr: 'files.cn-hangzhou.nas.aliyuncs.com:/shop', mountDir: '/mnt/files' }],
    },
    description: 'an online shop',
    role: 'acs:ram::123456789012:role/shop',
  },
)

match(await runTool('deploy', '--assume-yes'), /service shop deploy success/)
const second = (await requestLog()).slice(first.length)
deepEqual(countOf(second, 'Create'), {})
deepEqual(countOf(second, 'Update'), { UpdateService: 2, UpdateFunction: 3, UpdateTrigger: 2 })

match(await runTool('invoke', 'shop/report', '--event', '{}'), /a line of the log.*reported/s)

/** Does not block this process, which must notice that the mock closes an idle connection. */
async function runTool(...args) {
  const env = {
    ...process.env,
    ACCOUNT_ID: MOCK_ACCOUNT,
    REGION: 'cn-hangzhou',
    ACCESS_KEY_ID: MOCK_KEY_ID,
    ACCESS_KEY_SECRET: MOCK_SECRET,
    FC_ENDPOINT: MOCK_URL,
    FUN_DISABLE_VERSION_CHECK: '1',
  }
  const running = promisify(execFile)(process.execPath, [toolFile, ...args], { cwd: app, env, timeout: 50_000 })
  running.child.stdin.end()
  const { stdout, stderr } = await running
  console.error(stderr)
  console.log(stdout)
  return stdout
}

async function control(path, options) {
  const response = await fetch(`${MOCK_URL}/_mock/${path}`, options)
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return await response.json()
}

async function requestLog() {
  const { entries } = await control('request-log')
  return entries
}

/** How often each operation succeeded whose name starts with `prefix`. */
function countOf(entries, prefix) {
  const counts = {}
  for (const { operation, response } of entries) {
    if (operation.startsWith(prefix) && response.status === 200) counts[operation] = (counts[operation] ?? 0) + 1
  }
  return counts
}
