import { spoken } from "./phrases.js";

/** The words around forms. */
interface FormPhrases {
  /** On the button that opens a form. */
  readonly fillIn: string;
  readonly press: (button: string) => string;
  /** Before what was filled into a form that is not remembered any more. */
  readonly gone: string;
  readonly needed: (label: string) => string;
  /** How a form is filled in at a terminal. */
  readonly oneByOne: string;
  readonly cancelled: string;
  readonly optional: string;
  /** What an empty line keeps. */
  readonly kept: (value: string) => string;
  readonly tooLong: (most: number) => string;
  readonly noChoice: (most: number) => string;
}

/** The words around forms, in a language. */
export const formWords = spoken<FormPhrases>({
  en: {
    fillIn: "Fill in",
    press: (button) => `Press “${button}”, and I ask you.`,
    gone: "I do not remember this form any more, so nothing was done with it. Please ask for it again.",
    needed: (label) => `Nothing was done yet: ${label} must be filled in.`,
    oneByOne: "One line for each; an empty line leaves it as it is, /cancel or Ctrl-C leaves the form.",
    cancelled: "Left, and nothing was done.",
    optional: "may stay empty",
    kept: (value) => `an empty line keeps “${value}”`,
    tooLong: (most) => `That is too long: at most ${most} characters.`,
    noChoice: (most) => (most === 1 ? "There is only number 1." : `Choose a number from 1 to ${most}.`),
  },
  es: {
    fillIn: "Rellenar",
    press: (button) => `Pulse «${button}» y le pregunto.`,
    gone: "Ya no recuerdo este formulario, así que no se hizo nada con él. Pídalo de nuevo, por favor.",
    needed: (label) => `Todavía no se hizo nada: hay que rellenar ${label}.`,
    oneByOne: "Una línea para cada dato; una línea vacía lo deja como está, /cancel o Ctrl-C deja el formulario.",
    cancelled: "Lo dejamos, y no se hizo nada.",
    optional: "puede quedar vacío",
    kept: (value) => `una línea vacía conserva «${value}»`,
    tooLong: (most) => `Es demasiado largo: a lo más ${most} caracteres.`,
    noChoice: (most) => (most === 1 ? "Solo hay el número 1." : `Elija un número del 1 al ${most}.`),
  },
});
