#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Compiled code is kept between runs. It takes hold of what is loaded afterwards: hence the late import below.
enableCompileCache()

// A reader such as `head` may close the pipe early; what it wanted, it has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const { runCli } = await import('./cli/program.ts')
process.exitCode = await runCli(process.argv.slice(2))
