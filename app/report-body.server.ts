import {
  getMultipartBoundary,
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  MultipartParser,
  type MultipartPart,
} from '@remix-run/multipart-parser';
import { reportLimits } from './domain/reports/buyer-report.ts';

/** A form as it came, in so far as it was read. */
export interface ReportBody {
  readonly fields: URLSearchParams;
  readonly photos: readonly Uint8Array[];
  /** What stopped the reading; fields that came before are there. */
  readonly fault: 'photo-too-large' | 'too-large' | 'no-form' | null;
}

/** All photos at their largest, and what is written. */
const mostBytes = reportLimits.photos * reportLimits.photoBytes + 256 * 1024;
/** A line of the order each, and the rest of the form. */
const mostParts = 600;
/** What is too large is read to its end and thrown away, or the browser would show no answer; up to this. */
const mostPoured = 4 * mostBytes;

/** Reads a form with files. No more than one form's worth is ever held. */
export async function readReportBody(request: Request): Promise<ReportBody> {
  const fields = new URLSearchParams();
  const photos: Uint8Array[] = [];
  const boundary = getMultipartBoundary(request.headers.get('Content-Type') ?? '');
  const reader = request.body?.getReader();
  let fault: ReportBody['fault'] = boundary === null || !reader ? 'no-form' : null;
  if (Number(request.headers.get('Content-Length') ?? 0) > mostPoured) {
    await reader?.cancel();
    return { fields, photos, fault: 'too-large' };
  }
  const take = (part: MultipartPart) => {
    if (part.isFile && part.size > 0) photos.push(part.bytes);
    if (!part.isFile && part.name !== undefined) fields.append(part.name, part.text);
  };
  const parser = new MultipartParser(boundary ?? 'none', {
    maxFileSize: reportLimits.photoBytes,
    maxTotalSize: mostBytes,
    maxParts: mostParts,
  });
  let size = 0;
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    const chunk = read.value;
    size += chunk.length;
    if (size > mostPoured) {
      await reader?.cancel();
      return { fields, photos, fault: fault ?? 'too-large' };
    }
    fault ??= faultOf(() => {
      for (const part of parser.write(chunk)) take(part);
    });
  }
  fault ??= faultOf(() => {
    parser.finish();
  });
  return { fields, photos, fault };
}

function faultOf(read: () => void): ReportBody['fault'] {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError) return 'photo-too-large';
    if (error instanceof MaxTotalSizeExceededError || error instanceof MaxPartsExceededError)
      return 'too-large';
    if (error instanceof MultipartParseError) return 'no-form';
    throw error;
  }
}
