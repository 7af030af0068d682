const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END = 0x06054b50;
const END_SIZE = 22;

/**
 * Sets the time of every entry of a ZIP file to 00:00 of a day, so that the
 * same document is the same bytes whenever it is written. Works in place on an
 * archive without a comment, as the Word writer makes it.
 * @param day `YYYY-MM-DD`, from 1980 on
 * @throws Error when the bytes are no such archive
 */
export function fixArchiveTimes(archive: Uint8Array, day: string): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - END_SIZE;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('no plain ZIP archive');
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const dosDate = (Math.max(0, year - 1980) << 9) | (month << 5) | date;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== CENTRAL_ENTRY || view.getUint32(local, true) !== LOCAL_ENTRY) {
      throw new Error('no plain ZIP archive');
    }
    view.setUint16(at + 12, 0, true);
    view.setUint16(at + 14, dosDate, true);
    view.setUint16(local + 10, 0, true);
    view.setUint16(local + 12, dosDate, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}
