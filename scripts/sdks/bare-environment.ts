/** What a program under test sees of the machine: a home of its own, and no proxy between it and the mock. */
export function toBareEnvironment(home: string, mockUrl: string) {
  return {
    PATH: process.env.PATH,
    HOME: home,
    TMPDIR: home,
    NO_PROXY: '*',
    PYTHONDONTWRITEBYTECODE: '1',
    MOCK_URL: mockUrl,
  }
}
