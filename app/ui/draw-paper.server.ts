import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Language } from '../locales/load-words.ts';
import type { Paper, PaperPart, PaperRow } from './paper.ts';

type Pdf = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Pdf['struct']>;

const require = createRequire(import.meta.url);
const fontFiles = {
  latin: require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  chinese: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  chineseBold: require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
};
type Font = keyof typeof fontFiles;

/** Points. */
const margin = 56;
/** Where a page ends is told by `room`: the library would count from the base line of a text and not from its top. */
const margins = { top: margin, right: margin, bottom: 0, left: margin };
const nameWidth = 150;
const gap = 14;
const lineGap = 2;

interface Style {
  readonly size: number;
  readonly isBold: boolean;
}
const plain: Style = { size: 9.5, isBold: false };
const bold: Style = { size: 9.5, isBold: true };
const heading: Style = { size: 13, isBold: true };
const title: Style = { size: 18, isBold: true };

/** The paper as a PDF file: A4, tagged for screen readers, its text to be selected and searched. */
export function drawPaper(paper: Paper, madeAt: Date): Promise<Buffer> {
  const pdf = new PDFDocument({
    ...{ size: 'A4', margins, pdfVersion: '1.7', tagged: true, bufferPages: true },
    ...{ lang: paper.language, displayTitle: true },
    info: { Title: paper.title, Creator: 'Amends', CreationDate: madeAt, ModDate: madeAt },
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((settle, fail) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => {
      settle(Buffer.concat(chunks));
    });
    pdf.on('error', fail);
  });
  for (const [name, file] of Object.entries(fontFiles)) pdf.registerFont(name, file);
  const pen = penOf(pdf, paper.language);
  const document = pdf.struct('Document');
  pdf.addStructure(document);
  pen.paragraph(document, 'H1', paper.title, title);
  pen.rows(document, paper.rows);
  for (const part of paper.parts) drawPart(pen, document, part);
  document.end();
  pen.footers(paper);
  pdf.end();
  return whole;
}

type Pen = ReturnType<typeof penOf>;

function drawPart(pen: Pen, document: Element, { heading: said, notes, rows }: PaperPart): void {
  pen.space(gap);
  // A heading does not stand alone at the end of a page.
  pen.room(70);
  pen.paragraph(document, 'H2', said, heading);
  for (const note of notes) pen.paragraph(document, 'P', note, plain);
  pen.rows(document, rows);
}

function penOf(pdf: Pdf, language: Language) {
  const width = pdf.page.width - 2 * margin;
  const bottom = pdf.page.height - margin;

  function fontOf(style: Style, isLatin: boolean): Font {
    if (isLatin) return style.isBold ? 'bold' : 'latin';
    return style.isBold ? 'chineseBold' : 'chinese';
  }

  /** As much as the text takes in any of the fonts that it needs; mixed, it takes about that. */
  function heightOf(text: string, style: Style, wide: number): number {
    const needed = new Set(runsOf(text, language).map((run) => fontOf(style, run.isLatin)));
    const heights = [...needed].map((font) =>
      pdf.font(font).fontSize(style.size).heightOfString(text, { width: wide, lineGap }),
    );
    return Math.max(0, ...heights);
  }

  function write(text: string, style: Style, x: number, wide: number): void {
    const runs = runsOf(text, language);
    const height = heightOf(text, style, wide);
    const top = pdf.y;
    // One base line for both fonts, whose heights differ.
    const ascent = style.size * 1.1;
    for (const [index, run] of runs.entries()) {
      pdf.font(fontOf(style, run.isLatin)).fontSize(style.size);
      const continued = index < runs.length - 1;
      const options = { width: wide, lineGap, baseline: 'alphabetic', continued } as const;
      if (index === 0) pdf.text(run.text, x, top + ascent, options);
      else pdf.text(run.text, options);
    }
    pdf.x = margin;
    pdf.y = Math.max(top + height, pdf.y - ascent);
  }

  function room(height: number): void {
    if (pdf.y + height > bottom) pdf.addPage();
  }

  function drawRow(list: Element, { name, lines }: PaperRow): void {
    const bodyX = margin + nameWidth + gap;
    const bodyWidth = width - nameWidth - gap;
    const body = lines.reduce((sum, line) => sum + heightOf(line, plain, bodyWidth), 0);
    const height = Math.max(heightOf(name, bold, nameWidth), body);
    room(height);
    const top = pdf.y;
    const label = pdf.struct('Lbl', {}, () => {
      write(name, bold, margin, nameWidth);
    });
    let ends = top;
    const told = pdf.struct('LBody', {}, () => {
      ends = pdf.y;
      pdf.y = top;
      for (const line of lines) write(line, plain, bodyX, bodyWidth);
      ends = Math.max(ends, pdf.y);
    });
    list.add(pdf.struct('LI', {}, [label, told]));
    pdf.y = Math.max(top + height, ends) + 3;
  }

  return {
    room,
    space(height: number): void {
      pdf.y += height;
    },
    paragraph(parent: Element, kind: 'H1' | 'H2' | 'P', text: string, style: Style): void {
      room(heightOf(text, style, width));
      parent.add(
        pdf.struct(kind, {}, () => {
          write(text, style, margin, width);
        }),
      );
      pdf.y += 4;
    },
    rows(parent: Element, rows: readonly PaperRow[]): void {
      if (rows.length === 0) return;
      const list = pdf.struct('L');
      parent.add(list);
      for (const one of rows) drawRow(list, one);
      list.end();
    },
    /** Known only when all pages are. */
    footers({ footer, pageOf }: Paper): void {
      const { count } = pdf.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        pdf.switchToPage(page);
        pdf.markContent('Artifact', { type: 'Pagination' });
        pdf.y = pdf.page.height - margin * 0.6;
        write(`${footer} – ${pageOf(page + 1, count)}`, { size: 8, isBold: false }, margin, width);
        pdf.endMarkedContent();
      }
    },
  };
}

interface Run {
  readonly text: string;
  readonly isLatin: boolean;
}

/** Both have it: it goes with what is before it. */
const punctuation = /[\u2000-\u206F]/u;

/** Latin with its marks, Greek, Cyrillic, Vietnamese, currencies: what the first font has; the other one has the rest. */
function hasLatinFont(character: string): boolean {
  return character < '\u0530' || /[\u1E00-\u1FFF\u20A0-\u20CF]/u.test(character);
}

/** The text in pieces, each of which one font has. */
function runsOf(text: string, language: Language): readonly Run[] {
  const runs: { text: string; isLatin: boolean }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const isLatin = punctuation.test(character)
      ? (last?.isLatin ?? language !== 'zh-CN')
      : hasLatinFont(character);
    if (last?.isLatin === isLatin) last.text += character;
    else runs.push({ text: character, isLatin });
  }
  return runs;
}
