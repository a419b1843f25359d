import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/**/*.slow.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // By default one core stays idle; on two that doubles the time.
    maxWorkers: 2,
    // Files share their imports, which take as long as the tests do; no test leaves anything behind.
    isolate: false,
  },
});
