/** The part of html-to-text this room uses; the package ships no types. */
declare module "html-to-text" {
  export interface HtmlNode {
    readonly type: string;
    readonly name?: string;
    readonly data?: string;
    readonly attribs?: Readonly<Record<string, string>>;
    readonly children?: readonly HtmlNode[];
  }

  export interface Cell {
    readonly text: string;
  }

  export interface Builder {
    addInline(text: string): void;
    openBlock(options: { leadingLineBreaks: number; reservedLineLength?: number }): void;
    closeBlock(options: { trailingLineBreaks: number; blockTransform?: (text: string) => string }): void;
    openTable(): void;
    openTableRow(): void;
    openTableCell(options?: { maxColumnWidth?: number }): void;
    closeTableCell(options?: { colspan?: number }): void;
    closeTableRow(): void;
    closeTable(options: {
      tableToString: (rows: readonly (readonly Cell[])[]) => string;
      leadingLineBreaks: number;
      trailingLineBreaks: number;
    }): void;
  }

  export type Walk = (nodes: readonly HtmlNode[], builder: Builder) => void;
  export type Formatter = (element: HtmlNode, walk: Walk, builder: Builder, options: object) => void;

  export interface Options {
    readonly wordwrap: false;
    readonly formatters?: Readonly<Record<string, Formatter>>;
    readonly selectors?: readonly { readonly selector: string; readonly format?: string; readonly options?: object }[];
    readonly baseElements?: { readonly selectors: readonly string[]; readonly returnDomByDefault: boolean };
    readonly limits?: { readonly maxDepth?: number };
  }

  export function convert(html: string, options: Options): string;
}
