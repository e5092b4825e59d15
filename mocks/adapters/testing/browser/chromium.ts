import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where Debian's package puts it. */
const executablePath = '/usr/bin/chromium'

/** Why nothing can be tried in a browser here, if so. */
export const missingChromium: string | undefined = existsSync(executablePath)
  ? undefined
  : `not run: there is no ${executablePath}; install it with: apt-get update && apt-get install -y chromium`

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox', // tests may run as root, as in a container
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
