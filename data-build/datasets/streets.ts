import type { Feature, LineString, MultiLineString, Position } from 'geojson';
import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import type { RawFeature } from '../steps/parse-geojson';
import { joinLines } from '../steps/parse-lines';
import { streetName } from '../steps/parse-names';
import { parseShapefile } from '../steps/parse-shapefile';
import { buildTopology } from '../steps/parse-topology';

const FILE = 'mobility/rifter_arcstra_li.zip';
const ID = 'rifter_arcstra_li';
const FIELDS = ['codvia', 'nomevia', 'cod_nodo1', 'cod_nodo2', 'data_istit', 'lunghez'] as const;
/** Metre-long arcs bear no detail below a 1 m² triangle; 2 cm grid as for the areas. */
const DETAIL = 1;
const STEPS = 1e6;

interface Street {
  code: string;
  shouted: string;
  metres: number;
  arcs: number;
  nodes: Set<string>;
  lines: Position[][];
}

function readArc(feature: RawFeature<LineString | MultiLineString>): Omit<Street, 'arcs'> & { date: string } {
  const field = (name: (typeof FIELDS)[number], shape: RegExp): string => {
    const text = String(feature.properties[name]);
    if (!shape.test(text)) {
      throw new InputError(
        feature.at(name),
        `text like ${String(shape)}`,
        JSON.stringify(text),
        'The record is shifted.',
      );
    }
    return text;
  };
  const metres = Number(field('lunghez', /^\d+(\.\d+)?$/));
  if (metres <= 0 || metres > 10_000) {
    throw new InputError(
      feature.at('lunghez'),
      'metres from 0 to 10,000',
      String(metres),
      'Ask the publisher.',
    );
  }
  const { geometry } = feature;
  return {
    code: field('codvia', /^\d{1,6}$/),
    shouted: field('nomevia', /^[A-Z0-9]/),
    metres,
    date: field('data_istit', /^\d{4}-\d\d-\d\d$/),
    nodes: new Set([field('cod_nodo1', /^\d+$/), field('cod_nodo2', /^\d+$/)]),
    lines: geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates,
  };
}

function group(features: readonly RawFeature<LineString | MultiLineString>[]): {
  streets: Street[];
  dates: string[];
} {
  const streets = new Map<string, Street>();
  const dates: string[] = [];
  for (const feature of features) {
    const { date, ...arc } = readArc(feature);
    dates.push(date);
    const street = streets.get(arc.code);
    if (!street) {
      streets.set(arc.code, { ...arc, arcs: 1 });
      continue;
    }
    if (street.shouted !== arc.shouted) {
      throw new InputError(
        feature.at('nomevia'),
        `${street.shouted}, the name of street ${arc.code}`,
        arc.shouted,
        'Ask the publisher.',
      );
    }
    street.metres += arc.metres;
    street.arcs += 1;
    street.lines.push(...arc.lines);
    for (const node of arc.nodes) street.nodes.add(node);
  }
  return {
    streets: [...streets.values()].sort((a, b) => Number(a.code) - Number(b.code)),
    dates: dates.sort(),
  };
}

/**
 * Importance 1–4 from what the layer holds, as it holds no class of its own:
 * 1 motorways, ring road and their links, by name; 2 streets of at least 2 km cut by crossings into at least 20 arcs (the
 * old roads out of the gates: many crossings tell them from equally long country lanes), and `viali` from 450 m (the
 * shortest of the ring of boulevards, viale Dodici Giugno, measures 492 m); 3 other streets from 600 m, and ramps; 4 the rest.
 * Both carriageways count in a street's length. Streets still without a name are 4.
 */
function ownRank({ shouted, metres, arcs }: Street): number {
  if (streetName(shouted) === '') return 4;
  if (/^(AUTOSTRADA|TANGENZIALE|RACCORDO) /.test(shouted)) return 1;
  if (/^RAMPA /.test(shouted)) return 3;
  if (metres >= 2_000 && arcs >= 20) return 2;
  if (/^VIALE /.test(shouted) && metres >= 450) return 2;
  return metres >= 600 ? 3 : 4;
}

/** Roundabouts, bridges and underpasses are as important as the best street they carry on, motorways apart. */
function rankAll(streets: readonly Street[]): Map<string, number> {
  const best = new Map<string, number>();
  const rank = new Map(streets.map((street) => [street.code, ownRank(street)]));
  for (const street of streets) {
    const own = Math.max(2, rank.get(street.code)!);
    for (const node of street.nodes) best.set(node, Math.min(own, best.get(node) ?? 4));
  }
  for (const { code, shouted, nodes } of streets) {
    if (!/^(ROTONDA|PONTE|SOTTOPASSO) /.test(shouted)) continue;
    rank.set(code, Math.min(rank.get(code)!, ...[...nodes].map((node) => best.get(node) ?? 4)));
  }
  return rank;
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const raw = parseShapefile<LineString | MultiLineString>(ctx.read(FILE), FILE, FIELDS, [
    'LineString',
    'MultiLineString',
  ]);
  const { streets, dates } = group(raw);
  const rank = rankAll(streets);
  const features = streets.map((street): Feature<MultiLineString> => ({
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates: joinLines(street.lines) },
    properties: { code: street.code, name: streetName(street.shouted), rank: rank.get(street.code)! },
  }));
  return {
    topologies: { streets: buildTopology('streets', features, DETAIL, STEPS) },
    period: [dates[0] ?? '', dates.at(-1) ?? ''],
    notes: [
      {
        it: `${raw.length} archi della fonte riuniti in ${streets.length} strade.`,
        en: `${raw.length} arcs of the source joined into ${streets.length} streets.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'streets',
    title: { it: 'Grafo stradale', en: 'Street graph' },
    notes: [
      {
        it: 'Il periodo va dalla prima all’ultima data di istituzione degli archi. I nomi, in maiuscolo alla fonte, sono riscritti in minuscolo con gli accenti; «Nome via da istituire» diventa una strada senza nome.',
        en: 'The period runs from the first to the last date of institution of the arcs. Names, upper case at the source, are restated in title case with accents; “Nome via da istituire” becomes a street without a name.',
      },
      {
        it: 'La fonte non ha una classe di importanza: il rango 1–4 viene dal tipo di nome, dalla lunghezza e dal numero di incroci (1 autostrade e tangenziale; 2 strade di almeno 2 km e 20 archi e viali da 450 m; 3 strade da 600 m e rampe; 4 le altre; rotonde, ponti e sottopassi come la strada che continuano).',
        en: 'The source holds no class of importance: rank 1–4 comes from the kind of name, the length and the number of crossings (1 motorways and ring road; 2 streets of at least 2 km and 20 arcs, and viali from 450 m; 3 streets from 600 m and ramps; 4 the rest; roundabouts, bridges and underpasses as the street they carry on).',
      },
      {
        it: 'Semplificazione topologica fino a triangoli di 1 m²; gli incroci restano dove sono.',
        en: 'Simplification by topology down to triangles of 1 m²; crossings stay where they are.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'shp') }],
  refresh,
};
