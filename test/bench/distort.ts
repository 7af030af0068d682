import sharp from 'sharp';

/** Ways in which pictures reach a buyer's folder worse than they were. The same input gives the same bytes. */
export const DISTORTIONS: Record<string, (bytes: Uint8Array) => Promise<Buffer>> = {
  blurred: (bytes) => sharp(bytes).blur(1.4).jpeg({ quality: 70 }).toBuffer(),
  'shrunk 540 px, JPEG 30': (bytes) => sharp(bytes).resize({ width: 540 }).jpeg({ quality: 30 }).toBuffer(),
  'turned 90': (bytes) => sharp(bytes).rotate(90).jpeg({ quality: 80 }).toBuffer(),
  'turned 180': (bytes) => sharp(bytes).rotate(180).jpeg({ quality: 80 }).toBuffer(),
  'turned 270': (bytes) => sharp(bytes).rotate(270).jpeg({ quality: 80 }).toBuffer(),
  photographed,
  'photographed badly': (bytes) => photographed(bytes, { lean: -6, blur: 1.9, noise: 26, width: 800, quality: 45 }),
  'shrunk 360 px, JPEG 25': (bytes) => sharp(bytes).resize({ width: 360 }).jpeg({ quality: 25 }).toBuffer(),
};

/** A phone held over a screen: leaning, sheared, darker to one side, moiré, noise, soft. */
async function photographed(
  bytes: Uint8Array,
  { lean = 2.6, blur = 0.9, noise = 12, width = 1080, quality = 65 } = {},
): Promise<Buffer> {
  const flat = await sharp(bytes).resize({ width }).flatten({ background: '#fff' }).removeAlpha().png().toBuffer();
  const leaned = await sharp(flat)
    .affine([1, 0.018, 0.012, 1], { background: '#333', interpolator: sharp.interpolators.bicubic })
    .rotate(lean, { background: '#333' })
    .blur(blur)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { data, info } = leaned;
  let seed = 7;
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
  for (let y = 0; y < info.height; y++) {
    for (let x = 0; x < info.width; x++) {
      const shade = 0.78 + 0.22 * (x / info.width);
      const moire = 7 * Math.sin(x / 2.3 + y / 9) + 5 * Math.sin(y / 2.7);
      const grain = (random() - 0.5) * noise;
      for (let c = 0; c < 3; c++) {
        const at = (y * info.width + x) * info.channels + c;
        data[at] = Math.max(0, Math.min(255, data[at]! * shade + moire + grain));
      }
    }
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels as 3 | 4 } })
    .jpeg({ quality })
    .toBuffer();
}
