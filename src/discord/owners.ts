import { type Client, Events, Team } from "discord.js";

/** Whose the application is: one person, or the members of a team; read once, when the bot has logged in. */
export class Owners {
  private ids: ReadonlySet<string> = new Set();

  constructor(client: Client) {
    client.once(Events.ClientReady, ({ application }) => {
      application
        .fetch()
        .then(({ owner }) => {
          this.ids = new Set(owner instanceof Team ? owner.members.keys() : owner ? [owner.id] : []);
        })
        // Nobody is the owner then, and what is for owners is refused.
        .catch(() => undefined);
    });
  }

  /** Whether a person's id is an owner's. */
  has(id: string): boolean {
    return this.ids.has(id);
  }
}
