import type { DatasetModule, RefreshContext } from '../model';
import { comune } from '../steps/edition-publishers';
import { HOUSE_NUMBERS, HOUSE_NUMBERS_ID, readHouseNumbers, type HouseNumber } from '../steps/parse-sections';
import { UniqueKeys } from '../steps/validate';

/** "VIA DEL FAGGIOLO, 5/2A": the street, then a number with at most one part after the bar. */
const ADDRESS = /^([A-Z][A-Z0-9À-Ü' .-]*), (\d{1,4}(?:\/[0-9A-Z]{1,4})?)$/;
/** About a metre, beyond which the source's positions mean nothing. */
const DECIMALS = 5;

function split({ row, address }: HouseNumber): [string, string] {
  const parts = ADDRESS.exec(address);
  if (!parts)
    return row.fail(
      'indirizzo',
      'a street in capitals, a comma and a number like 5/2A',
      'The row is shifted.',
    );
  return [parts[1]!, parts[2]!];
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const houses = readHouseNumbers(ctx).map((house) => {
    const [street, number] = split(house);
    unique.add(house.row, 'indirizzo', street, number);
    return { ...house, street, number };
  });
  const names = [...new Set(houses.map(({ street }) => street))].sort();
  const ids = new Map(names.map((name, i) => [name, String(i + 1)]));
  const without = houses.filter(({ area }) => area === '').length;
  return {
    tables: {
      data: {
        columns: ['street', 'number', 'lon', 'lat', 'area'],
        rows: houses.map(({ street, number, lon, lat, area }) => [
          ids.get(street)!,
          number,
          ...[lon, lat].map((degrees) => String(Number(degrees.toFixed(DECIMALS)))),
          area,
        ]),
      },
      streets: { columns: ['street', 'name'], rows: names.map((name) => [ids.get(name)!, name]) },
    },
    // The section list is that of the municipal election of October 2021.
    period: ['2021', '2021'],
    notes: [
      {
        it: `${houses.length} numeri civici in ${names.length} strade; senza area statistica alla fonte: ${without}.`,
        en: `${houses.length} house numbers in ${names.length} streets; without a statistical area at the source: ${without}.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(HOUSE_NUMBERS_ID),
    id: 'addresses',
    title: { it: 'Numeri civici e area statistica', en: 'House numbers and statistical area' },
    notes: [
      {
        it: 'Dall’elenco dei numeri civici per sezione elettorale (comunali 2021): strada, numero, posizione a cinque decimali di grado, area statistica in cui cade il civico. L’area del seggio, che la fonte riporta accanto, è un’altra cosa e non è ripresa.',
        en: 'From the list of house numbers by polling section (municipal election of 2021): street, number, position to five decimals of a degree, statistical area the number stands in. The area of the polling place, which the source gives beside it, is another thing and is not carried.',
      },
      {
        it: 'I nomi delle strade sono in maiuscolo come alla fonte; la ricerca li scrive come lo stradario.',
        en: 'Street names are in capitals as at the source; the search writes them as the street register does.',
      },
    ],
  },
  sources: [{ path: HOUSE_NUMBERS, url: comune(HOUSE_NUMBERS_ID).landingPage }],
  refresh,
};
