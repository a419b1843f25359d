import type { Holder } from "./knowledge/edit/folder-lock.js";
import { spoken } from "./phrases.js";

interface ExportWords {
  readonly title: string;
  readonly nothing: string;
  readonly written: (drafts: number, files: readonly string[]) => string;
  readonly there: (drafts: number) => string;
  readonly left: (drafts: number) => string;
  readonly faulty: (problems: number) => string;
  readonly more: (count: number) => string;
  readonly changed: (file: string) => string;
  readonly held: (holder: Holder, minutes: number) => string;
  /** Drafts that a curator changed while they were written. */
  readonly changedMeanwhile: (drafts: number) => string;
  readonly unwritable: (file: string, reason: string) => string;
  readonly review: string;
  readonly applied: string;
  readonly notApplied: string;
  /** In place of the words above, where nothing was written. */
  readonly trial: Pick<ExportWords, "written" | "there" | "left">;
  /** Problems of the folder are worded for curators, in English. */
  readonly inEnglish?: string;
}

/** The words about an export, in a language. */
export const exportWords = spoken<ExportWords>({
  en: {
    title: "Export of the drafts",
    nothing: "There are no drafts to export.",
    written: (drafts, files) => `${counted(drafts, "draft", "drafts")} written into ${files.join(", ")}.`,
    there: (drafts) =>
      `${counted(drafts, "draft stood", "drafts stood")} in the files already and ${drafts === 1 ? "is" : "are"} marked as exported.`,
    trial: {
      written: (drafts, files) =>
        `A dry run, nothing was written: ${counted(drafts, "draft", "drafts")} would go into ${files.join(", ")}.`,
      there: (drafts) =>
        `${counted(drafts, "draft stands", "drafts stand")} in the files already and would be marked as exported.`,
      left: (drafts) =>
        `${counted(drafts, "draft", "drafts")} would be left out and stay ${drafts === 1 ? "a draft" : "drafts"}:`,
    },
    left: (drafts) =>
      `${counted(drafts, "draft was", "drafts were")} left out and ${drafts === 1 ? "stays" : "stay"} a draft:`,
    faulty: (problems) =>
      `Nothing was written: the folder does not load as it is, for ${counted(problems, "problem", "problems")}. Mend the files and export again:`,
    more: (count) => `and ${count} more`,
    changed: (file) => `Somebody changed ${file} meanwhile, so it was left as it is: export again.`,
    held: ({ pid, host }, minutes) =>
      `Nothing was written: ${pid === 0 ? "another process" : `process ${pid} on ${host}`} has been writing into the folder for ${minutes < 1 ? "less than a minute" : counted(minutes, "minute", "minutes")}. Export again when it is done; a lock that stays behind counts for five minutes.`,
    changedMeanwhile: (drafts) =>
      `${counted(drafts, "draft was", "drafts were")} changed while ${drafts === 1 ? "it was" : "they were"} written and ${drafts === 1 ? "stays a draft" : "stay drafts"}: export again, and what is new is added.`,
    unwritable: (file, reason) =>
      `${file} cannot be written (${reason}): give the bot's user the right to write there, or export at a terminal that may. The drafts stay.`,
    review: "Review what changed with git diff, run npm run knowledge -- check, and commit.",
    applied: "Running bots read the files anew within seconds.",
    notApplied:
      "Running bots answer from it when they reload: by themselves where they watch the folder, else with /admin reload.",
  },
  es: {
    title: "Exportación de los borradores",
    nothing: "No hay borradores que exportar.",
    written: (drafts, files) => `${counted(drafts, "borrador escrito", "borradores escritos")} en ${files.join(", ")}.`,
    there: (drafts) =>
      drafts === 1
        ? "1 borrador ya estaba en los archivos y queda marcado como exportado."
        : `${drafts} borradores ya estaban en los archivos y quedan marcados como exportados.`,
    trial: {
      written: (drafts, files) =>
        `Es un ensayo, no se escribió nada: ${drafts === 1 ? "1 borrador iría" : `${drafts} borradores irían`} a ${files.join(", ")}.`,
      there: (drafts) =>
        drafts === 1
          ? "1 borrador ya está en los archivos y quedaría marcado como exportado."
          : `${drafts} borradores ya están en los archivos y quedarían marcados como exportados.`,
      left: (drafts) =>
        drafts === 1
          ? "1 borrador quedaría fuera y seguiría siendo un borrador:"
          : `${drafts} borradores quedarían fuera y seguirían siendo borradores:`,
    },
    left: (drafts) =>
      drafts === 1
        ? "1 borrador quedó fuera y sigue siendo un borrador:"
        : `${drafts} borradores quedaron fuera y siguen siendo borradores:`,
    faulty: (problems) =>
      `No se escribió nada: la carpeta no se carga tal como está, por ${counted(problems, "problema", "problemas")}. Corrija los archivos y exporte de nuevo:`,
    more: (count) => `y ${count} más`,
    changed: (file) => `Alguien cambió ${file} mientras tanto, así que quedó como está: exporte de nuevo.`,
    held: ({ pid, host }, minutes) =>
      `No se escribió nada: ${pid === 0 ? "otro proceso" : `el proceso ${pid} de ${host}`} escribe en la carpeta desde hace ${minutes < 1 ? "menos de un minuto" : counted(minutes, "minuto", "minutos")}. Exporte de nuevo cuando acabe; un bloqueo olvidado vale cinco minutos.`,
    changedMeanwhile: (drafts) =>
      drafts === 1
        ? "1 borrador cambió mientras se escribía y sigue siendo un borrador: exporte de nuevo y se añade lo nuevo."
        : `${drafts} borradores cambiaron mientras se escribían y siguen siendo borradores: exporte de nuevo y se añade lo nuevo.`,
    unwritable: (file, reason) =>
      `No se puede escribir ${file} (${reason}): dé al usuario del bot el derecho de escribir allí, o exporte en una terminal que pueda. Los borradores quedan.`,
    review: "Revise lo que cambió con git diff, use npm run knowledge -- check y confirme.",
    applied: "Los bots en marcha leen los archivos de nuevo en unos segundos.",
    notApplied:
      "Los bots en marcha responden con ello al recargar: por sí solos donde vigilan la carpeta; si no, con /admin reload.",
    inEnglish: "Los problemas se describen en inglés.",
  },
});

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
