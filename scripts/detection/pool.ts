import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Done, Task } from './task.ts'

/**
 * Runs tasks in that many child processes and calls `onDone` after each task. Rejects if a child fails. All children
 * have ended when the promise settles.
 */
export async function performAll(
  tasks: readonly Task[],
  children: number,
  onDone: (done: Done) => void,
): Promise<readonly Done[]> {
  const waiting = [...tasks]
  const finished: Done[] = []
  const processes = Array.from({ length: Math.min(children, tasks.length) }, start)
  const work = async (child: ChildProcess) => {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      const done = await runIn(child, task)
      finished.push(done)
      onDone(done)
    }
  }
  try {
    await Promise.all(processes.map(work))
  } finally {
    for (const child of processes) child.kill()
  }
  return finished
}

function start(): ChildProcess {
  return fork(fileURLToPath(new URL('child.ts', import.meta.url)))
}

async function runIn(child: ChildProcess, task: Task): Promise<Done> {
  const gone = new AbortController()
  const response = once(child, 'message', { signal: gone.signal })
  const end = once(child, 'exit', { signal: gone.signal })
  child.send(task)
  try {
    const [message] = (await Promise.race([response, end])) as [
      { readonly done?: Done; readonly error?: string } | number,
    ] // what child.ts sends, or an exit code
    if (typeof message === 'object' && message?.done) return message.done
    const reason = typeof message === 'object' && message ? message.error : `the process exited with ${message}`
    throw new Error(`${JSON.stringify(task)}: ${reason}`)
  } finally {
    response.catch(() => undefined)
    end.catch(() => undefined)
    gone.abort()
  }
}
