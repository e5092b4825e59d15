/** The environment of a program under test: its own home folder, and no proxy. */
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
