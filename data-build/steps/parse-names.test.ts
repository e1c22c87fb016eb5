import { describe, expect, it } from 'vitest';
import { expandSaints, normaliseName, streetName, titleCase } from './parse-names';

describe('normaliseName', () => {
  it('joins spellings of one name', () => {
    for (const name of ["PIAZZA DELL'UNITA'", "Piazza dell'Unità", "Piazza dell'Unita'"]) {
      expect(normaliseName(name)).toBe('PIAZZADELLUNITA');
    }
    expect(normaliseName('Galvani-1')).not.toBe(normaliseName('Galvani-2'));
  });
});

describe('titleCase', () => {
  it.each([
    ['BORGO PANIGALE', 'Borgo Panigale'],
    ['VIA DEL LAVORO', 'Via del Lavoro'],
    ['CNR', 'CNR'],
    ['CAAB', 'CAAB'],
    ['XXI APRILE', 'XXI Aprile'],
    ["OSPEDALE SANT'ORSOLA", "Ospedale Sant'Orsola"],
    ['VILLAGGIO DELLA BARCA', 'Villaggio della Barca'],
    ['LAVINO DI MEZZO', 'Lavino di Mezzo'],
    ['DUCATI-VILLAGGIO INA', 'Ducati-Villaggio INA'],
    ["PIAZZA DELL'UNITA'", "Piazza dell'Unità"],
    ['TIRO A SEGNO', 'Tiro a Segno'],
    ['PONTE SAVENA-LA BASTIA', 'Ponte Savena-La Bastia'],
    ['PRATI DI CAPRARA-OSPEDALE MAGGIORE', 'Prati di Caprara-Ospedale Maggiore'],
    ['SAN MICHELE IN BOSCO', 'San Michele in Bosco'],
    ['GALVANI-1', 'Galvani-1'],
    ['LA DOZZA', 'La Dozza'],
    ['Croce Del Biacco - Roveri', 'Croce del Biacco - Roveri'],
    ['San Donato - San Vitale', 'San Donato - San Vitale'],
  ])('%s → %s', (shouted, name) => expect(titleCase(shouted)).toBe(name));
});

describe('expandSaints', () => {
  it('writes saints out', () => {
    expect(expandSaints('S. Viola')).toBe('Santa Viola');
    expect(expandSaints('Via Toscana - S. Ruffillo - Monte Donato')).toBe(
      'Via Toscana - San Ruffillo - Monte Donato',
    );
  });
});

describe('streetName', () => {
  it.each([
    ['VIA EMILIA PONENTE', 'Via Emilia Ponente'],
    ["VIALE GIOSUE' CARDUCCI", 'Viale Giosuè Carducci'],
    ["VIA DELLA CA' BIANCA", "Via della Ca' Bianca"],
    ["VIA DE' GOMBRUTI", "Via de' Gombruti"],
    ["VIA MASSIMO D'AZEGLIO", "Via Massimo D'Azeglio"],
    ["PIAZZA DELLE MEDAGLIE D'ORO", "Piazza delle Medaglie d'Oro"],
    ["VIA NICOLO' DALL'ARCA", "Via Nicolò Dall'Arca"],
    ["VIA HONORE' DE BALZAC", 'Via Honoré De Balzac'],
    ['PIAZZA VII NOVEMBRE 1944', 'Piazza VII Novembre 1944'],
    ['VIA SAN PIO V', 'Via San Pio V'],
    ['VIALE GIOVANNI II BENTIVOGLIO', 'Viale Giovanni II Bentivoglio'],
    ['VIA DI MEZZO', 'Via di Mezzo'],
    ['AUTOSTRADA A-13 (BO-PD)', 'Autostrada A13 (BO-PD)'],
    ['RAMPA TANG.USCITA DIECI CASAL.-S.LAZZARO', 'Rampa Tangenziale Uscita Dieci Casalecchio-San Lazzaro'],
    ['RAMPA TANG.USCITA DUE S.LAZZ.-CASAL.', 'Rampa Tangenziale Uscita Due San Lazzaro-Casalecchio'],
    ['ROTONDA DOMENICO MARACINO DETTO "DODI"', 'Rotonda Domenico Maracino detto "Dodi"'],
    ["VIA RAGAZZI DEL '99", "Via Ragazzi del '99"],
    ['NOME VIA DA ISTITUIRE', ''],
  ])('%s → %s', (shouted, name) => expect(streetName(shouted)).toBe(name));
});
