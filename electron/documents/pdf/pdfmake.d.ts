/** pdfmake's Node entry: one instance, and the parts of a definition that this product writes. */
declare module 'pdfmake/js/index.js' {
  import type { Buffer } from 'node:buffer';

  interface Place {
    readonly absolutePosition: { readonly x: number; readonly y: number };
  }

  export interface TextNode extends Place {
    readonly text: string;
    readonly font: string;
    readonly fontSize: number;
    /** As fontkit takes them; pdfkit hands them on. */
    readonly fontFeatures: Readonly<Record<string, boolean>>;
    readonly color: string;
    readonly noWrap: true;
    readonly preserveLeadingSpaces: true;
    readonly preserveTrailingSpaces: true;
    readonly linkToDestination?: string;
  }

  export interface ImageNode extends Place {
    /** A data URL. */
    readonly image: string;
    readonly width: number;
    readonly height: number;
  }

  export interface SvgNode extends Place {
    readonly svg: string;
    readonly width: number;
    readonly height?: number;
  }

  /** Starts a page; holds nothing. */
  export interface PageStart {
    readonly text: '';
    readonly pageBreak?: 'before';
  }

  /** A place that links and bookmarks lead to; its line must not be empty. */
  export interface AnchorNode extends Place {
    readonly text: ' ';
    readonly id: string;
    readonly outline?: true;
    readonly outlineText?: string;
    readonly outlineParentId?: string;
    readonly outlineExpanded?: boolean;
  }

  export interface PdfDefinition {
    readonly version: '1.7';
    readonly language: string;
    readonly displayTitle: boolean;
    readonly info: Readonly<Record<string, string | Date>>;
    readonly pageSize: { readonly width: number; readonly height: number };
    readonly pageMargins: number;
    readonly defaultStyle: { readonly font: string; readonly fontSize: number };
    readonly content: readonly (PageStart | AnchorNode | TextNode | SvgNode | ImageNode)[];
  }

  interface PdfMake {
    setFonts(fonts: Readonly<Record<string, { readonly normal: string }>>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: PdfDefinition): { getBuffer(): Promise<Buffer> };
  }
  const pdfmake: PdfMake;
  // eslint-disable-next-line no-restricted-syntax -- the package's own shape
  export default pdfmake;
}
