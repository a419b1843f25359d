import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** Passes a connection on to a port of this machine, until it is told to say nothing more to anybody, and to go on. */
export async function silentProxy(port: number) {
  const all = new Set<Socket>();
  let isSilent = false;
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      all.add(from);
      from.pipe(to);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        all.delete(from);
        to.destroy();
      });
      if (isSilent) from.pause();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the proxy got no port");
  return {
    port: address.port,
    silence: () => {
      isSilent = true;
      for (const socket of all) socket.pause();
    },
    goOn: () => {
      isSilent = false;
      for (const socket of all) socket.resume();
    },
    stop: async () => {
      for (const socket of all) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
