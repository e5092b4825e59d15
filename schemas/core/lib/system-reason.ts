/** Why the operating system rejects a file or an address, as the end of a sentence. Other errors return their code. */
export function toSystemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === undefined) return error instanceof Error ? error.message : String(error)
  return reasons[code] ?? code
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'part of its path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'access is not allowed',
  EPERM: 'access is not allowed',
  EEXIST: 'a file of this name exists',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  ELOOP: 'its symbolic links form a loop',
  ENAMETOOLONG: 'its name is too long',
  EADDRNOTAVAIL: 'this computer does not have the address',
  ENOTFOUND: 'the name of the host is unknown',
  EAI_AGAIN: 'the name of the host cannot be resolved now',
}
