import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,backend,electron,renderer,tools,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
