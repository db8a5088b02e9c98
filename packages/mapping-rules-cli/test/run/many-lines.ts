import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

const types = ['Hardware', 'Software', 'Labor', 'Service', 'Freight', 'Contract', ''];
const makers = ['HP Inc.', 'Dell', 'Lenovo', 'Microsoft', 'Cisco', ''];
const columns =
  'DocNo,SalesRep,LineType,ItemType,Manufacturer,ManufacturerPartNumber,VendorPartNumber,InternalPartNumber,Description,QtyTotal,UnitPrice,TaxCode';

/** Writes a CSV file with that many lines as quoting tools export them. */
export async function writeLines(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  let text = `${columns}\r\n`;
  for (let at = 0; at < count; at += 1) {
    const document = Math.floor(at / 20);
    const number = `PN-${at % 5_000}-${at % 13},V${(at * 7) % 9_999},${at % 3 === 0 ? `INT${at % 777}` : ''}`;
    const item = `${types[at % 7] ?? ''},${makers[at % 6] ?? ''},${number},"Item ${at % 100}, new"`;
    text += `Q${document},${['lchen', 'ed', 'bob'][document % 3] ?? ''},1,${item},${at % 9},${(at % 10_000) / 100},Y\r\n`;
    if (text.length < 1_000_000) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await finished(file);
}
