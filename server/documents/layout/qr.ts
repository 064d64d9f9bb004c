import QRCode from 'qrcode';
import { MM } from '../type/lines';
import { type Strip } from './sheet';

/** A QR code drawn as squares, sharp at any printing size; level M survives a fold or a stamp. */
export function layQr(text: string, sizeMm: number): Strip {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const side = sizeMm * MM;
  const runs: { row: number; column: number; length: number }[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!data[row * size + column]) continue;
      const from = column;
      while (column + 1 < size && data[row * size + column + 1]) column += 1;
      runs.push({ row, column: from, length: column - from + 1 });
    }
  }
  return {
    height: side,
    draw: (sheet, x, top) => void sheet.marks.push({ kind: 'squares', x, y: top, unit: side / size, runs }),
  };
}
