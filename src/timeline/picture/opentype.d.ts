/** What the picture needs of opentype.js; the types that DefinitelyTyped has for it bring a browser's globals along. */
declare module "opentype.js" {
  namespace opentype {
    interface Glyph {
      readonly advanceWidth: number;
    }
    interface Font {
      readonly unitsPerEm: number;
      /** 0 where the font has no glyph for it. */
      charToGlyphIndex(character: string): number;
      charToGlyph(character: string): Glyph;
    }
    function parse(file: ArrayBuffer, options?: { readonly lowMemory?: boolean }): Font;
  }
  export = opentype;
}
