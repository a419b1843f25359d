import type { Metrics } from "./metrics.js";
import type { Page, Pages } from "./server.js";

/** How the bot is. */
interface Health {
  readonly isConnected: boolean;
  readonly isStoreOpen: boolean;
  /** Of the knowledge that answers now. */
  readonly version: string;
  readonly uptimeSeconds: number;
}

/** The operator's pages: whether the bot is well, and what it has counted. */
export function operatorPages(health: () => Health, metrics: Metrics): Pages {
  return {
    "/healthz": () => healthPage(health()),
    "/metrics": async () => ({ status: 200, type: metrics.contentType, body: await metrics.text() }),
  };
}

/** `{"status":"ok","store":"open","version":"3f9a0c12d4e5","uptimeSeconds":12}`; 503 where it is not connected, for it answers without a store. */
function healthPage({ isConnected, isStoreOpen, version, uptimeSeconds }: Health): Page {
  const status = isConnected ? "ok" : "not connected to Discord";
  return {
    status: isConnected ? 200 : 503,
    type: "application/json; charset=utf-8",
    body: `${JSON.stringify({ status, store: isStoreOpen ? "open" : "away", version, uptimeSeconds: Math.floor(uptimeSeconds) })}\n`,
  };
}
