/** A part of a workbook, piece by piece: elements by their names without prefix, with the text that stands in them (K2). */
import { setImmediate } from "node:timers/promises";
import sax, { type SAXOptions } from "sax";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlReader {
  open?(element: Element): void;
  /** With the text between its tags, that of elements inside left out. */
  close?(name: string, text: string): void;
}

/** `strictEntities` is missing from the package's types. */
const OPTIONS: SAXOptions & { readonly strictEntities: boolean } = { position: false, strictEntities: true };

/** Throws where it is no XML, or more than the form needs: entities of its own. */
export const readXml = async (pieces: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> => {
  const parser = sax.parser(true, OPTIONS);
  const texts: string[] = [];
  parser.onerror = (error) => {
    throw error;
  };
  parser.ondoctype = () => {
    throw new Error("a document type");
  };
  parser.onopentag = ({ name, attributes }) => {
    texts.push("");
    reader.open?.({ name: local(name), attributes: attributes as Record<string, string> });
  };
  const addText = (text: string): void => {
    if (texts.length > 0) texts[texts.length - 1] += text;
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onclosetag = (name) => reader.close?.(local(name), texts.pop() ?? "");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    await setImmediate();
  }
  parser.write(decoder.decode()).close();
};

const local = (name: string): string => name.slice(name.indexOf(":") + 1);
